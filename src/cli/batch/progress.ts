import type { BatchResult } from "../../batch/index.ts";
import type { World } from "../world.ts";

export type Progress = {
  /** Makes room for a line that is about to be printed. */
  readonly clear: () => void;
  readonly step: (result: BatchResult, all: number) => void;
  readonly end: () => void;
};

/** Nanoseconds between two drawings. */
const interval = 100_000_000n;
/** Columns. */
const widestBar = 30;
const narrowestBar = 8;

/** A line that tells how much is done, how fast, and how long it will take; nothing where nobody watches. */
export function createProgress(world: World): Progress {
  if (!world.terminal)
    return { clear: () => undefined, step: () => undefined, end: () => undefined };
  const started = process.hrtime.bigint();
  let drawn = started;
  let done = 0;
  let failed = 0;
  return {
    clear() {
      if (done > 0) world.error("\r\u001b[K");
    },
    step({ written }, all) {
      done += 1;
      if (!written) failed += 1;
      const now = process.hrtime.bigint();
      if (done < all && now - drawn < interval) return;
      drawn = now;
      const seconds = Number(now - started) / 1e9;
      world.error(`\r${progressLine({ done, failed, all, seconds }, world.width - 1)}\u001b[K`);
    },
    end() {
      if (done > 0) world.error("\n");
    },
  };
}

type State = {
  readonly done: number;
  readonly failed: number;
  readonly all: number;
  /** Since the start. */
  readonly seconds: number;
};

/**
 * `███████░░░  140 of 200  38 a second  2 s left  1 failed`. Where there is less room the bar is shorter, and then goes; then the rate, and at last
 * the time.
 */
export function progressLine({ done, failed, all, seconds }: State, width: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const count = `${done} of ${all}`;
  const speed = rate >= 10 ? `${Math.round(rate)} a second` : `${rate.toFixed(1)} a second`;
  const left = done < all ? [`${timeText((all - done) / rate)} left`] : [];
  const faults = failed > 0 ? [`${failed} failed`] : [];
  const lines = [
    [count, speed, ...left, ...faults],
    [count, ...left, ...faults],
    [count, ...faults],
  ].map((parts) => parts.join("  "));
  const line = lines.find((text) => text.length <= width) ?? count.slice(0, width);
  const bar = Math.min(widestBar, width - line.length - 2);
  return bar < narrowestBar ? line : `${barOf(done / Math.max(1, all), bar)}  ${line}`;
}

function barOf(share: number, width: number): string {
  const full = Math.floor(share * width);
  return "█".repeat(full) + "░".repeat(width - full);
}

function timeText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
