import type { Theme } from "../../../theme/index.ts";
import { stripLeft } from "./measures.ts";
import type { ParagraphStyle } from "./style.ts";

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of styles, one an entry
export function blockStyles(theme: Theme): readonly ParagraphStyle[] {
  const box = theme.blocks.box.padding;
  const { signature } = theme.blocks.decision;
  const timelineText = stripLeft(theme, theme.blocks.timeline.textStrip);
  // Where the theme has no column for dates, a long one still fits: "September 10 to 24, 2012".
  const dateSize = theme.styles[theme.blocks.timeline.text]?.size ?? 10;
  const dates = timelineText > 0 ? timelineText : dateSize * 12.5;
  const inBox = { left: box.left, right: box.right };
  const padding = inBox;
  // Of paragraphs with the same borders the last alone has that below.
  const footOfBox = [{ side: "bottom", rule: "shading", space: box.bottom }] as const;
  const small = theme.slides?.layouts["annex-table"]?.styles["text"];
  return [
    {
      id: "QuickFactsHeading",
      name: "Quick Facts Heading",
      basedOn: "Heading2",
      next: "QuickFact",
      role: "facts-head",
      outlineLevel: 0,
      keepNext: true,
      shading: "tint",
      padding,
      indent: inBox,
      spacing: { after: 0 },
      borders: [{ side: "top", rule: "box-top", space: 6 }],
    },
    {
      id: "QuickFact",
      name: "Quick Fact",
      basedOn: "Normal",
      role: "fact-label",
      indent: { left: 0 },
      spacing: { before: 0, after: 0 },
      keepNext: true,
      keepLines: true,
    },
    {
      id: "Timeline",
      name: "Timeline",
      basedOn: "BodyText",
      role: "timeline-text",
      ...(theme.slides === undefined
        ? {
            indent: { left: dates, hanging: dates },
            tabs: [{ at: dates, align: "left" as const }],
          }
        : {}),
      spacing: { after: theme.blocks.timeline.after },
      keepLines: true,
    },
    ...tableText("TableText", "Table Text", theme.blocks.table.text),
    ...tableText("TableHeading", "Table Heading", theme.blocks.table.head, true),
    ...tableText("TableRowHeading", "Table Row Heading", theme.blocks.table.text, true),
    ...(small === undefined ? [] : tableText("TableSmall", "Table Small", small)),
    // As low as can be: see `parted` in blocks/table-parts.ts.
    {
      id: "TableEnd",
      name: "Table End",
      basedOn: "Normal",
      role: "body",
      indent: { left: 0 },
      leading: 2,
      spacing: { before: 0, after: 0 },
    },
    {
      id: "RoutingText",
      name: "Routing Text",
      basedOn: "Normal",
      role: theme.blocks.keyValues.value,
      indent: { left: 0 },
    },
    {
      id: "RoutingLabel",
      name: "Routing Label",
      basedOn: "RoutingText",
      role: theme.blocks.keyValues.label,
      indent: { left: 0 },
      regular: true,
      boldByTable: true,
    },
    {
      id: "DecisionHeading",
      name: "Decision Heading",
      basedOn: "Heading1",
      next: "Decision",
      role: "h2",
      outlineLevel: 0,
      keepNext: true,
      shading: "tint",
      padding,
      indent: inBox,
      borders: [{ side: "top", rule: "box-top", space: 6 }],
    },
    {
      id: "Decision",
      name: "Decision",
      basedOn: "BodyText",
      role: "body",
      keepNext: true,
      shading: "tint",
      padding,
      indent: inBox,
      borders: footOfBox,
      tabs: [1, 2, 3].map((step) => ({
        at: box.left + theme.blocks.decision.choice.step * step,
        align: "left" as const,
      })),
    },
    {
      id: "Signature",
      name: "Signature",
      basedOn: "BodyText",
      role: signature.label,
      regular: true,
      keepNext: true,
      shading: "tint",
      padding,
      indent: inBox,
      borders: footOfBox,
      tabs: [
        { at: box.left + signature.labelWidth, align: "left" },
        {
          at: box.left + signature.labelWidth + signature.lineWidth,
          align: "left",
          leader: "underscore",
        },
      ],
    },
    {
      id: "NoteHeading",
      name: "Note Heading",
      basedOn: "BodyText",
      next: "Note",
      role: "note-label",
      keepNext: true,
      ...noteBox(theme, "top"),
    },
    { id: "Note", name: "Note", basedOn: "BodyText", role: "note", ...noteBox(theme, "bottom") },
    {
      id: "CardHeading",
      name: "Card Heading",
      basedOn: "Heading2",
      next: "BodyText",
      role: Object.hasOwn(theme.styles, "card-title") ? "card-title" : "h3",
      outlineLevel: 1,
      keepNext: true,
      ...cardBox(theme, "top"),
    },
    {
      id: "CardHeadingAlone",
      name: "Card Heading Alone",
      basedOn: "CardHeading",
      role: Object.hasOwn(theme.styles, "card-title") ? "card-title" : "h3",
      outlineLevel: 1,
      spacing: { after: 20 },
      ...cardBox(theme, "alone"),
    },
    {
      id: "CardText",
      name: "Card Text",
      basedOn: "BodyText",
      role: Object.hasOwn(theme.styles, "card-text") ? "card-text" : "body",
      ...cardBox(theme, "middle"),
    },
    {
      id: "CardTextLast",
      name: "Card Text Last",
      basedOn: "CardText",
      role: Object.hasOwn(theme.styles, "card-text") ? "card-text" : "body",
      ...cardBox(theme, "last"),
    },
    {
      id: "CardFoot",
      name: "Card Foot",
      basedOn: "BodyText",
      role: "card-foot",
      spacing: { before: 6, after: 20 },
      ...cardBox(theme, "foot"),
    },
  ];
}

