import type { Section } from "../../../document/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import type { Child, FileChild } from "../element.ts";
import { isParagraph, styleOf } from "../element.ts";
import { heightOf } from "../heights.ts";
import { stripLeft, textWidth } from "../styles/measures.ts";
import { besideHeading, labelFrame } from "../styles/side-styles.ts";
import { linesOf, piecesOf } from "../text-lines.ts";
import type { Place } from "./place.ts";

/** Whether blocks have the strips of the page, and not those of a box or a column. */
export function isOnPage({ inside, listLevel, width, slide }: Place): boolean {
  return inside === undefined && listLevel === 0 && width === undefined && slide === undefined;
}

/**
 * Whether the heading can stand in the label column: what follows leaves that free as far down as the heading surely reaches. A frame
 * before a table, or beside text that ends before it, would be moved by Word, each version in its own way.
 */
export function standsBeside(
  { level }: Section,
  heading: readonly Child[],
  content: readonly FileChild[],
  context: DocxContext,
): boolean {
  const { theme } = context;
  if (theme.blocks.sideHeadingLevel !== level) return false;
  const { role } = besideHeading(theme, level);
  const text = theme.styles[role] ?? theme.styles["body"];
  if (text === undefined) return false;
  const { width } = labelFrame(theme);
  const pieces = piecesOf(heading, text, text.weight >= 600, context);
  const { count } = linesOf(pieces, width * surelyWide, text.leading);
  const end = content.findIndex((child) => !leavesFree(child, width, context));
  const beside = end < 0 ? content : content.slice(0, end);
  return (
    beside.length > 0 && heightOf(beside, textWidth(theme), context).height >= count * text.leading
  );
}

/** Word's lines are not quite ours. */
const surelyWide = 0.97;

function leavesFree(
  child: FileChild,
  width: Points,
  { theme, paragraphStyles }: DocxContext,
): boolean {
  if (!isParagraph(child)) return false;
  const style = paragraphStyles.get(styleOf(child) ?? "");
  const text = theme.styles[style?.role ?? "body"];
  if (style === undefined || text === undefined || style.frame !== undefined) return false;
  const left = style.indent?.left ?? stripLeft(theme, text.strip) + text.indent;
  return left - (style.indent?.hanging ?? 0) >= width;
}
