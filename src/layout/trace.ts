import type { NodeId } from "../document/index.ts";
import type { FaceKey, Points } from "../theme/index.ts";
import type { GlyphRun, Page, Tag } from "./page.ts";

type Artifact = Extract<Tag, { readonly artifact: string }>["artifact"];

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
  readonly images: readonly TraceImage[];
};

/** A picture; decorative ones and those of the page itself belong to no node and are left out. */
export type TraceImage = {
  readonly node: NodeId;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
};

/** Text that stands on one baseline and belongs to one node. */
export type TraceLine = {
  /** Absent for artifacts such as running heads. */
  readonly node?: NodeId;
  readonly part?: string;
  /** What kind of artifact it is; absent: it belongs to a node. */
  readonly artifact?: Artifact;
  readonly x: Points;
  /** Baseline. */
  readonly y: Points;
  readonly width: Points;
  readonly size: Points;
  /** Of its first letters. */
  readonly face: FaceKey;
  /** How its letters and spaces were stretched, as in `GlyphRun`: one setting holds for a whole line. */
  readonly expansion: number;
  readonly tracking: Points;
  readonly wordSpace: Points;
  readonly text: string;
  readonly hyphenated: boolean;
};

export function traceOf(pages: readonly Page[]): LayoutTrace {
  return {
    pages: pages.map(({ number, label, width, height, items }) => {
      const lines: TraceLine[] = [];
      const images: TraceImage[] = [];
      for (const item of items) {
        if (item.kind === "glyphs") addRun(lines, item);
        if (item.kind === "image" && "node" in item.tag) {
          const { x, y } = item;
          images.push({ node: item.tag.node, x, y, width: item.width, height: item.height });
        }
      }
      return { number, label, width, height, lines, images };
    }),
  };
}

/** Adds a run to the line before when it goes on on the same baseline for the same node. */
function addRun(lines: TraceLine[], run: GlyphRun): void {
  const own: TraceLine = {
    ...run.tag,
    x: run.x,
    y: run.y,
    width: run.width,
    size: run.size,
    face: run.face,
    expansion: run.expansion,
    tracking: run.tracking,
    wordSpace: run.wordSpace,
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
  before.artifact === next.artifact &&
  before.size === next.size &&
  Math.abs(before.y - next.y) < 0.01 &&
  next.x >= before.x + before.width - 1 &&
  next.x - before.x - before.width < next.size;