/** The tint and the text in it, which stands where text outside does but for the padding. */
function noteBox(theme: Theme, side: "top" | "bottom"): Partial<ParagraphStyle> {
  const { padding, ruleTop } = theme.blocks.callout;
  const { left, right } = padding;
  const strip = theme.styles[side === "top" ? "note-label" : "note"]?.strip ?? "main";
  return {
    ...(side === "top" ? { spacing: { before: theme.page.baseline } } : {}),
    shading: "tint",
    padding: { left, right },
    inset: { left, right },
    indent: { left: stripLeft(theme, strip) + left, right },
    borders: [{ side, rule: side === "top" ? ruleTop : "shading", space: padding[side] }],
  };
}

/** Text of cells by its alignment. */
function tableText(
  id: string,
  name: string,
  role: string,
  boldByTable = false,
): readonly ParagraphStyle[] {
  // The table makes its heads bold; bold by both would be bold by neither (17.7.3).
  const bold = boldByTable ? { boldByTable, regular: true } : {};
  const style = { basedOn: id, role, indent: { left: 0 }, ...bold };
  return [
    { ...style, id, name, basedOn: "Normal" },
    { ...style, id: `${id}Right`, name: `${name} Right`, align: "right" },
    { ...style, id: `${id}Centre`, name: `${name} Centre`, align: "center" },
  ];
}

/**
 * On slides a card is a tint with a rule above, as in the PDF. Where its paragraphs do not have the same borders, nothing fills the space between
 * them; so that space is their borders, in the colour of the tint.
 */
function cardBox(
  theme: Theme,
  part: "top" | "alone" | "middle" | "last" | "foot",
): Partial<ParagraphStyle> {
  if (theme.slides === undefined) return {};
  const rule = theme.slides.layouts["cards"]?.rules["top"] ?? theme.blocks.box.ruleTop;
  const { left, right, top, bottom } = theme.blocks.box.padding;
  const tint = (side: "top" | "bottom" | "between", space: number) =>
    ({ side, rule: "shading", space }) as const;
  const ruled = [
    { side: "top", rule, space: top },
    { side: "between", rule, space: top },
  ] as const;
  const borders = {
    top: ruled,
    alone: [...ruled, tint("bottom", bottom)],
    middle: [tint("top", 6)],
    last: [tint("top", 6), tint("bottom", bottom)],
    foot: [tint("top", 10), tint("bottom", bottom)],
  }[part];
  const isEnd = part === "alone" || part === "last" || part === "foot";
  return {
    shading: "tint",
    padding: { left, right },
    inset: { left, right },
    indent: { left, right },
    borders,
    spacing: { before: 0, after: isEnd ? 20 : 0 },
  };
}
