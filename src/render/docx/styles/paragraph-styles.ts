import type { Theme } from "../../../theme/index.ts";
import { blockStyles } from "./block-styles.ts";
import { bodyStyles } from "./body-styles.ts";
import { footnoteHang, headingNumbering, listStyle } from "./list-styles.ts";
import { stripLeft, textWidth } from "./measures.ts";
import { runningStyles } from "./running-styles.ts";
import { slideStyles } from "./slide-styles.ts";
import type { ParagraphStyle } from "./style.ts";

/**
 * The whole set of paragraph styles of a product; those that a document does not use are there for its editors.
 * @param numberedLevels down to which headings are numbered by their styles, so that one that is typed in Word is too; 0 for none
 */
export function paragraphStyles(theme: Theme, numberedLevels: number): readonly ParagraphStyle[] {
  const unnumbered = numberedLevels > 0 ? { unnumbered: true } : {};
  return [
    ...bodyStyles(theme),
    ...headingStyles(theme, numberedLevels),
    ...listStyles(theme),
    ...[...blockStyles(theme), ...slideStyles(theme)].map((style) =>
      /^Heading\d$/.test(style.basedOn) ? { ...style, ...unnumbered } : style,
    ),
    ...noteStyles(theme),
    ...runningStyles(theme),
  ];
}

function headingStyles(theme: Theme, numberedLevels: number): readonly ParagraphStyle[] {
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
      ...(level <= numberedLevels ? { numbering: { id: headingNumbering, level: level - 1 } } : {}),
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
      // Nothing is added at the top of a page.
      spacing: { before: 0 },
      ...(theme.styles["annex-title"] !== undefined &&
      theme.styles["annex-title"].ruleAbove === undefined
        ? { borders: [] }
        : {}),
    },
    {
      id: "TOCHeading",
      name: "TOC Heading",
      basedOn: "Normal",
      next: "BodyText",
      role: "contents-head",
      keepNext: true,
    },
    {
      id: "TableofFigures",
      name: "table of figures",
      basedOn: "Normal",
      role: theme.blocks.tableOfContents.styles[1] ?? "body",
      ...entryMeasures(theme, 1),
    },
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level): ParagraphStyle => {
      const styles = theme.blocks.tableOfContents.styles;
      return {
        id: `TOC${level}`,
        name: `toc ${level}`,
        basedOn: "Normal",
        role: styles[level - 1] ?? styles.at(-1) ?? "body",
        ...entryMeasures(theme, level),
        ...(level === 1
          ? {
              // Of entries that follow each other the first alone has that above.
              borders: (["top", "between"] as const).map((side) => ({
                side,
                rule: theme.blocks.tableOfContents.rule,
                space: 3,
              })),
            }
          : {}),
      };
    }),
  ];
}

/** Page numbers stand at the right margin. */
function entryMeasures(theme: Theme, level: number): Pick<ParagraphStyle, "tabs" | "indent"> {
  const left = stripLeft(theme, theme.blocks.tableOfContents.strip);
  return {
    tabs: [{ at: textWidth(theme), align: "right" }],
    indent: { left: left + Math.max(0, level - 2) * 12 },
  };
}

/** A side heading of the PDF stands above its text in Word, in the text's own column. */
function headingIndent(theme: Theme, level: number): Pick<ParagraphStyle, "indent"> {
  return theme.blocks.sideHeadingLevel === level
    ? { indent: { left: stripLeft(theme, "main") } }
    : {};
}

function listStyles(theme: Theme): readonly ParagraphStyle[] {
  const kinds = ["Bullet", "Number", "Continue"] as const;
  return [1, 2, 3, 4, 5].flatMap((level) =>
    kinds.map((kind) => listStyle(theme, "page", kind, level)),
  );
}

function noteStyles(theme: Theme): readonly ParagraphStyle[] {
  const hang = footnoteHang(theme);
  return [
    {
      id: "FootnoteText",
      name: "footnote text",
      basedOn: "Normal",
      role: "footnote",
      indent: { left: hang, hanging: hang },
      tabs: [{ at: hang, align: "left" }],
    },
    {
      id: "FootnoteContinue",
      name: "Footnote Continue",
      basedOn: "FootnoteText",
      role: "footnote",
      indent: { left: hang },
    },
  ];
}
