import type { DateValue } from "./model.ts";

/** First and last day that a date may mean, each as `year * 10000 + month * 100 + day`. */
export type Span = { readonly first: number; readonly last: number };

type Whole = Exclude<DateValue, { readonly kind: "interval" }>;

/**
 * Reads an EDTF date (ISO 8601-2): `2009`, `2010-11`, `2010-11-14`, a season `2012-23` (21 spring to 24 winter), or two
 * of them with `/` between. Of a date with a time, as other programs write it, the day is taken. Undefined when it is none of these, when there is no such day, or when the end comes first.
 */
export function parseDate(text: string): DateValue | undefined {
  const [from, to, more] = text.split("/");
  if (from === undefined || more !== undefined) return undefined;
  const start = parseWhole(from);
  if (to === undefined || start === undefined) return start;
  const end = parseWhole(to);
  if (end === undefined) return undefined;
  const [first, last] = [spanOf(start), spanOf(end)];
  const isInOrder = first.first <= last.first && first.last <= last.last;
  return isInOrder ? { kind: "interval", start, end } : undefined;
}

function parseWhole(text: string): Whole | undefined {
  const [day = ""] = text.split(/(?<=^\d{4}-\d\d-\d\d)[T ](?=\d\d:\d\d)/);
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(day);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return { kind: "year", year };
  const month = Number(match[2]);
  if (match[3] === undefined) {
    if (month >= 21 && month <= 24) return { kind: "season", year, season: month };
    return month >= 1 && month <= 12 ? { kind: "month", year, month } : undefined;
  }
  return dayOf(year, month, Number(match[3]));
}

/** A day that is in the calendar; undefined for February 30. */
export function dayOf(year: number, month: number, day: number): Whole | undefined {
  const isThere = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isThere ? { kind: "day", year, month, day } : undefined;
}

/** Days of a month in the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The days that a date may mean. Seasons are whole months: spring March to May, winter December to February of the next year. */
export function spanOf(date: DateValue): Span {
  switch (date.kind) {
    case "year":
      return { first: date.year * 10000 + 101, last: date.year * 10000 + 1231 };
    case "season": {
      const month = (date.season - 20) * 3;
      const [endYear, endMonth] = month === 12 ? [date.year + 1, 2] : [date.year, month + 2];
      return {
        first: date.year * 10000 + month * 100 + 1,
        last: endYear * 10000 + endMonth * 100 + daysIn(endYear, endMonth),
      };
    }
    case "month": {
      const start = date.year * 10000 + date.month * 100;
      return { first: start + 1, last: start + daysIn(date.year, date.month) };
    }
    case "day": {
      const day = date.year * 10000 + date.month * 100 + date.day;
      return { first: day, last: day };
    }
    case "interval":
      return { first: spanOf(date.start).first, last: spanOf(date.end).last };
  }
}

/** Whether every day of `inner` is in `outer`; a date contains itself. */
export function contains(outer: DateValue, inner: DateValue): boolean {
  const [a, b] = [spanOf(outer), spanOf(inner)];
  return a.first <= b.first && a.last >= b.last;
}

/** By first day; of two that begin on the same day the coarser comes first. */
export function compareDates(a: DateValue, b: DateValue): number {
  const [one, other] = [spanOf(a), spanOf(b)];
  return one.first - other.first || other.last - one.last;
}

/** The date as EDTF writes it. */
export function dateText(date: DateValue): string {
  switch (date.kind) {
    case "year":
      return digits(date.year, 4);
    case "season":
      return `${digits(date.year, 4)}-${date.season}`;
    case "month":
      return `${digits(date.year, 4)}-${digits(date.month, 2)}`;
    case "day":
      return `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`;
    case "interval":
      return `${dateText(date.start)}/${dateText(date.end)}`;
  }
}

function digits(number: number, count: number): string {
  return String(number).padStart(count, "0");
}
