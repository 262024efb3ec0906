import type { NodeId } from "../document/index.ts";
import type { Points } from "../theme/index.ts";

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
