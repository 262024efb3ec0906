import type { Report } from "../../diagnostics/index.ts";
import type { FactLink } from "../building.ts";
import { error, placeText } from "../building.ts";
import { contains } from "../date.ts";
import type { WrittenDate } from "../date-words.ts";
import { datesIn, readWrittenDate, withYearOf } from "../date-words.ts";
import type { DateValue, Model, ModelRecord } from "../model.ts";
import type { Suggest } from "../near.ts";
import { printDate } from "../print-date.ts";
import type { Fact } from "../quick-fact.ts";
import { findFact } from "../quick-fact.ts";
import { dateOfRecord } from "../selection.ts";

/** The words of every link to a fact say what the record says. */
export function checkFacts(
  model: Model,
  links: readonly FactLink[],
  lost: ReadonlySet<string>,
  suggest: Suggest,
  report: Report,
): void {
  for (const link of links) {
    if (lost.has(link.to.split(".")[0] ?? "") || isToldElsewhere(model, link)) continue;
    const { value, diagnostics } = findFact(model, link.to, link.place, suggest);
    for (const diagnostic of diagnostics) report(diagnostic);
    if (value !== undefined) checkFact(model, link, value, report);
  }
}

/** A needed field that is missing, or a date that is none, was told where the record stands. */
function isToldElsewhere(model: Model, { to }: FactLink): boolean {
  const [id = "", name = ""] = to.split(".");
  const record = model.recordById.get(id);
  const field = model.recordTypes.get(record?.type ?? "")?.fields.get(name);
  if (record === undefined || field === undefined) return false;
  const value = record.fields.get(name);
  return value === undefined ? field.required : field.type === "date" && value.date === undefined;
}

function checkFact(model: Model, link: FactLink, fact: Fact, report: Report): void {
  if (fact.kind === "count") {
    if (!saysCount(link.text, fact.count)) disagree(link, `the count, ${fact.count}`, report);
  } else if (fact.kind === "title") {
    if (!isSame(link.text, fact.record.titleText)) disagreeWith(link, fact.record, "", report);
  } else if (fact.value.date !== undefined) {
    checkDate(model, link, fact, fact.value.date, report);
  } else if (fact.field.type === "reference") {
    checkTarget(model, link, fact, report);
  } else if (!isSame(link.text, fact.value.text)) {
    disagreeWith(link, fact.record, fact.field.name, report);
  }
}

type FieldFact = Extract<Fact, { readonly kind: "field" }>;

/** The printed date is that of the record or a wider one; the year may be left out; a note (`due-note`) may stand for it. */
function checkDate(
  model: Model,
  link: FactLink,
  fact: FieldFact,
  date: DateValue,
  report: Report,
): void {
  const note = fact.record.fields.get(`${fact.field.name}-note`);
  if (note !== undefined && isSame(link.text, note.text)) {
    const [inNote] = datesIn(note.text, model.language);
    if (inNote === undefined || agrees(inNote, date)) return;
    error(report, "fact-agrees", link.place, [
      `"${link.text}" does not agree with the ${fact.field.name} of ${nameOf(fact.record)}, ${fact.value.text}.`,
      `The record stands at ${placeText(fact.value.place)}; mend the date or the note.`,
    ]);
    return;
  }
  const written = readWrittenDate(link.text, model.language);
  if (written !== undefined && agrees(written, date)) return;
  const printed = printDate(date, model.language);
  error(report, "fact-agrees", link.place, [
    written === undefined
      ? `"${link.text}" is not a date that can be read, so it cannot be compared with ${nameOf(fact.record)}, ${fact.value.text}.`
      : `"${link.text}" does not agree with the ${fact.field.name} of ${nameOf(fact.record)}, ${fact.value.text}.`,
    `The record stands at ${placeText(fact.value.place)}; it would be printed "${printed}".`,
    "Mend the words or the record, whichever is wrong.",
  ]);
}

/** Whether a written date is the same or a coarser one. Two days with a dash are as exact as can be, so they must be the same. */
function agrees(written: WrittenDate, date: DateValue): boolean {
  const whole = withYearOf(written, date);
  const isExact = whole.kind === "interval" && whole.start.kind === "day";
  return contains(whole, date) && (!isExact || contains(date, whole));
}

/** A field that refers to a record may be said by the title of that record, or by its date. */
function checkTarget(model: Model, link: FactLink, fact: FieldFact, report: Report): void {
  const target = model.recordById.get(fact.value.text);
  if (target === undefined || isSame(link.text, target.titleText)) return;
  const date = dateOfRecord(model, target);
  const written = readWrittenDate(link.text, model.language);
  if (date === undefined || written === undefined || !agrees(written, date))
    disagreeWith(link, target, "", report);
}

function disagreeWith(link: FactLink, record: ModelRecord, field: string, report: Report): void {
  const value = field === "" ? undefined : record.fields.get(field);
  const place = value?.place ?? record.place;
  error(report, "fact-agrees", link.place, [
    value === undefined
      ? `"${link.text}" is not "${record.titleText}", the title of "${record.id ?? record.type}".`
      : `"${link.text}" is not "${value.text}", the ${field} of ${nameOf(record)}.`,
    `The record stands at ${placeText(place)}.`,
    "Mend the words or the record, whichever is wrong.",
  ]);
}

function disagree(link: FactLink, with_: string, report: Report): void {
  error(report, "fact-agrees", link.place, [
    `"${link.text}" does not agree with ${with_}.`,
    "Mend the words or the records, whichever are wrong.",
  ]);
}

function nameOf(record: ModelRecord): string {
  return `the ${record.type} "${record.titleText}"`;
}

const smallNumbers = [
  ["no", "none", "zero", "aucun", "aucune", "zéro"],
  ["one", "un", "une"],
  ["two", "deux"],
  ["three", "trois"],
  ["four", "quatre"],
  ["five", "cinq"],
  ["six"],
  ["seven", "sept"],
  ["eight", "huit"],
  ["nine", "neuf"],
  ["ten", "dix"],
  ["eleven", "onze"],
  ["twelve", "douze"],
];

/** A count in digits, or as a word up to twelve. */
function saysCount(text: string, count: number): boolean {
  const words = normal(text);
  return (
    words.replace(/[\s,]/g, "") === String(count) || (smallNumbers[count] ?? []).includes(words)
  );
}

/** The same words, whatever their case and blanks. */
function isSame(a: string, b: string): boolean {
  return normal(a) === normal(b);
}

function normal(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .toLowerCase();
}
