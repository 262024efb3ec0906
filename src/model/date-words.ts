import type { DateReader, ReadDate } from "./date-reader.ts";
import { anyYear, dateAtFigure, dateAtWord, dateReader } from "./date-reader.ts";
import { isFigure, isWordCharacter, wordEnd } from "./date-text.ts";
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

/**
 * The dates in a text, in order, whatever way they are written: "29 August, 2011", "August 29", "15-18 June 2011",
 * "June 15 to 18, 2011", "Nov. 14, 2010", "2010-11-14", "the fall of 2012", "du 15 au 18 juin 2011", "1er mars", "2009". Months
 * are read in the language and, for French, in English too. A number alone is a year from 1900 to 2099.
 */
export function datesIn(text: string, language: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  if (!/\d/.test(text)) return found;
  const reader = dateReader(language);
  const small = lowerCase(text);
  let at = 0;
  while (at < small.length) {
    if (!isWordCharacter(small.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const end = wordEnd(small, at);
    const read = mayBegin(small, at) ? dateAt(reader, small, at, end) : undefined;
    if (read?.date !== undefined)
      found.push({ date: read.date, hasYear: read.hasYear, start: at, end: read.end });
    at = read?.end ?? end;
  }
  return found;
}

/** Within a number, a path or a time stands no date. */
function mayBegin(text: string, at: number): boolean {
  return at === 0 || !".,:/-".includes(text.charAt(at - 1));
}

/** The longest name of a month or season has nine letters. */
function dateAt(reader: DateReader, text: string, at: number, end: number): ReadDate | undefined {
  if (isFigure(text.charCodeAt(at))) return dateAtFigure(reader, text, at);
  return end - at > 9 ? undefined : dateAtWord(reader, text, at, end);
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
