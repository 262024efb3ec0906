import { dayOf } from "./date.ts";
import { dateNames, isFrench } from "./date-names.ts";
import type { Read } from "./date-text.ts";
import { afterDash, afterSpace, figures, isFigure, isWordCharacter, wordEnd } from "./date-text.ts";
import type { DateValue } from "./model.ts";

/** A date as it is written, from its first character to `end`, an offset in the text. */
export type ReadDate = {
  /** Undefined where no calendar has the day, such as "31 June". */
  readonly date: DateValue | undefined;
  readonly hasYear: boolean;
  readonly end: number;
};

/** Names in small letters. */
export type DateReader = {
  /** Month 1 to 12 of a name, long or short. */
  readonly months: ReadonlyMap<string, number>;
  /** Names that may be followed by a point. */
  readonly short: ReadonlySet<string>;
  /** Season 21 to 24 (EDTF) of a name. */
  readonly seasons: ReadonlyMap<string, number>;
};

/** Stands for a year that is not written: a leap year, so that February 29 is a day. */
export const anyYear = 4;

const readers = new Map<string, DateReader>();

/** Made when first used: months are read in the language and in English; languages other than French have the names of English. */
export function dateReader(language: string): DateReader {
  const own = isFrench(language) ? "fr" : "en";
  const reader = readers.get(own) ?? readerOf(own);
  readers.set(own, reader);
  return reader;
}

function readerOf(language: string): DateReader {
  const months = new Map<string, number>();
  const short = new Set<string>();
  const seasons = new Map<string, number>([["autumn", 23]]);
  for (const one of new Set(["en", language])) {
    const names = dateNames(one);
    names.months.forEach((name, index) => {
      months.set(name.toLowerCase(), index + 1);
    });
    names.shortMonths.forEach((name, index) => {
      if (name === "") return;
      months.set(name, index + 1);
      short.add(name);
    });
    names.seasons.forEach((name, index) => {
      seasons.set(name.toLowerCase(), index + 21);
    });
  }
  return { months, short, seasons };
}

/** The date that begins at a figure; undefined when none does. The text is in small letters. */
export function dateAtFigure(reader: DateReader, text: string, at: number): ReadDate | undefined {
  return daysBeforeMonth(reader, text, at) ?? numericDate(text, at) ?? years(text, at);
}

/** The date that begins at a word; undefined when none does. */
export function dateAtWord(
  reader: DateReader,
  text: string,
  at: number,
  end: number,
): ReadDate | undefined {
  const word = text.slice(at, end);
  if (word === "du") {
    const figure = afterSpace(text, end);
    return figure === undefined ? undefined : daysBeforeMonth(reader, text, figure);
  }
  if (word === "the") return season(reader, text, afterSpace(text, end));
  if (word === "l" && (text[end] === "’" || text[end] === "'"))
    return season(reader, text, end + 1);
  if (reader.seasons.has(word)) return season(reader, text, at);
  if (!reader.months.has(word)) return undefined;
  return daysAfterMonth(reader, text, at) ?? months(reader, text, at);
}

/** "29 August 2011", "15-18 June", "28 février au 2 mars 2012". */
function daysBeforeMonth(reader: DateReader, text: string, at: number): ReadDate | undefined {
  const first = day(text, at);
  if (first === undefined) return undefined;
  const { end } = first;
  const own = nextMonth(reader, text, end);
  const last = dayAfterDash(text, own?.end ?? end);
  const closing = last && nextMonth(reader, text, last.end);
  if (closing !== undefined)
    return days(text, { first, last, months: [own ?? closing, closing], end: closing.end });
  return own && days(text, { first, months: [own, own], end: own.end });
}

/** "June 15 to 18, 2011", "August 29", "June 30 to July 2, 2011". */
function daysAfterMonth(reader: DateReader, text: string, at: number): ReadDate | undefined {
  const own = month(reader, text, at);
  if (own === undefined) return undefined;
  const first = day(text, afterSpace(text, own.end));
  if (first === undefined) return undefined;
  const dash = afterDash(text, first.end);
  const other = dash === undefined ? undefined : month(reader, text, dash);
  const last = day(text, other === undefined ? dash : afterSpace(text, other.end));
  if (last === undefined) return days(text, { first, months: [own, own], end: first.end });
  return days(text, { first, last, months: [own, other ?? own], end: last.end });
}

type Days = {
  readonly first: Read;
  readonly last?: Read | undefined;
  /** Of the first and of the last day. */
  readonly months: readonly [Read, Read];
  readonly end: number;
};

function days(text: string, { first, last, months: [from, to], end }: Days): ReadDate | undefined {
  const written = yearAfter(text, end);
  const close = written?.end ?? end;
  if (isWordCharacter(text.charCodeAt(close))) return undefined;
  const year = written?.value ?? anyYear;
  const start = dayOf(year, from.value, first.value);
  const until = last && dayOf(year, to.value, last.value);
  const date = last === undefined ? start : start && until && interval(start, until);
  return { date, hasYear: written !== undefined, end: close };
}

