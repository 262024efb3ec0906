import type { Theme } from "../../../theme/index.ts";
import { stripLeft, textWidth } from "./measures.ts";
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
  const padding = Math.max(box.left, box.right);
  const width = textWidth(theme);
  return [
    {
      id: "QuickFactsHeading",
      name: "Quick Facts Heading",
      basedOn: "Heading2",
      next: "QuickFact",
      role: "facts-head",
      outlineLevel: 1,
      keepNext: true,
      shading: "tint",
      padding,
      indent: inBox,
      borders: [{ side: "top", rule: "box-top", space: 6 }],
    },
    {
      id: "QuickFact",
      name: "Quick Fact",
      basedOn: "BodyText",
      role: "fact-label",
      shading: "tint",
      padding,
      indent: inBox,
      spacing: { before: 3, after: 3 },
      tabs: [{ at: width - box.right, align: "right" }],
      borders: [{ side: "between", rule: "hair", space: 3 }],
      keepNext: true,
      keepLines: true,
    },
    {
      id: "Timeline",
      name: "Timeline",
      basedOn: "BodyText",
      role: "timeline-text",
      indent: { left: dates, hanging: dates },
      tabs: [{ at: dates, align: "left" }],
      spacing: { after: theme.blocks.timeline.after },
      keepLines: true,
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      role: theme.blocks.table.text,
      indent: { left: 0 },
    },
    {
      id: "TableTextRight",
      name: "Table Text Right",
      basedOn: "TableText",
      role: theme.blocks.table.text,
      indent: { left: 0 },
      align: "right",
    },
    {
      id: "TableTextCentre",
      name: "Table Text Centre",
      basedOn: "TableText",
      role: theme.blocks.table.text,
      indent: { left: 0 },
      align: "center",
    },
    {
      id: "RoutingText",
      name: "Routing Text",
      basedOn: "Normal",
      role: theme.blocks.keyValues.value,
      indent: { left: 0 },
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
      keepNext: true,
      shading: "tint",
      padding,
      indent: inBox,
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
      shading: "tint",
      padding: 6,
      borders: [{ side: "top", rule: "note-top", space: 7 }],
    },
    { id: "Note", name: "Note", basedOn: "BodyText", role: "note", shading: "tint", padding: 6 },
    {
      id: "CardHeading",
      name: "Card Heading",
      basedOn: "Heading2",
      next: "BodyText",
      role: Object.hasOwn(theme.styles, "card-title") ? "card-title" : "h3",
      outlineLevel: 1,
      keepNext: true,
    },
    {
      id: "CardFoot",
      name: "Card Foot",
      basedOn: "BodyText",
      role: "card-foot",
      spacing: { before: 0, after: 14 },
    },
    {
      id: "SpeakerNotesHeading",
      name: "Speaker Notes Heading",
      basedOn: "Normal",
      next: "SpeakerNotes",
      role: "small",
      keepNext: true,
      borders: [{ side: "top", rule: "hair", space: 4 }],
    },
    { id: "SpeakerNotes", name: "Speaker Notes", basedOn: "BodyText", role: "small" },
  ];
}
