import type { SlideLayout, Theme } from "../../../theme/index.ts";
import { slideTextLeft, slideTextRole, statementNumbering } from "./list-styles.ts";
import type { ParagraphStyle } from "./style.ts";

/** Styles that only slides use; none where the theme has no slides. */
export function slideStyles(theme: Theme): readonly ParagraphStyle[] {
  if (theme.slides === undefined) return [];
  const role = (layout: string, purpose: string, usual: string): string =>
    lookOf(theme, layout)?.styles[purpose] ?? usual;
  const left = statementIndent(theme);
  return [
    {
      id: "SlideTitle",
      name: "Slide Title",
      basedOn: "Heading1",
      next: "BodyText",
      role: "h2",
      outlineLevel: 0,
      pageBreakBefore: true,
      keepNext: true,
      spacing: { before: 0, after: 22 },
      borders: [{ side: "bottom", rule: "section", space: 24 }],
    },
    {
      id: "SlideText",
      name: "Slide Text",
      basedOn: "BodyText",
      role: slideTextRole(theme, "slide"),
      indent: { left: slideTextLeft(theme) },
    },
    {
      id: "SmallSlideText",
      name: "Small Slide Text",
      basedOn: "SlideText",
      role: slideTextRole(theme, "smallSlide"),
      indent: { left: slideTextLeft(theme) },
    },
    {
      id: "SlideStatement",
      name: "Slide Statement",
      basedOn: "BodyText",
      role: role("statement", "text", "body"),
      indent: { left, hanging: left },
      // The rule stands in the middle of the space.
      spacing: { after: 16 },
      borders: [{ side: "between", rule: "hair", space: 16 }],
      numbering: { id: statementNumbering, level: 0 },
      keepLines: true,
    },
    {
      id: "ColumnHeading",
      name: "Column Heading",
      basedOn: "Heading2",
      next: "BodyText",
      role: role("two-column", "head", "h3"),
      outlineLevel: 1,
      keepNext: true,
      spacing: { before: 0 },
    },
    {
      id: "SlideTimeline",
      name: "Slide Timeline",
      basedOn: "Timeline",
      role: role("timeline", "text", "body"),
      indent: { left: 0 },
      keepLines: true,
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

/** Title of a deck that is too long for the style of titles, the largest first; none where the theme names none. */
export function longTitleStyles(theme: Theme): readonly ParagraphStyle[] {
  const look = lookOf(theme, "title");
  return ["long", "longest"].flatMap((purpose): readonly ParagraphStyle[] => {
    const role = look?.styles[purpose];
    if (role === undefined) return [];
    const name = `Title ${purpose[0]?.toUpperCase()}${purpose.slice(1)}`;
    return [
      {
        id: name.replace(" ", ""),
        name,
        basedOn: "Title",
        next: "BodyText",
        role,
        keepNext: true,
        spacing: { before: theme.page.height / (purpose === "long" ? 7 : 10), after: 16 },
      },
    ];
  });
}

/** From the left margin to the text of a statement, points: its number stands before it. */
export function statementIndent(theme: Theme): number {
  const x = lookOf(theme, "statement")?.measures["text-x"];
  return x === undefined ? 60 : Math.max(0, x - theme.page.margins.left);
}

function lookOf(theme: Theme, layout: string): SlideLayout | undefined {
  const layouts = theme.slides?.layouts ?? {};
  return Object.hasOwn(layouts, layout) ? layouts[layout] : undefined;
}
