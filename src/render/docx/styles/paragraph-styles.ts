import type { Theme } from "../../../theme/index.ts";
import type { RunningLine } from "../running-lines.ts";
import { footerLines, headerLines } from "../running-lines.ts";
import type { ParagraphStyle } from "./style.ts";

/** Numbers of the list definitions in numbering.xml that styles point to. */
export const bulletNumbering = 1;
export const decimalNumbering = 2;

/** The whole set of paragraph styles of a product; those that a document does not use are there for its editors. */
export function paragraphStyles(theme: Theme): readonly ParagraphStyle[] {
  return [
    ...bodyStyles(theme),
    ...headingStyles(theme),
    ...listStyles(theme),
    ...blockStyles(theme),
    ...noteStyles(theme),
    ...runningStyles(theme),
  ];
}

function bodyStyles(theme: Theme): readonly ParagraphStyle[] {
  const opening = theme.masters.first.opening;
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
      ...(opening === undefined ? {} : { spacing: { after: Math.max(opening.gap, 8) } }),
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
      borders: [{ side: "top", rule: "open", space: 6 }],
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
      borders: [{ side: "left", rule: "note-top", space: 8 }],
    },
    {
      id: "HTMLPreformatted",
      name: "HTML Preformatted",
      basedOn: "Normal",
      role: "code",
      shading: "tint",
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

function headingStyles(theme: Theme): readonly ParagraphStyle[] {
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level): ParagraphStyle => {
    const role =
      [`h${level + 1}`, "h6", "h5", "h4"].find((name) => Object.hasOwn(theme.styles, name)) ??
      "body";
    return {
      id: `Heading${level}`,
      name: `heading ${level}`,
      basedOn: "Normal",
      next: "BodyText",
      role: level <= 5 ? role : "h4",
      outlineLevel: level - 1,
      keepNext: true,
      quick: level <= 4,
      ...headingIndent(theme, level),
    };
  });
  return [
    ...levels,
    {
      id: "AnnexTitle",
      name: "Annex Title",
      basedOn: "Heading1",
      next: "BodyText",
      role: Object.hasOwn(theme.styles, "annex-title") ? "annex-title" : "h2",
      outlineLevel: 0,
      pageBreakBefore: true,
      keepNext: true,
    },
    {
      id: "SlideTitle",
      name: "Slide Title",
      basedOn: "Heading1",
      next: "BodyText",
      role: "h2",
      outlineLevel: 0,
      pageBreakBefore: true,
      keepNext: true,
      spacing: { after: 24 },
    },
    {
      id: "TOCHeading",
      name: "TOC Heading",
      basedOn: "Normal",
      next: "BodyText",
      role: "contents-head",
      keepNext: true,
    },
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level): ParagraphStyle => {
      const styles = theme.blocks.tableOfContents.styles;
      return {
        id: `TOC${level}`,
        name: `toc ${level}`,
        basedOn: "Normal",
        role: styles[level - 1] ?? styles.at(-1) ?? "body",
        tabs: [{ at: textWidth(theme), align: "right" }],
        indent: {
          left: stripLeft(theme, theme.blocks.tableOfContents.strip) + Math.max(0, level - 2) * 12,
          right: 24,
        },
        ...(level === 1
          ? {
              borders: [
                { side: "top" as const, rule: theme.blocks.tableOfContents.rule, space: 3 },
              ],
            }
          : {}),
      };
    }),
  ];
}

/** A side heading of the PDF stands above its text in Word, in the text's own column. */
function headingIndent(theme: Theme, level: number): Pick<ParagraphStyle, "indent"> {
  return theme.blocks.sideHeadingLevel === level
    ? { indent: { left: stripLeft(theme, "main") } }
    : {};
}

