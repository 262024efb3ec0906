import { expect, test } from "vitest";
import type { DateValue } from "../../src/model/index.ts";
import { compareDates, contains, dateText, parseDate, printDate } from "../../src/model/index.ts";
import { fc, runs } from "../support/property.ts";

function date(text: string): DateValue {
  const value = parseDate(text);
  if (value === undefined) throw new Error(`"${text}" is not a date`);
  return value;
}

test.each([
  ["2009", "2009", "2009"],
  ["2010-11", "November 2010", "novembre 2010"],
  ["2010-11-14", "November 14, 2010", "14 novembre 2010"],
  ["2012-03-01", "March 1, 2012", "1er mars 2012"],
  ["2011-08-29", "August 29, 2011", "29 août 2011"],
  ["2010-11-14T09:30:00Z", "November 14, 2010", "14 novembre 2010"],
  ["2010-11-14 09:30:00 -0500", "November 14, 2010", "14 novembre 2010"],
  ["2012-21", "spring 2012", "printemps 2012"],
  ["2012-23", "fall 2012", "automne 2012"],
  ["2011-06-15/2011-06-18", "June 15 to 18, 2011", "du 15 au 18 juin 2011"],
  ["2011-06-30/2011-07-02", "June 30 to July 2, 2011", "du 30 juin au 2 juillet 2011"],
  [
    "2011-12-30/2012-01-02",
    "December 30, 2011 to January 2, 2012",
    "du 30 décembre 2011 au 2 janvier 2012",
  ],
  ["2012-02-28/2012-03-01", "February 28 to March 1, 2012", "du 28 février au 1er mars 2012"],
  ["2011-05/2011-06", "May to June 2011", "de mai à juin 2011"],
  ["2011-04/2011-08", "April to August 2011", "d’avril à août 2011"],
  ["2009/2012", "2009 to 2012", "de 2009 à 2012"],
])("%s prints as %s and as %s", (written, english, french) => {
  expect(printDate(date(written), "en-CA")).toBe(english);
  expect(printDate(date(written), "fr-CA")).toBe(french);
});

test("slides leave the year out, cells begin with a capital", () => {
  const style = { year: false };
  expect(printDate(date("2011-06-15/2011-06-18"), "en-CA", style)).toBe("June 15 to 18");
  expect(printDate(date("2011-06-15/2011-06-18"), "fr-CA", style)).toBe("du 15 au 18 juin");
  expect(printDate(date("2009"), "en-CA", style)).toBe("2009");
  expect(printDate(date("2012-23"), "en-CA", { capital: true })).toBe("Fall 2012");
  expect(printDate(date("2012-22"), "fr-CA", { capital: true })).toBe("Été 2012");
});

test.each([
  ["2011-02-30"],
  ["2011-02-29"],
  ["1900-02-29"],
  ["2011-13"],
  ["2011-00"],
  ["2011-25"],
  ["2011-6-1"],
  ["11-06-01"],
  ["2011-06-18/2011-06-15"],
  ["2011-06-15/2011"],
  ["2011/2012/2013"],
  ["2011-06-15/"],
  ["/2011"],
  ["2011-06-15T10"],
  [" 2011"],
  ["June 2011"],
  [""],
])("%j is not a date", (written) => {
  expect(parseDate(written)).toBeUndefined();
});

test("a leap day is a day in leap years", () => {
  expect(parseDate("2012-02-29")).toEqual({ kind: "day", year: 2012, month: 2, day: 29 });
  expect(parseDate("2000-02-29")).toBeDefined();
});

test.each([
  ["2011", "2011-06-15", true],
  ["2011-06", "2011-06-15/2011-06-18", true],
  ["2011-06-15/2011-06-18", "2011-06-16", true],
  ["2012-23", "2012-11-30", true],
  ["2012-24", "2013-02-28", true],
  ["2012-24", "2012-01-15", false],
  ["2011-06-16", "2011-06", false],
  ["2011-07", "2011-06-30", false],
])("%s contains %s: %s", (outer, inner, holds) => {
  expect(contains(date(outer), date(inner))).toBe(holds);
});

test("dates sort by their first day, the coarser first", () => {
  const written = [
    "2012-01-01",
    "2011-06-15/2011-06-18",
    "2012",
    "2011-06-15",
    "2012-01",
    "2012-21",
  ];
  const sorted = written.map(date).sort(compareDates).map(dateText);
  expect(sorted).toEqual([
    "2011-06-15/2011-06-18",
    "2011-06-15",
    "2012",
    "2012-01",
    "2012-01-01",
    "2012-21",
  ]);
});

const whole = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    rest: fc.constantFrom("", "-02", "-11", "-21", "-24", "-02-28", "-12-31"),
  })
  .map(({ year, rest }) => `${String(year).padStart(4, "0")}${rest}`);
const anyDate = fc.oneof(
  whole,
  fc.tuple(whole, whole).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
);
const someDates = anyDate.filter((text) => parseDate(text) !== undefined).map(date);

test("a date that is written and read is the same", () => {
  fc.assert(
    fc.property(someDates, (one) => {
      expect(parseDate(dateText(one))).toEqual(one);
    }),
  );
});

test("a date contains itself, and containing goes one way only", () => {
  fc.assert(
    fc.property(someDates, someDates, (a, b) => {
      expect(contains(a, a)).toBe(true);
      if (contains(a, b) && contains(b, a)) expect(compareDates(a, b)).toBe(0);
      if (contains(a, b) && !contains(b, a)) expect(compareDates(a, b)).toBeLessThanOrEqual(0);
    }),
    { numRuns: runs(300), examples: [[date("2011"), date("2011-06")]] },
  );
});

test("the order of dates is an order", () => {
  fc.assert(
    fc.property(someDates, someDates, someDates, (a, b, c) => {
      expect(Math.sign(compareDates(a, b)) + Math.sign(compareDates(b, a))).toBe(0);
      if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0)
        expect(compareDates(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
