import { dayOf } from "./date.ts";
import { dateNames } from "./date-names.ts";
import type { DateValue } from "./model.ts";

/** A date found in running text. */
export type WrittenDate = {
  /** With the year 4 when none is written: a leap year, so that February 29 is a day. */
  readonly date: DateValue;
  /** Whether the year is written. */
  readonly hasYear: boolean;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
};

/** Stands for a year that is not written. */
const anyYear = 4;

/**
 * The dates in a text, in order, whatever way they are written: "29 August, 2011", "August 29", "15-18 June 2011",
 * "June 15 to 18, 2011", "fall 2012", "du 15 au 18 juin 2011", "1er mars", "2009". Months are read in the language and,
 * for French, in English too. A number alone is a year from 1900 to 2099.
 */
export function datesIn(text: string, language: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  const pattern = patternFor(language);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const date = dateOf(match.groups ?? {}, language);
    if (date === undefined) continue;
    found.push({ ...date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The date that a text is, as a whole; undefined when it says more or something else. */
export function readWrittenDate(text: string, language: string): WrittenDate | undefined {
  const trimmed = text.trim().replace(/^(?:le|en|in|on) /i, "");
  const [first] = datesIn(trimmed, language);
  return first !== undefined && first.start === 0 && first.end === trimmed.length
    ? first
    : undefined;
}

/** The date with the year of `other` where none is written. */
export function withYearOf(written: WrittenDate, other: DateValue): DateValue {
  if (written.hasYear) return written.date;
  return inYear(written.date, firstYear(other));
}

/** The date as it is when its year is not written. */
export function withoutYear(date: DateValue): DateValue {
  return inYear(date, anyYear);
}

function firstYear(date: DateValue): number {
  return date.kind === "interval" ? firstYear(date.start) : date.year;
}

function inYear(date: DateValue, year: number): DateValue {
  if (date.kind !== "interval") return { ...date, year };
  return { kind: "interval", start: inYear(date.start, year), end: inYear(date.end, year) };
}

const patterns = new Map<string, RegExp>();

function patternFor(language: string): RegExp {
  const known = patterns.get(language);
  if (known !== undefined) {
    known.lastIndex = 0;
    return known;
  }
  const names = allNames(language);
  const month = [...names.months.keys()].join("|");
  const season = [...names.seasons.keys()].join("|");
  const day = String.raw`\d{1,2}(?:er|st|nd|rd|th)?`;
  const dash = String.raw`(?:\s*[-\u2010-\u2014]\s*|\s+(?:to|au|and|et)\s+)`;
  const year = String.raw`(?:,?\s+(?:de\s+)?(?<year>\d{4}))?`;
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}.,:/-])(?:` +
      [
        // 15-18 June 2011, 29 August 2011, du 28 février au 2 mars 2012
        String.raw`(?:du\s+)?(?<d1>${day})(?:\s+(?<m0>${month}))?(?:${dash}(?<d2>${day}))?\s+(?<m1>${month})${year}`,
        // June 15 to 18, 2011; August 29; June 30 to July 2, 2011
        String.raw`(?<m2>${month})\s+(?<d3>${day})(?!\d)(?:${dash}(?:(?<m3>${month})\s+)?(?<d4>${day})(?!\d))?${year.replace("year", "year2")}`,
        String.raw`(?<m4>${month}),?\s+(?<y3>\d{4})`,
        String.raw`(?<season>${season}),?\s+(?<y4>\d{4})`,
        String.raw`(?<y5>(?:19|20)\d\d)(?![-/]\d)`,
      ].join("|") +
      String.raw`)(?![\p{L}\p{N}])`,
    "giu",
  );
  patterns.set(language, pattern);
  return pattern;
}

type Names = {
  readonly months: ReadonlyMap<string, number>;
  readonly seasons: ReadonlyMap<string, number>;
};

function allNames(language: string): Names {
  const months = new Map<string, number>();
  const seasons = new Map<string, number>();
  for (const one of new Set(["en", language])) {
    const names = dateNames(one);
    names.months.forEach((name, index) => {
      months.set(name.toLowerCase(), index + 1);
    });
    names.seasons.forEach((name, index) => {
      seasons.set(name.toLowerCase(), index + 21);
    });
  }
  seasons.set("autumn", 23);
  return { months, seasons };
}

type Groups = Readonly<Record<string, string | undefined>>;

function dateOf(
  groups: Groups,
  language: string,
): Pick<WrittenDate, "date" | "hasYear"> | undefined {
  const names = allNames(language);
  const month = (name: string | undefined): number | undefined =>
    name === undefined ? undefined : names.months.get(name.toLowerCase());
  const written = groups["year"] ?? groups["year2"] ?? groups["y3"] ?? groups["y4"] ?? groups["y5"];
  const year = written === undefined ? anyYear : Number(written);
  const hasYear = written !== undefined;
  if (groups["y5"] !== undefined) return { date: { kind: "year", year }, hasYear };
  if (groups["season"] !== undefined) {
    const season = names.seasons.get(groups["season"].toLowerCase());
    return season === undefined ? undefined : { date: { kind: "season", year, season }, hasYear };
  }
  const only = month(groups["m4"]);
  if (only !== undefined) return { date: { kind: "month", year, month: only }, hasYear };
  const lastMonth = month(groups["m1"] ?? groups["m3"] ?? groups["m2"]);
  const firstMonth = month(groups["m0"] ?? groups["m2"]) ?? lastMonth;
  if (firstMonth === undefined || lastMonth === undefined) return undefined;
  const start = dayOf(year, firstMonth, Number.parseInt(groups["d1"] ?? groups["d3"] ?? "", 10));
  const last = groups["d2"] ?? groups["d4"];
  if (start === undefined || last === undefined) return start && { date: start, hasYear };
  const end = dayOf(year, lastMonth, Number.parseInt(last, 10));
  return end && { date: { kind: "interval", start, end }, hasYear };
}
