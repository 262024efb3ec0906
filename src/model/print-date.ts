import { dateNames, isFrench } from "./date-names.ts";
import type { DateValue } from "./model.ts";

export type DateStyle = {
  /** False leaves the year out where a month is printed, as on slides. Usual: true. */
  readonly year?: boolean;
  /** True gives the first letter a capital, as in a cell: "Fall 2012". Usual: false. */
  readonly capital?: boolean;
};

/**
 * A date as it is read: "August 29, 2011", "June 15 to 18, 2011", "fall 2012"; in French "29 août 2011",
 * "du 15 au 18 juin 2011", "automne 2012". Languages other than French print as English.
 */
export function printDate(date: DateValue, language: string, style?: DateStyle): string {
  const withYear = style?.year ?? true;
  const text = isFrench(language)
    ? printFrench(date, withYear, dateNames(language).months, dateNames(language).seasons)
    : printEnglish(date, withYear, dateNames(language).months, dateNames(language).seasons);
  return style?.capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

type Names = readonly string[];

function printEnglish(date: DateValue, withYear: boolean, months: Names, seasons: Names): string {
  if (date.kind !== "interval") {
    const year = withYear ? ` ${date.year}` : "";
    if (date.kind === "year") return String(date.year);
    if (date.kind === "season") return `${seasons[date.season - 21]}${year}`;
    if (date.kind === "month") return `${months[date.month - 1]}${year}`;
    return `${months[date.month - 1]} ${date.day}${withYear ? `, ${date.year}` : ""}`;
  }
  const { start, end } = date;
  const print = (one: DateValue, year: boolean): string => printEnglish(one, year, months, seasons);
  if (isSameDay(start, end)) return print(start, withYear);
  if (start.kind === "day" && end.kind === "day" && start.year === end.year) {
    const last = start.month === end.month ? String(end.day) : print(end, false);
    return `${print(start, false)} to ${last}${withYear ? `, ${end.year}` : ""}`;
  }
  return `${print(start, withYear && !isSameYear(start, end))} to ${print(end, withYear)}`;
}

function printFrench(date: DateValue, withYear: boolean, months: Names, seasons: Names): string {
  if (date.kind !== "interval") {
    const year = withYear ? ` ${date.year}` : "";
    if (date.kind === "year") return String(date.year);
    if (date.kind === "season") return `${seasons[date.season - 21]}${year}`;
    if (date.kind === "month") return `${months[date.month - 1]}${year}`;
    return `${frenchDay(date.day)} ${months[date.month - 1]}${year}`;
  }
  const { start, end } = date;
  const print = (one: DateValue, year: boolean): string => printFrench(one, year, months, seasons);
  if (isSameDay(start, end)) return print(start, withYear);
  const last = print(end, withYear);
  const isOneMonth =
    start.kind === "day" &&
    end.kind === "day" &&
    start.year === end.year &&
    start.month === end.month;
  if (isOneMonth) return `du ${frenchDay(start.day)} au ${last}`;
  const first = print(start, withYear && !isSameYear(start, end));
  // "du 28 février au 2 mars", but "de mai à juin", "de 2009 à 2012"
  return start.kind === "day" && end.kind === "day"
    ? `du ${first} au ${last}`
    : between(first, last);
}

/** "d'avril à juin", "d'août", "d'été". */
function between(first: string, last: string): string {
  return /^[aeéhoô]/.test(first) ? `d’${first} à ${last}` : `de ${first} à ${last}`;
}

/** The first of a month is an ordinal: "1er mars". */
function frenchDay(day: number): string {
  return day === 1 ? "1er" : String(day);
}

function isSameYear(a: DateValue, b: DateValue): boolean {
  return a.kind !== "interval" && b.kind !== "interval" && a.kind !== "year" && a.year === b.year;
}

function isSameDay(a: DateValue, b: DateValue): boolean {
  return (
    a.kind === "day" &&
    b.kind === "day" &&
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day
  );
}
