import type { Reading, ReadParagraph } from "../reading.ts";
import type { Tell } from "../tell.ts";

/**
 * Headers and footers are not read out with the text, so nothing may stand there alone (WCAG 2.1, 1.3.1). What the text or the properties of
 * the file say in the same words is said; so are the numbers of pages.
 */
export function checkRunning(reading: Reading, tell: Tell): void {
  const known = new Set<string>();
  for (const { text } of reading.paragraphs) for (const word of wordsOf(text)) known.add(word);
  for (const value of propertiesOf(reading)) for (const word of wordsOf(value)) known.add(word);
  const told = new Set<string>();
  for (const paragraph of reading.running)
    for (const piece of paragraph.text.split(/[\t\n]/)) {
      const words = wordsOf(piece);
      const unknown = words.filter((word) => !known.has(word) && !usual.has(word));
      // A word or two more than the text has, such as "version", is no message of its own.
      if (unknown.length * 2 <= words.length || told.has(piece.trim())) continue;
      told.add(piece.trim());
      tell({
        rule: "word-text-is-not-only-in-header",
        severity: "warning",
        message: `"${shown(piece)}" stands in a ${isHeader(paragraph) ? "header" : "footer"} alone, where it is not read out.`,
        at: paragraph,
        hints: ["Say it in the text too, where a reader needs it."],
      });
    }
}

const usual = new Set(["page", "of", "de", "sur", "seite", "von", "version", "draft", "ébauche"]);

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\d.]*[\p{L}\d][\p{L}\p{M}\d]*/gu)
      ?.filter((word) => !/^\d{1,3}$/.test(word)) ?? []
  );
}

function propertiesOf({ file }: Reading): readonly string[] {
  return file.relations("").flatMap(({ name, path }) => {
    if (path === undefined || !/-properties$/.test(name)) return [];
    const { root } = file.xml(path);
    return root.children.map((each) => each.text + each.children.map(({ text }) => text).join(" "));
  });
}

function isHeader({ part }: ReadParagraph): boolean {
  return /header/i.test(part);
}

function shown(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}
