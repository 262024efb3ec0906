import type { SlideLayout, Theme } from "../../../theme/index.ts";
import { stripLeft } from "./measures.ts";
import type { ParagraphStyle } from "./style.ts";

/** What a list stands in; each has list styles of its own, since its text begins elsewhere. */
export type ListPlace =
  | ("page" | "cell" | "note" | "quote" | "footnote")
  /** Beside the column of labels of a slide, in large and in small type. */
  | ("slide" | "smallSlide");
export type ListKind = "Bullet" | "Number" | "Continue" | "Task";

/** Built-in list styles go down to 5, levels of a definition to 9 (17.9.6). */
export const deepestStyle = 5;
export const deepestLevel = 9;

/** Numbers of the definitions in numbering.xml that styles point to; those of lists that count begin at `firstInstance`. */
export const listPlaces: readonly ListPlace[] = [
  ...(["page", "cell", "note", "quote", "footnote"] as const),
  ...(["slide", "smallSlide"] as const),
];
export const headingNumbering = 18;
export const statementNumbering = 19;
export const firstInstance = 20;
export function numberingOf(place: ListPlace, ordered: boolean): number {
  return listPlaces.indexOf(place) * 2 + (ordered ? 2 : 1);
}

const places: Readonly<Record<ListPlace, { prefix: string; base: string }>> = {
  page: { prefix: "", base: "BodyText" },
  cell: { prefix: "Table ", base: "TableText" },
  note: { prefix: "Note ", base: "Note" },
  quote: { prefix: "Quote ", base: "Quote" },
  footnote: { prefix: "Footnote ", base: "FootnoteText" },
  slide: { prefix: "Slide ", base: "SlideText" },
  smallSlide: { prefix: "Small Slide ", base: "SmallSlideText" },
};

/** The style of an item on a level, 1 for the outermost. Deeper than the built-in styles it is that of the deepest. */
export function listStyle(
  theme: Theme,
  place: ListPlace,
  kind: ListKind,
  level: number,
): ParagraphStyle {
  const shown = Math.min(deepestStyle, level);
  const { prefix, base } = places[place];
  const name = `${prefix}List ${kind}${shown === 1 ? "" : ` ${shown}`}`;
  const indent = listIndent(theme, place, kind === "Number", shown);
  const numbered = kind === "Bullet" || kind === "Number";
  return {
    id: name.replaceAll(" ", ""),
    name,
    basedOn: base,
    role: roleOf(theme, place),
    indent: {
      ...(kind === "Continue" ? { left: indent.left } : indent),
      ...(place === "note" ? { right: theme.blocks.callout.padding.right } : {}),
    },
    ...(kind === "Task" ? { tabs: [{ at: indent.left, align: "left" as const }] } : {}),
    ...(numbered
      ? { numbering: { id: numberingOf(place, kind === "Number"), level: shown - 1 } }
      : {}),
    ...dressing(theme, place, indent.left - (kind === "Continue" ? 0 : indent.hanging)),
    quick: place === "page" && level === 1 && numbered,
  };
}

/** Where the text of an item stands and how far its label hangs, points. The levels of numbering.xml say the same. */
export function listIndent(
  theme: Theme,
  place: ListPlace,
  ordered: boolean,
  level: number,
): { readonly left: number; readonly hanging: number } {
  const list = theme.styles["list"];
  const hang = (list?.hang || theme.blocks.bullet.hang) + (ordered ? 6 : 0);
  return { left: leftOf(theme, place) + hang * level, hanging: hang };
}

function leftOf(theme: Theme, place: ListPlace): number {
  if (place === "cell") return 0;
  if (place === "footnote") return footnoteHang(theme);
  if (place === "slide" || place === "smallSlide") return slideTextLeft(theme);
  const style = theme.styles[place === "page" ? "list" : place] ?? theme.styles["body"];
  const inset = place === "note" ? theme.blocks.callout.padding.left : 0;
  return stripLeft(theme, style?.strip ?? "main") + (style?.indent ?? 0) + inset;
}

/** From the mark of a footnote to its text, points. */
export function footnoteHang(theme: Theme): number {
  return theme.styles["footnote"]?.hang || 14;
}

function roleOf(theme: Theme, place: ListPlace): string {
  if (place === "cell") return theme.blocks.table.text;
  if (place === "slide" || place === "smallSlide") return slideTextRole(theme, place);
  return place === "page" ? "list" : place;
}

/** From the left margin to the text of a slide, points: the column of labels stays free. */
export function slideTextLeft(theme: Theme): number {
  const x = slideTextLayout(theme)?.measures["x"] ?? theme.page.margins.left;
  return Math.max(0, x - theme.page.margins.left);
}

/** Style of the theme for text of slides; what has no room in large type is set as other text of slides. */
export function slideTextRole(theme: Theme, place: "slide" | "smallSlide"): string {
  return (place === "slide" ? slideTextLayout(theme)?.styles["text"] : undefined) ?? "body";
}

function slideTextLayout({ slides }: Theme): SlideLayout | undefined {
  const layouts = slides?.layouts ?? {};
  return Object.hasOwn(layouts, "text") ? layouts["text"] : undefined;
}

/** In a box the tint begins where it does in other paragraphs, however deep an item stands. */
function dressing(theme: Theme, place: ListPlace, left: number): Partial<ParagraphStyle> {
  if (place !== "note") return {};
  const { padding } = theme.blocks.callout;
  return {
    shading: "tint",
    padding: {
      left: padding.left + left - leftOf(theme, place),
      right: padding.right,
    },
    borders: [{ side: "bottom", rule: "shading", space: padding.bottom }],
  };
}
