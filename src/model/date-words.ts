import { dayOf } from "./date.ts";
import { dateNames, isFrench } from "./date-names.ts";
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
 * "June 15 to 18, 2011", "Nov. 14, 2010", "2010-11-14", "the fall of 2012", "du 15 au 18 juin 2011", "1er mars", "2009". Months
 * are read in the language and, for French, in English too. A number alone is a year from 1900 to 2099.
 */
export function datesIn(text: string, language: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  // The long pattern is slow, and every date has a figure.
  if (!/\d/.test(text)) return found;
  const reader = readerFor(language);
  const small = lowerCase(text);
  if (!mayHoldDate(small)) return found;
  reader.pattern ??= makePattern(reader, reader.language);
  const { pattern } = reader;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(small); match !== null; match = pattern.exec(small)) {
    const date = dateOf(match.groups ?? {}, reader);
    if (date === undefined) continue;
    found.push({ ...date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Of the same length: there are letters whose small form has more characters. */
function lowerCase(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return text.replace(/[A-ZÀ-Þ]+/g, (capitals) => capitals.toLowerCase());
}

/** The date that a text is, as a whole; undefined when it says more or something else. */
export function readWrittenDate(text: string, language: string): WrittenDate | undefined {
  const trimmed = text.trim().replace(/^(?:(?:le|en|in|on|from|de|du|au|à) |d[’'])/i, "");
  const plain = plainDate(trimmed, language);
  if (plain !== undefined) return { ...plain, start: 0, end: trimmed.length };
  const [first, second] = datesIn(trimmed, language);
  if (first === undefined || first.start !== 0) return undefined;
  if (first.end === trimmed.length) return first;
  // "December 30, 2011 to January 2, 2012"
  if (second?.end !== trimmed.length || first.hasYear !== second.hasYear) return undefined;
  const between = trimmed.slice(first.end, second.start);
  if (!/^\s*(?:[-\u2010-\u2014]|to|and|au|à|et)\s*$/i.test(between)) return undefined;
  return {
    ...first,
    date: { kind: "interval", start: first.date, end: second.date },
    end: second.end,
  };
}

/**
 * "29 August, 2011", "15-18 June 2011", "August 29, 2011", "August 2011", "fall 2012", "2011", alone. Most written dates are of these
 * forms, and the pattern for all forms takes milliseconds to compile.
 */
function plainDate(text: string, language: string): Found | undefined {
  const small = lowerCase(text);
  const reader = readerFor(language);
  if (/^(?:19|20)\d\d$/.test(small)) return dateOf({ y5: small }, reader);
  const match =
    /^(?:(\d{1,2})(?:-(\d{1,2}))? )?([a-zà-ÿ]{3,9})(?: (\d{1,2}))?(?:,? (\d{4}))?$/.exec(small);
  const [, first, last, name = "", day, year] = match ?? [];
  if (reader.seasons.has(name)) {
    const alone = first === undefined && day === undefined && year !== undefined;
    return alone ? dateOf({ season: name, y4: year }, reader) : undefined;
  }
  if (!reader.months.has(name)) return undefined;
  if (first !== undefined)
    return day === undefined ? dateOf({ d1: first, d2: last, m1: name, year }, reader) : undefined;
  if (day !== undefined) return dateOf({ m2: name, d3: day, year2: year }, reader);
  return year === undefined ? undefined : dateOf({ m4: name, y3: year }, reader);
}

/** False only for a text without any date: a figure beside a month or season, or a year, must stand in it. */
function mayHoldDate(small: string): boolean {
  const month = "(?:jan|fe[bv]|fév|ma[riy]|a[pv]r|ju[inl]|aug|aoû|sep|oct|nov|d[eé]c)";
  const season = "(?:spring|summer|autumn|fall|winter|printemps|été|automne|hiver)";
  possible ??= new RegExp(
    `(?:19|20)\\d\\d|\\d(?:er|st|nd|rd|th)?\\s+${month}|(?:${month}[a-zà-ÿ]*\\.?|${season}),?\\s+(?:(?:of|de)\\s+)?\\d`,
  );
  return possible.test(small);
}

let possible: RegExp | undefined;

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

type Reader = Names & {
  readonly language: string;
  /** Made when a text is searched first. */
  pattern: RegExp | undefined;
};

const readers = new Map<string, Reader>();

/** Made when first used: French has its own, all other languages that of English. */
function readerFor(language: string): Reader {
  const own = isFrench(language) ? "fr" : "en";
  const reader = readers.get(own) ?? { ...allNames(own), language: own, pattern: undefined };
  readers.set(own, reader);
  return reader;
}

/**
 * Small letters and figures, of all scripts near enough. Written out, and the text made small before, since the same pattern with
 * `\p{L}` for all cases takes three times as long to compile, which is felt in every run.
 */
const letters =
  "0-9a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\ud7ff\\uf900-\\ufdff";

function makePattern(names: Names, language: string): RegExp {
  const short = new Set(["en", language].flatMap((one) => dateNames(one).shortMonths));
  const month = [...names.months.keys()]
    .map((name) => (short.has(name) ? String.raw`${name}\b\.?` : name))
    .join("|");
  const season = [...names.seasons.keys()].join("|");
  const day = String.raw`\d{1,2}(?:er|st|nd|rd|th)?`;
  const dash = String.raw`(?:\s*[-\u2010-\u2014]\s*|\s+(?:to|and|au|à|et)\s+)`;
  const of = String.raw`(?:(?:of|de)\s+)?`;
  const year = String.raw`(?:,?\s+${of}(?<year>\d{4}))?`;
  return new RegExp(
    `(?<![${letters}.,:/-])(?:` +
      [
        // 15-18 June 2011, 29 August 2011, du 28 février au 2 mars 2012
        String.raw`(?:du\s+)?(?<d1>${day})(?:\s+(?<m0>${month}))?(?:${dash}(?<d2>${day}))?\s+(?<m1>${month})${year}`,
        // June 15 to 18, 2011; August 29; June 30 to July 2, 2011
        String.raw`(?<m2>${month})\s+(?<d3>${day})(?!\d)(?:${dash}(?:(?<m3>${month})\s+)?(?<d4>${day})(?!\d))?${year.replace("year", "year2")}`,
        String.raw`(?:(?<m5>${month})${dash})?(?<m4>${month}),?\s+${of}(?<y3>\d{4})`,
        String.raw`(?:the\s+|l[’'])?(?<season>${season}),?\s+${of}(?<y4>\d{4})`,
        String.raw`(?<y8>(?:19|20)\d\d)-(?<m8>0[1-9]|1[0-2])(?:-(?<d8>[0-3]\d))?(?!-?\d)`,
        String.raw`(?<y6>(?:19|20)\d\d)${dash}(?<y7>(?:19|20)\d\d)`,
        String.raw`(?<y5>(?:19|20)\d\d)(?![-/]\d)`,
      ].join("|") +
      `)(?![${letters}])`,
    "g",
  );
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
    names.shortMonths.forEach((name, index) => {
      if (name !== "") months.set(name, index + 1);
    });
    names.seasons.forEach((name, index) => {
      seasons.set(name.toLowerCase(), index + 21);
    });
  }
  seasons.set("autumn", 23);
  return { months, seasons };
}

type Groups = Readonly<Record<string, string | undefined>>;

type Found = Pick<WrittenDate, "date" | "hasYear">;

function dateOf(groups: Groups, names: Names): Found | undefined {
  if (groups["y8"] !== undefined) return numericDate(groups, Number(groups["y8"]));
  const { y6: from, y7: to } = groups;
  if (from !== undefined && to !== undefined) {
    const [start, end] = [Number(from), Number(to)];
    if (start >= end) return undefined;
    return {
      date: interval({ kind: "year", year: start }, { kind: "year", year: end }),
      hasYear: true,
    };
  }
  const written = groups["year"] ?? groups["year2"] ?? groups["y3"] ?? groups["y4"] ?? groups["y5"];
  const hasYear = written !== undefined;
  const date = dateInYear(groups, names, hasYear ? Number(written) : anyYear);
  return date && { date, hasYear };
}

/** A date in the form of ISO 8601: "2010-11", "2010-11-14". */
function numericDate(groups: Groups, year: number): Found | undefined {
  const month = Number(groups["m8"]);
  const day = groups["d8"];
  const date = day === undefined ? undefined : dayOf(year, month, Number(day));
  if (day !== undefined && date === undefined) return undefined;
  return { date: date ?? { kind: "month", year, month }, hasYear: true };
}

function dateInYear(groups: Groups, names: Names, year: number): DateValue | undefined {
  if (groups["y5"] !== undefined) return { kind: "year", year };
  const season = names.seasons.get(groups["season"]?.toLowerCase() ?? "");
  if (season !== undefined) return { kind: "season", year, season };
  const month = monthOf(names, groups["m4"]);
  if (month === undefined) return daysInYear(groups, names, year);
  const before = monthOf(names, groups["m5"]);
  const last: DateValue = { kind: "month", year, month };
  return before === undefined ? last : interval({ kind: "month", year, month: before }, last);
}

function daysInYear(groups: Groups, names: Names, year: number): DateValue | undefined {
  const lastMonth = monthOf(names, groups["m1"] ?? groups["m3"] ?? groups["m2"]);
  const firstMonth = monthOf(names, groups["m0"] ?? groups["m2"]) ?? lastMonth;
  if (firstMonth === undefined || lastMonth === undefined) return undefined;
  const start = dayOf(year, firstMonth, Number.parseInt(groups["d1"] ?? groups["d3"] ?? "", 10));
  const last = groups["d2"] ?? groups["d4"];
  if (start === undefined || last === undefined) return start;
  const end = dayOf(year, lastMonth, Number.parseInt(last, 10));
  return end && interval(start, end);
}

function monthOf(names: Names, name: string | undefined): number | undefined {
  return name === undefined ? undefined : names.months.get(name.toLowerCase().replace(/\.$/, ""));
}

function interval(start: DateValue, end: DateValue): DateValue {
  return { kind: "interval", start, end };
}
