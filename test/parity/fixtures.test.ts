import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { onePixel } from "../docx/support.ts";
import { documentOf } from "../template/support.ts";
import { outlinesOf } from "./both.ts";
import type { Outline } from "./outline.ts";

const root = new URL("../", import.meta.url);
const folders = ["conformance/fixtures/", "fixtures/everything/", "fixtures/gfm/"];
const sources = folders.flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}${name}`),
);
const dot = { format: "png", width: 96, height: 48, density: 96, bytes: onePixel } as const;
const pictures = Object.fromEntries(
  ["test/conformance/fixtures/harbour.png", "test/fixtures/everything/bars.svg"].map((path) => [
    path,
    dot,
  ]),
);

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();
const letters = (text: string): string => sorted([...text.replace(/\s/g, "")]).join("");
const wordsIn = (texts: readonly string[]) => sorted(texts.flatMap((text) => text.split(" ")));

/**
 * Columns of a masthead stand line by line in Word, notes stand after the text and a note of a note in the note that names it first, and words
 * from right to left are in the order of the page in the PDF.
 */
function comparable({ words, notes, languages, items, links, ...others }: Outline) {
  const isLatin = (text: string): boolean => !/[\u0590-\u06ff]/.test(text);
  return {
    ...others,
    letters: letters(words.join("")),
    words: sorted(words.filter((word) => isLatin(word) && !/\d/.test(word))),
    notes: wordsIn(notes),
    links: sorted(links),
    // A task that is numbered has its box alone in the PDF, and its number before the box in Word.
    items: sorted(items).filter((item) => !/ numbered$/.test(item)),
    languages: Object.entries(languages).map(([language, text]) => [language, letters(text)]),
  };
}

const products = ["report", "briefing-note", "fact-sheet"] as const;

describe.each(products)("a %s of the fixture", (product) => {
  test.each(sources)(
    "%s says the same in PDF and Word",
    async (source) => {
      const { value } = documentOf(readFileSync(new URL(source, root), "utf8"), {
        product,
        file: `test/${source}`,
      });
      const { pdf, word } = await outlinesOf(value, pictures);
      expect(comparable(word)).toEqual(comparable(pdf));
    },
    60_000,
  );
});
