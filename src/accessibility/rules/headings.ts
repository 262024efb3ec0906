import type { Reading, ReadParagraph } from "../reading.ts";
import type { Tell } from "../tell.ts";

/** Longer paragraphs are no headings, whatever they look like. */
const longestHeading = 100;

/** Headings go down one level at a time, say something, and are headings by their style (WCAG 2.1, 1.3.1, 2.4.6; PDF/UA-1 7.4). */
export function checkHeadings(reading: Reading, tell: Tell): void {
  let level = 0;
  for (const paragraph of reading.paragraphs) {
    if (paragraph.level === undefined) {
      checkByHand(paragraph, tell);
      continue;
    }
    if (paragraph.text.trim() === "") {
      // A picture as a heading is read by its alternative text.
      if (!paragraph.holdsThings)
        tell({
          rule: "word-headings-have-text",
          severity: "error",
          message: `A heading of level ${paragraph.level} has no text.`,
          at: paragraph,
          hints: ["Delete the paragraph, or give it another style."],
        });
      continue;
    }
    if (paragraph.level > level + 1) tellSkipped(paragraph, level, tell);
    level = paragraph.level;
  }
}

function tellSkipped(paragraph: ReadParagraph, level: number, tell: Tell): void {
  const before = level === 0 ? "it is the first one" : `the one before it has level ${level}`;
  tell({
    rule: "word-headings-are-in-order",
    severity: "error",
    message: `A heading has level ${paragraph.level}, but ${before}.`,
    at: paragraph,
    hints: [`Give it the style Heading ${level + 1}.`],
  });
}

/** Bold by hand and short, above text that is not: it looks like a heading and is none. */
function checkByHand(paragraph: ReadParagraph, tell: Tell): void {
  const before = paragraph.follows;
  if (before === undefined || before.level !== undefined || paragraph.isInTable) return;
  const text = before.text.trim();
  const isShort = text !== "" && text.length <= longestHeading && !/[.:;,]$/.test(text);
  const isBold = before.runs.every(
    ({ look, text: part }) => look.isBoldByHand || part.trim() === "",
  );
  const isPlainBelow =
    paragraph.text.trim().length > text.length &&
    paragraph.runs.some(({ look }) => !look.isBold) &&
    !before.isListItem;
  if (isShort && isBold && isPlainBelow)
    tell({
      rule: "word-headings-are-styled",
      severity: "warning",
      message: "A paragraph looks like a heading, and is only bold.",
      at: before,
      hints: ["Give it the style of a heading, so that a reader can go to it."],
    });
}
