import type { NodeId } from "../document/index.ts";
import type { Points } from "../theme/index.ts";
import type { GlyphRun, Page } from "./page.ts";

/** What a layout did, as JSON: for tests, previews and reports. Made from pages alone. */
export type LayoutTrace = {
  readonly pages: readonly TracePage[];
};

export type TracePage = {
  readonly number: number;
  readonly label: string;
  readonly width: Points;
  readonly height: Points;
  readonly lines: readonly TraceLine[];
};

/** Text that stands on one baseline and belongs to one node. */
export type TraceLine = {
  /** Absent for artifacts such as running heads. */
  readonly node?: NodeId;
  readonly part?: string;
  readonly x: Points;
  /** Baseline. */
  readonly y: Points;
  readonly width: Points;
  readonly size: Points;
  readonly text: string;
  readonly hyphenated: boolean;
};

export function traceOf(pages: readonly Page[]): LayoutTrace {
  return {
    pages: pages.map(({ number, label, width, height, items }) => {
      const lines: TraceLine[] = [];
      for (const item of items) if (item.kind === "glyphs") addRun(lines, item);
      return { number, label, width, height, lines };
    }),
  };
}

/** Adds a run to the line before when it goes on on the same baseline for the same node. */
function addRun(lines: TraceLine[], run: GlyphRun): void {
  const owner = "node" in run.tag ? run.tag : {};
  const own: TraceLine = {
    ...owner,
    x: run.x,
    y: run.y,
    width: run.width,
    size: run.size,
    text: run.text,
    hyphenated: run.text.endsWith("\u00AD"),
  };
  const before = lines.at(-1);
  if (before === undefined || !goesOn(before, own)) {
    lines.push(own);
    return;
  }
  lines[lines.length - 1] = {
    ...before,
    width: own.x + own.width - before.x,
    text: before.text + own.text,
    hyphenated: own.hyphenated,
  };
}

const goesOn = (before: TraceLine, next: TraceLine): boolean =>
  before.node === next.node &&
  before.part === next.part &&
  before.size === next.size &&
  Math.abs(before.y - next.y) < 0.01 &&
  next.x >= before.x + before.width - 1 &&
  next.x - before.x - before.width < next.size;
