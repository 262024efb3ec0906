import { childOf } from "../../ooxml/index.ts";
import { tabStops } from "../read-part.ts";
import type { Reading, ReadParagraph } from "../reading.ts";
import type { Tell } from "../tell.ts";

/** Distances are made by styles: empty paragraphs are read out as "blank", and tabs and blanks fall apart when the text is enlarged (WCAG 2.1, 1.3.1, 1.4.12). */
export function checkSpacing(reading: Reading, tell: Tell): void {
  for (const paragraph of reading.paragraphs) {
    if (isBlank(paragraph)) checkBlank(paragraph, tell);
    else if (!isCode(paragraph)) checkTabs(paragraph, reading, tell);
  }
}

function isBlank({ text, holdsThings, isRuled }: ReadParagraph): boolean {
  return text.trim() === "" && !holdsThings && !isRuled;
}

function checkBlank(paragraph: ReadParagraph, tell: Tell): void {
  const { follows, isNeeded } = paragraph;
  // A row of empty ones is told once.
  if (isNeeded || (follows !== undefined && isBlank(follows) && !follows.isNeeded)) return;
  tell({
    rule: "word-paragraph-is-not-empty",
    severity: "warning",
    message: "An empty paragraph stands in the text as a distance.",
    at: follows ?? paragraph,
    hints: [
      `${follows === undefined ? "It" : "The empty one comes after this one; it"} can go when the styles have the space that they need.`,
    ],
  });
}

function isCode({ styleName, runs }: ReadParagraph): boolean {
  if (/code|preformatted|verbatim|macro text|plain text/i.test(styleName)) return true;
  return runs.every(({ look, text }) => look.isMonospaced || text.trim() === "");
}

function checkTabs(paragraph: ReadParagraph, reading: Reading, tell: Tell): void {
  const lines = paragraph.text.split("\n");
  const tabs = Math.max(...lines.map((line) => line.split("\t").length - 1));
  const isContents = /^toc \d|^table of figures/i.test(paragraph.styleName);
  if (tabs > 0 && !isContents && tabs > tabStops(paragraph, reading.styles))
    tell({
      rule: "word-tabs-have-stops",
      severity: "warning",
      message: `A paragraph has ${tabs === 1 ? "a tab" : `${tabs} tabs in a line`} without a tab stop for ${tabs === 1 ? "it" : "each"}.`,
      at: paragraph,
      hints: [
        "Set tab stops or an indent in its style, or make a table of what stands in columns.",
      ],
    });
  if (/\S {4,}\S|^ {4,}\S/m.test(paragraph.text))
    tell({
      rule: "word-blanks-do-not-lay-out",
      severity: "warning",
      message: "A row of blanks moves text to its place.",
      at: paragraph,
      hints: ["Use a tab with a tab stop, an indent, or a table."],
    });
}

/** Lists are lists by their numbering, so that a reader hears how many items there are. */
export function checkLists(reading: Reading, tell: Tell): void {
  let previous: string | undefined;
  for (const paragraph of reading.paragraphs) {
    const kind = markOf(paragraph);
    // The second one makes it a list, and it is told once.
    const isSecond = kind !== undefined && kind === previous && paragraph.follows !== undefined;
    if (isSecond && paragraph.follows !== undefined && !isThird(paragraph.follows, kind))
      tell({
        rule: "word-lists-are-lists",
        severity: "warning",
        message: "A list is typed by hand.",
        at: paragraph.follows,
        hints: ["Take its marks out and give it the style List Bullet or List Number."],
      });
    previous = kind;
  }
}

function isThird(paragraph: ReadParagraph, kind: string): boolean {
  return paragraph.follows !== undefined && markOf(paragraph.follows) === kind;
}

function markOf(paragraph: ReadParagraph): string | undefined {
  if (paragraph.isListItem || paragraph.level !== undefined || paragraph.isInTable)
    return undefined;
  if (childOf(paragraph.element, "w:pPr") !== undefined && /^toc \d/i.test(paragraph.styleName))
    return undefined;
  if (isCode(paragraph)) return undefined;
  const [, bullet, number] =
    /^\s*(?:([-–•·▪●○◦*])|(\(?(?:\d{1,2}|[a-z])[.)]))[\s\t]+\S/.exec(paragraph.text) ?? [];
  return bullet ?? (number === undefined ? undefined : number.replace(/[\da-z]+/, "n"));
}
