import type { Alignment } from "../../document/index.ts";
import type { TextStyle, Theme } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { inBox } from "./furniture.ts";

/** Styles of running text that take the size and weight of the place they stand in. */
const followers = ["list", "item", "lead", "quote", "description", "term"];

/** A place whose running text has one style: a cell, a value, a card. Lists in it keep their hang. */
export const withText = (context: FlowContext, style: TextStyle): FlowContext => {
  const { styles } = context.theme;
  const own: Record<string, TextStyle> = { ...styles, body: style };
  const { font, weight, size, leading, tracking, colour, hyphenate, align, tabularFigures } = style;
  const text = { font, weight, size, leading, tracking, colour, hyphenate, align, tabularFigures };
  for (const name of followers) {
    const follower = styles[name];
    if (follower !== undefined) own[name] = { ...inBox(follower), ...text };
  }
  const theme: Theme = { ...context.theme, styles: own };
  const { restyle: _renamed, ...rest } = context;
  return { ...rest, theme };
};

/** The style of a cell; paragraphs in it are parted by a quarter line at least. */
export const cellStyle = (style: TextStyle, alignment: Alignment): TextStyle => ({
  ...inBox(style),
  align:
    alignment === "end" || alignment === "decimal"
      ? "right"
      : alignment === "centre"
        ? "centre"
        : inBox(style).align,
  after: Math.max(style.after, style.leading / 4),
  firstLine: 0,
  tabularFigures: style.tabularFigures || alignment === "end" || alignment === "decimal",
});
