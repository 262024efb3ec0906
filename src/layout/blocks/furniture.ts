import type { Colour, Points, Rectangle, TextStyle } from "../../theme/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import type { FilledBox, PageItem } from "../page.ts";
import { ruleBox } from "./flow-helpers.ts";

/** A horizontal rule of the theme, its upper edge at `y`. */
export const ruleAt = (
  context: FlowContext,
  name: string,
  at: { readonly x: Points; readonly y: Points; readonly width: Points },
): FilledBox => ruleBox(context, name, at.x, at.y, at.width);

/** How much room a rule takes; 0 for none. */
export const ruleWidth = (context: FlowContext, name: string | undefined): Points =>
  name === undefined ? 0 : (context.theme.rules[name]?.width ?? 0.5);

/** What lies under a text: a tint that means "taken out of the text". */
export const fillAt = (colour: Colour, at: Rectangle): FilledBox => ({
  kind: "box",
  tag: { artifact: "background" },
  ...at,
  colour,
});

/** What every region of later pages has room for. */
export const regionHeight = (context: FlowContext): Points =>
  Math.min(...context.theme.masters.later.regions.map((region) => region.height));

/** Pieces that touch: no space between, no cost of a break but what they say. */
export const piece = (
  node: string,
  height: Points,
  items: readonly PageItem[],
  penalty = 0,
): FlowItem => ({ node, height, items, penalty, before: 0, after: 0 });

export const heightOf = (pieces: readonly FlowItem[]): Points =>
  pieces.reduce((sum, item) => sum + item.height, 0);

/** Text in a box or cell stands in it, whatever strip, rule and space its style has in the page. */
export const inBox = (style: TextStyle): TextStyle => {
  const { ruleAbove: _rule, ...plain } = style;
  const align = style.align === "justify" ? "left" : style.align;
  return { ...plain, before: 0, indent: 0, keepWithNext: false, align };
};
