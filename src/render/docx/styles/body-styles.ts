import type { Theme } from "../../../theme/index.ts";
import { stripLeft } from "./measures.ts";
import type { ParagraphStyle } from "./style.ts";

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of styles, one an entry
export function bodyStyles(theme: Theme): readonly ParagraphStyle[] {
  const columns = theme.blocks.masthead.x
    .slice(1)
    .map((x) => ({ at: x - theme.page.margins.left, align: "left" as const }));
  return [
    { id: "BodyText", name: "Body Text", basedOn: "Normal", role: "body", quick: true },
    {
      id: "Title",
      name: "Title",
      basedOn: "Normal",
      next: "BodyText",
      role: "title",
      quick: true,
      keepNext: true,
      spacing: titleSpacing(theme),
    },
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "BodyText",
      role: "subtitle",
      quick: true,
      keepNext: true,
    },
    {
      id: "KindLine",
      name: "Kind Line",
      basedOn: "Normal",
      next: "Title",
      role: "kind",
      keepNext: true,
    },
    {
      id: "KindVariant",
      name: "Kind Variant",
      basedOn: "Normal",
      next: "Title",
      role: "variant",
      keepNext: true,
    },
    {
      id: "Masthead",
      name: "Masthead",
      basedOn: "Normal",
      next: "MastheadText",
      role: "masthead",
      tabs: columns,
      keepNext: true,
    },
    {
      id: "MastheadText",
      name: "Masthead Text",
      basedOn: "Normal",
      role: "masthead-text",
      tabs: columns,
      keepNext: true,
    },
    { id: "Lead", name: "Lead", basedOn: "BodyText", next: "BodyText", role: "lead", quick: true },
    {
      id: "Initiative",
      name: "Initiative",
      basedOn: "BodyText",
      role: "item",
      keepLines: true,
      quick: true,
    },
    { id: "Small", name: "Small", basedOn: "BodyText", role: "small" },
    { id: "Formats", name: "Formats", basedOn: "BodyText", role: "formats" },
    { id: "LinkItem", name: "Link Item", basedOn: "BodyText", role: "link-item" },
    { id: "Purpose", name: "Purpose", basedOn: "BodyText", role: "purpose" },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "BodyText",
      role: "quote",
      quick: true,
    },
    {
      id: "HTMLPreformatted",
      name: "HTML Preformatted",
      basedOn: "Normal",
      role: "code",
      shading: "tint",
      padding: codeInset,
      inset: codeInset,
      indent: {
        left: stripLeft(theme, theme.styles["code"]?.strip ?? "main") + codeInset.left,
        right: codeInset.right,
      },
      borders: [
        { side: "top", rule: "shading", space: 8 },
        { side: "bottom", rule: "shading", space: 8 },
      ],
      quick: true,
    },
    {
      id: "HorizontalRule",
      name: "Horizontal Rule",
      basedOn: "Normal",
      next: "BodyText",
      role: "body",
      borders: [{ side: "bottom", rule: "hair", space: 1 }],
    },
    {
      id: "DefinitionTerm",
      name: "Definition Term",
      basedOn: "BodyText",
      next: "Definition",
      role: "term",
      keepNext: true,
    },
    { id: "Definition", name: "Definition", basedOn: "BodyText", role: "description" },
    {
      id: "Figure",
      name: "Figure",
      basedOn: "BodyText",
      next: "Caption",
      role: "body",
      keepNext: true,
      lineRule: "auto",
    },
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      next: "BodyText",
      role: "caption",
      quick: true,
      keepNext: true,
    },
    {
      id: "FigureCaption",
      name: "Figure Caption",
      basedOn: "Caption",
      next: "BodyText",
      role: "caption",
      spacing: { before: 6, after: 12 },
    },
  ];
}

/** From the edges of the tint to the code in it, points. */
const codeInset = { left: 12, right: 12 };

/** Clear of the masthead above; on a title slide, in the middle of the page. */
function titleSpacing(theme: Theme): NonNullable<ParagraphStyle["spacing"]> {
  const text = theme.styles["title"];
  const opening = theme.masters.first.opening;
  const before = Math.max(text?.before ?? 0, 8);
  if (theme.slides !== undefined) return { before: theme.page.height / 5, after: 16 };
  return opening === undefined ? { before } : { before, after: Math.max(opening.gap, 8) };
}
