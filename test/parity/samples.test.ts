import { describe, expect, test } from "vitest";
import { sample } from "../layout/support.ts";
import { outlinesOf } from "./both.ts";

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

/** Columns of a masthead stand line by line in Word. */
const inAnyOrder = (languages: Readonly<Record<string, string>>) =>
  Object.entries(languages).map(([language, text]) => [language, sorted(text.split(" "))]);

/** On a slide a year stands once above its dates, and the items of a list have no marks; Word says both with each. */
const withoutYears = (words: readonly string[]) => words.filter((word) => !/^20\d\d$/.test(word));
const withoutMarks = (items: readonly string[]) =>
  items.map((item) => item.replace(/ \u2022? ?/, " "));

describe.each(["fact-sheet", "briefing-note", "report", "slides"])("the sample %s", (product) => {
  const made = outlinesOf(sample(product));
  const isDeck = product === "slides";

  test("says the same words in PDF and Word", async () => {
    const { pdf, word } = await made;
    const words = (all: readonly string[]) => sorted(isDeck ? withoutYears(all) : all);
    expect(words(word.words)).toEqual(words(pdf.words));
  });

  test("has the same headings on the same levels", async () => {
    const { pdf, word } = await made;
    expect(word.headings).toEqual(pdf.headings);
    expect(word.headings.length).toBeGreaterThan(5);
  });

  test("has the same lists, tables, links, notes, captions, pictures and contents", async () => {
    const { pdf, word } = await made;
    const items = isDeck ? withoutMarks : (all: readonly string[]) => all;
    expect(items(word.items)).toEqual(items(pdf.items));
    const parts = ["tables", "links", "notes", "captions", "pictures", "contents"] as const;
    for (const part of parts) expect(word[part], part).toEqual(pdf[part]);
  });

  test("is in the same languages", async () => {
    const { pdf, word } = await made;
    expect(inAnyOrder(word.languages)).toEqual(inAnyOrder(pdf.languages));
  });
});
