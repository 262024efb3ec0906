import type { Inline, NodeId } from "../../document/index.ts";
import type { Points, TextStyle } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import type { Line } from "../text/index.ts";
import { measureText, setText } from "../text/index.ts";
import { shift } from "./flow-helpers.ts";

/** Something set, to be placed: x from its left edge, y from its top. */
export type Frame = {
  readonly items: readonly PageItem[];
  readonly height: Points;
  /** From the top to the baseline of the first line; 0 when there is none. */
  readonly baseline: Points;
};

export const emptyFrame: Frame = { items: [], height: 0, baseline: 0 };

/** What is said in a label, a value, the heading of a box. */
export type FrameText = {
  readonly node: NodeId;
  readonly part?: string;
  readonly children: readonly Inline[];
  readonly style: TextStyle;
  readonly width: Points;
};

/** Lines of a text, without the space around it. */
export const textLines = (text: FrameText, context: FlowContext): readonly Line[] =>
  setText({ ...text, width: Math.max(1, text.width) }, context);

/** A text that stays whole. */
export const textFrame = (text: FrameText, context: FlowContext): Frame =>
  lineFrame(textLines(text, context));

/** Lines one below another. */
export const lineFrame = (lines: readonly Line[]): Frame => {
  const items: PageItem[] = [];
  let height = 0;
  for (const line of lines) {
    items.push(...shift(line.items, 0, height + line.baseline));
    height += line.height;
  }
  return { items, height, baseline: lines[0]?.baseline ?? 0 };
};

/** Width of the longest line that a text takes in the width it is given. */
export const textWidth = (text: FrameText, context: FlowContext): Points =>
  Math.max(0, ...textLines(text, context).map((line) => line.width));

/** How narrow a text can be without a broken word, and how wide it is on one line. */
export type Extent = { readonly min: Points; readonly max: Points };

export const textExtent = (
  children: readonly Inline[],
  style: TextStyle,
  context: FlowContext,
): Extent => {
  const { min, max } = measureText({ node: "", children, style }, context);
  return { min, max };
};
