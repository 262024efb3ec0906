import type { BatchResult } from "../../batch/index.ts";
import type { World } from "../world.ts";

export type Progress = {
  readonly step: (result: BatchResult, all: number) => void;
  readonly end: () => void;
};

/** Nanoseconds between two drawings. */
const interval = 100_000_000n;
const barWidth = 30;

/** A line that tells how much is done, how fast, and how long it will take; nothing where nobody watches. */
export function createProgress(world: World): Progress {
  if (!world.terminal) return { step: () => undefined, end: () => undefined };
  const started = process.hrtime.bigint();
  let drawn = started;
  let done = 0;
  let failed = 0;
  return {
    step({ written }, all) {
      done += 1;
      if (!written) failed += 1;
      const now = process.hrtime.bigint();
      if (done < all && now - drawn < interval) return;
      drawn = now;
      const line = progressLine(done, failed, all, Number(now - started) / 1e9);
      world.error(`\r${line.slice(0, world.width - 1)}\u001b[K`);
    },
    end() {
      if (done > 0) world.error("\n");
    },
  };
}

/** `███████░░░  140 of 200  38 a second  2 s left  1 failed`. @param seconds since the start */
function progressLine(done: number, failed: number, all: number, seconds: number): string {
  const full = Math.floor((done / Math.max(1, all)) * barWidth);
  const rate = done / Math.max(seconds, 0.001);
  const parts = [
    "█".repeat(full) + "░".repeat(barWidth - full),
    `${done} of ${all}`,
    rate >= 10 ? `${Math.round(rate)} a second` : `${rate.toFixed(1)} a second`,
    ...(done < all ? [`${timeText((all - done) / rate)} left`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return parts.join("  ");
}

function timeText(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
