import { expect, test } from "vitest";
import { datesIn, readWrittenDate } from "../../src/model/date-words.ts";
import { dateText, parseDate, printDate } from "../../src/model/index.ts";
import { fc, runs } from "../support/property.ts";
import { read } from "./support.ts";

/** What is said of words that a link ties to an event with this date. */
function saidOf(words: string, date: string, lang = "en-CA"): readonly string[] {
  const text = `---
lang: ${lang}
---
# Dates

It was [${words}](fact:it.date).

## Register {.register}

### Events {records=event}

| Id | Event | Date |
| --- | --- | --- |
| it | Something | ${date} |
`;
  return read(text).diagnostics.map(({ rule }) => rule);
}

test.each([
  ["29 August, 2011", "2011-08-29"],
  ["August 29, 2011", "2011-08-29"],
  ["August 29", "2011-08-29"],
  ["29th August 2011", "2011-08-29"],
  ["on August 29, 2011", "2011-08-29"],
  ["August 2011", "2011-08-29"],
  ["August, 2011", "2011-08-29"],
  ["2011", "2011-08-29"],
  ["summer 2011", "2011-08-29"],
  ["autumn 2012", "2012-23"],
  ["Fall 2012", "2012-23"],
  ["15-18 June 2011", "2011-06-15/2011-06-18"],
  ["15–18 June 2011", "2011-06-15/2011-06-18"],
  ["June 15 to 18, 2011", "2011-06-15/2011-06-18"],
  ["2009 to 2012", "2009/2012"],
  ["2009–2012", "2009/2012"],
  ["December 30, 2011 to January 2, 2012", "2011-12-30/2012-01-02"],
  ["from May to June 2011", "2011-05/2011-06"],
  ["May to July 2011", "2011-06-15/2011-06-18"],
  ["June 15-18", "2011-06-15/2011-06-18"],
  ["30 June to 2 July 2011", "2011-06-30/2011-07-02"],
  ["June 30 to July 2, 2011", "2011-06-30/2011-07-02"],
  ["February 29", "2012-02-29"],
  ["January 2, 2012", "2012-01-02"],
  ["the fall of 2012", "2012-23"],
  ["March of 2012", "2012-03"],
  ["Nov. 14, 2010", "2010-11-14"],
  ["14 Nov 2010", "2010-11-14"],
  ["Sept. 2011", "2011-09"],
  ["2010-11-14", "2010-11-14"],
  ["2010-11", "2010-11-14"],
])("%s agrees with %s", (words, date) => {
  expect(saidOf(words, date)).toEqual([]);
});

test.each([
  ["29 août 2011", "2011-08-29"],
  ["le 29 août", "2011-08-29"],
  ["l’automne 2012", "2012-23"],
  ["à l’automne de 2012", "2012-23"],
  ["au printemps 2012", "2012-21"],
  ["14 nov. 2010", "2010-11-14"],
  ["1er mars 2012", "2012-03-01"],
  ["du 15 au 18 juin 2011", "2011-06-15/2011-06-18"],
  ["du 28 février au 2 mars 2012", "2012-02-28/2012-03-02"],
  ["de 2009 à 2012", "2009/2012"],
  ["d’avril à août 2011", "2011-04/2011-08"],
  ["du 30 décembre 2011 au 2 janvier 2012", "2011-12-30/2012-01-02"],
  ["automne 2012", "2012-23"],
  ["été 2011", "2011-08-29"],
])("in French %s agrees with %s", (words, date) => {
  expect(saidOf(words, date, "fr-CA")).toEqual([]);
});

test.each([
  ["August 30, 2011", "2011-08-29"],
  ["August 29, 2012", "2011-08-29"],
  ["29 September", "2011-08-29"],
  ["15-17 June 2011", "2011-06-15/2011-06-18"],
  ["14-18 June 2011", "2011-06-15/2011-06-18"],
  ["15-18 June 2011", "2011-06-15"],
  ["2009 to 2011", "2009/2012"],
  ["December 30, 2011 or January 2, 2012", "2011-12-30/2012-01-02"],
  ["June 15", "2011-06-15/2011-06-18"],
  ["August 29, 2011", "2011-08"],
  ["spring 2011", "2011-08-29"],
  ["last summer", "2011-08-29"],
  ["31 June 2011", "2011-06-30"],
  ["August 29, 2011 and later", "2011-08-29"],
])("%s does not agree with %s", (words, date) => {
  expect(saidOf(words, date)).toEqual(["fact-agrees"]);
});

test("whatever is printed for a date agrees with it, in both languages", () => {
  const year = fc.integer({ min: 1900, max: 2099 });
  const parts = fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
  const two = (number: number): string => String(number).padStart(2, "0");
  const dates = fc.oneof(
    year.map(String),
    fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, season]) => `${y}-${season}`),
    parts.map(([y, month]) => `${y}-${two(month)}`),
    parts.map(([y, month, day]) => `${y}-${two(month)}-${two(day)}`),
    fc
      .tuple(parts, fc.integer({ min: 1, max: 28 }))
      .filter(([[, , day], last]) => day < last)
      .map(
        ([[y, month, day], last]) =>
          `${y}-${two(month)}-${two(day)}/${y}-${two(month)}-${two(last)}`,
      ),
  );
  fc.assert(
    fc.property(dates, fc.constantFrom("en-CA", "fr-CA"), (written, language) => {
      const date = parseDate(written);
      if (date === undefined) throw new Error(written);
      expect(dateText(date)).toBe(written);
      expect(saidOf(printDate(date, language), written, language)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

test("a date that stands alone is read as the same words within a text", () => {
  const months = ["January", "may", "Sept", "sept.", "août", "févr", "Fall", "été", "days"];
  const forms = [
    "M",
    "M Y",
    "M, Y",
    "D M",
    "D M Y",
    "D M, Y",
    "D-E M Y",
    "M D",
    "M D, Y",
    "D M D",
    "Y",
    "M of Y",
  ];
  for (const language of ["en", "fr-CA"])
    for (const month of months)
      for (const form of forms)
        for (const [day, end, year] of [
          ["1", "3", "2011"],
          ["31", "32", "1850"],
          ["30", "12", "2012"],
        ] as const) {
          const text = form
            .replace("M", month)
            .replaceAll("D", day)
            .replace("E", end)
            .replace("Y", year);
          const found = datesIn(`“${text}”`, language).filter(
            ({ end: to, start }) => to - start === text.length,
          );
          const { date, hasYear } = readWrittenDate(text, language) ?? {};
          expect({ text, date, hasYear }).toEqual({
            text,
            date: found[0]?.date,
            hasYear: found[0]?.hasYear,
          });
        }
});