function listStyles(theme: Theme): readonly ParagraphStyle[] {
  const hang = theme.styles["list"]?.hang ?? theme.blocks.bullet.hang;
  const left = stripLeft(theme, theme.styles["list"]?.strip ?? "main");
  const levels = [1, 2, 3, 4, 5];
  const suffix = (level: number): string => (level === 1 ? "" : ` ${level}`);
  const key = (level: number): string => (level === 1 ? "" : String(level));
  return levels.flatMap((level): ParagraphStyle[] => {
    const indent = { left: left + hang * level, hanging: hang };
    return [
      {
        id: `ListBullet${key(level)}`,
        name: `List Bullet${suffix(level)}`,
        basedOn: "BodyText",
        role: "list",
        indent,
        numbering: { id: bulletNumbering, level: level - 1 },
        quick: level === 1,
      },
      {
        id: `ListNumber${key(level)}`,
        name: `List Number${suffix(level)}`,
        basedOn: "BodyText",
        role: "list",
        indent: { left: left + (hang + 6) * level, hanging: hang + 6 },
        numbering: { id: decimalNumbering, level: level - 1 },
        quick: level === 1,
      },
      {
        id: `ListContinue${key(level)}`,
        name: `List Continue${suffix(level)}`,
        basedOn: "BodyText",
        role: "list",
        indent: { left: indent.left },
      },
    ];
  });
}

function blockStyles(theme: Theme): readonly ParagraphStyle[] {
  const box = theme.blocks.box.padding;
  const { signature } = theme.blocks.decision;
  const timelineText = stripLeft(theme, theme.blocks.timeline.textStrip);
  const dates = timelineText > 0 ? timelineText : 120;
  const inBox = { left: box.left, right: box.right };
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
      indent: inBox,
      borders: [{ side: "top", rule: "box-top", space: 6 }],
    },
    {
      id: "QuickFact",
      name: "Quick Fact",
      basedOn: "BodyText",
      role: "fact-label",
      shading: "tint",
      indent: inBox,
      spacing: { before: 3, after: 3 },
      tabs: [{ at: width - box.right, align: "right" }],
      borders: [{ side: "between", rule: "hair", space: 4 }],
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
      borders: [{ side: "top", rule: "note-top", space: 7 }],
    },
    { id: "Note", name: "Note", basedOn: "BodyText", role: "note", shading: "tint" },
    { id: "CardFoot", name: "Card Foot", basedOn: "BodyText", role: "card-foot" },
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

function noteStyles(theme: Theme): readonly ParagraphStyle[] {
  const hang = theme.styles["footnote"]?.hang ?? 14;
  return [
    {
      id: "FootnoteText",
      name: "footnote text",
      basedOn: "Normal",
      role: "footnote",
      indent: { left: hang, hanging: hang },
    },
  ];
}

/** A style a line of the header or footer, since each has tab stops of its own. */
function runningStyles(theme: Theme): readonly ParagraphStyle[] {
  const style = (
    line: RunningLine,
    id: string,
    name: string,
    borders: ParagraphStyle["borders"],
  ): ParagraphStyle => ({
    id,
    name,
    basedOn: "Normal",
    role: line.role,
    indent: { left: 0 },
    tabs: line.tabs,
    ...(borders === undefined ? {} : { borders }),
  });
  const rule = (side: "top" | "bottom") => [{ side, rule: "hair", space: 4 }];
  const headers = headerLines(theme);
  const footers = footerLines(theme);
  const plain: RunningLine = { role: "foot", tabs: [], frames: [] };
  return [
    style(headers[0] ?? plain, "Header", "header", rule("bottom")),
    style(headers[0] ?? plain, "HeaderFirst", "Header First Page", undefined),
    ...footers.map((line, index) =>
      style(
        line,
        index === 0 ? "Footer" : `Footer${index + 1}`,
        index === 0 ? "footer" : `Footer Line ${index + 1}`,
        index === 0 ? rule("top") : undefined,
      ),
    ),
    ...(footers.length === 0 ? [style(plain, "Footer", "footer", undefined)] : []),
  ];
}

/** From the left margin to the strip, points. */
export function stripLeft(theme: Theme, name: string): number {
  return Math.max(0, (theme.strips[name]?.x ?? theme.page.margins.left) - theme.page.margins.left);
}

export function textWidth(theme: Theme): number {
  return theme.page.width - theme.page.margins.left - theme.page.margins.right;
}
