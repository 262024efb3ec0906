import type { ParagraphStyle } from "./style.ts";

/**
 * A style based on this one that differs in little. A list of the style goes on through `basedOn`, with its level: named again, the level
 * would be that of no style (17.9.23), and some programs leave the number out.
 */
export function variant(
  { numbering: _inherited, ...style }: ParagraphStyle,
  changes: Partial<ParagraphStyle> & Pick<ParagraphStyle, "id" | "name">,
): ParagraphStyle {
  return { ...style, basedOn: style.id, quick: false, ...changes };
}

/** Takes the number from a heading whose style numbers it. */
export function withoutNumber(style: ParagraphStyle): ParagraphStyle {
  const name = style.name.replace(/^heading/, "Heading");
  return variant(style, {
    id: `${style.id}WithoutNumber`,
    name: `${name} without Number`,
    unnumbered: true,
  });
}