/** "August 2011", "June to July 2011", "août de 2011". */
function months(reader: DateReader, text: string, at: number): ReadDate | undefined {
  const first = month(reader, text, at);
  if (first === undefined) return undefined;
  const dash = afterDash(text, first.end);
  const second = dash === undefined ? undefined : month(reader, text, dash);
  const last = second ?? first;
  const year = yearAfter(text, last.end);
  if (year === undefined) return undefined;
  const monthOf = ({ value }: Read): DateValue => ({
    kind: "month",
    year: year.value,
    month: value,
  });
  const date = second === undefined ? monthOf(first) : interval(monthOf(first), monthOf(second));
  return { date, hasYear: true, end: year.end };
}

/** "fall 2012", "winter of 2012", "été 2012". */
function season(
  { seasons }: DateReader,
  text: string,
  at: number | undefined,
): ReadDate | undefined {
  if (at === undefined) return undefined;
  const end = wordEnd(text, at);
  const named = seasons.get(text.slice(at, end));
  const year = named === undefined ? undefined : yearAfter(text, end);
  if (named === undefined || year === undefined) return undefined;
  return {
    date: { kind: "season", year: year.value, season: named },
    hasYear: true,
    end: year.end,
  };
}

/** "2010-11", "2010-11-14": ISO 8601. */
function numericDate(text: string, at: number): ReadDate | undefined {
  const year = calendarYear(text, at);
  if (year === undefined || text[year.end] !== "-") return undefined;
  const middle = figures(text, year.end + 1);
  if (middle?.length !== 2 || middle.value < 1 || middle.value > 12) return undefined;
  const after = text[middle.end] === "-" ? figures(text, middle.end + 1) : undefined;
  if (after === undefined) {
    if (isWordCharacter(text.charCodeAt(middle.end))) return undefined;
    const date: DateValue = { kind: "month", year: year.value, month: middle.value };
    return { date, hasYear: true, end: middle.end };
  }
  const { length, value, end } = after;
  if (length !== 2 || value > 39 || isWordCharacter(text.charCodeAt(end))) return undefined;
  if (text[end] === "-" && isFigure(text.charCodeAt(end + 1))) return undefined;
  return { date: dayOf(year.value, middle.value, value), hasYear: true, end };
}

/** "2009", "2009-2011", "2009 to 2011". */
function years(text: string, at: number): ReadDate | undefined {
  const first = calendarYear(text, at);
  if (first === undefined) return undefined;
  const from: DateValue = { kind: "year", year: first.value };
  const dash = afterDash(text, first.end);
  const second = dash === undefined ? undefined : calendarYear(text, dash);
  if (second !== undefined && !isWordCharacter(text.charCodeAt(second.end))) {
    const to: DateValue = { kind: "year", year: second.value };
    const date = first.value < second.value ? interval(from, to) : undefined;
    return { date, hasYear: true, end: second.end };
  }
  const next = text.charCodeAt(first.end);
  if (isWordCharacter(next)) return undefined;
  const divides = text[first.end] === "-" || text[first.end] === "/";
  if (divides && isFigure(text.charCodeAt(first.end + 1))) return undefined;
  return { date: from, hasYear: true, end: first.end };
}

function interval(start: DateValue, end: DateValue): DateValue {
  return { kind: "interval", start, end };
}

/** A number of one or two figures, with its ending as an ordinal, that nothing follows at once. */
function day(text: string, at: number | undefined): Read | undefined {
  const found = at === undefined ? undefined : figures(text, at);
  if (found === undefined || found.length > 2) return undefined;
  const isOrdinal = ["er", "st", "nd", "rd", "th"].includes(text.slice(found.end, found.end + 2));
  const end = found.end + (isOrdinal ? 2 : 0);
  return isWordCharacter(text.charCodeAt(end)) ? undefined : { value: found.value, end };
}

function dayAfterDash(text: string, at: number): Read | undefined {
  return day(text, afterDash(text, at));
}

function nextMonth(reader: DateReader, text: string, at: number): Read | undefined {
  const start = afterSpace(text, at);
  return start === undefined ? undefined : month(reader, text, start);
}

/** The point after a short name is part of it, unless it stands inside a word. */
function month(reader: DateReader, text: string, at: number): Read | undefined {
  const end = wordEnd(text, at);
  const name = text.slice(at, end);
  const value = reader.months.get(name);
  if (value === undefined) return undefined;
  const hasPoint =
    reader.short.has(name) && text[end] === "." && !isWordCharacter(text.charCodeAt(end + 1));
  return { value, end: end + (hasPoint ? 1 : 0) };
}

/** ", 2011", " 2011", " of 2011": four figures that nothing follows at once. */
function yearAfter(text: string, at: number): Read | undefined {
  const start = afterSpace(text, text[at] === "," ? at + 1 : at);
  if (start === undefined) return undefined;
  const word = text.slice(start, start + 2);
  const named = word === "of" || word === "de" ? afterSpace(text, start + 2) : undefined;
  const year = figures(text, named ?? start);
  return year?.length === 4 && !isWordCharacter(text.charCodeAt(year.end)) ? year : undefined;
}

/** A year that needs no name of a month beside it: 1900 to 2099. */
function calendarYear(text: string, at: number): Read | undefined {
  const year = figures(text, at);
  return year?.length === 4 && year.value >= 1900 && year.value < 2100 ? year : undefined;
}
