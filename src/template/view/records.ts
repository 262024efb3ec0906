import type { Place } from "../../diagnostics/index.ts";
import type { DateValue, FieldType, ModelRecord } from "../../model/index.ts";
import { printDate, quickFactValue } from "../../model/index.ts";
import type { Blocks } from "../../source/index.ts";
import type { BlocksValue, InlineValue, TextValue } from "../engine/index.ts";
import { blocksValue, inlineValue, textValue } from "../engine/index.ts";
import { briefOf } from "./briefs.ts";
import type { Making } from "./making.ts";
import { capital } from "./words.ts";

/** A record as template data: what every record has, and its type's fields by their names. */
export type RecordView = {
  readonly kind: "record";
  readonly type: string;
  /** The author's, or one made of type and number. */
  readonly id: string;
  readonly title: InlineValue;
  /** The title without markup. */
  readonly text: TextValue;
  /** What follows the title of a printed item; null when nothing does. */
  readonly rest: InlineValue | null;
  /** The printed item, or the title as a paragraph. */
  readonly body: BlocksValue;
  /** The shorter wording for this product, or else the body. */
  readonly brief: BlocksValue;
  readonly shortened: boolean;
  /** The item begins with its title in bold. */
  readonly titled: boolean;
  readonly editorial: boolean;
  /** Date to be printed first in a line or cell, by the words of the source where it has some; null without one. */
  readonly when: TextValue | null;
  readonly year: string;
  /** `when` without its year; empty when only the year is known. */
  readonly short: string;
  readonly [field: string]: unknown;
};

export function recordView(making: Making, record: ModelRecord): RecordView {
  return { ...fieldsOf(making, record, true), ...common(making, record) };
}

/** A record that another one refers to: without its own references, which might lead back. */
function shallowView(making: Making, record: ModelRecord): RecordView {
  return { ...fieldsOf(making, record, false), ...common(making, record) };
}

function common(making: Making, record: ModelRecord): RecordView {
  const body = bodyOf(record);
  const id = record.id ?? `${record.type}-${numberOf(making, record)}`;
  const short = record.id === undefined ? undefined : briefOf(making, record.id);
  const dated = dateOf(making, record);
  return {
    kind: "record",
    type: record.type,
    id,
    title: inlineValue(record.title, record.place),
    text: textValue(record.titleText, record.place),
    rest: record.rest.length === 0 ? null : inlineValue(record.rest, record.place),
    body: blocksValue(body, record.place),
    brief: blocksValue(short ?? body, record.place),
    shortened: short !== undefined,
    titled: isTitled(body),
    editorial: record.editorial,
    when: dated.when,
    year: dated.year,
    short: dated.short,
  };
}

/** Number of the record among those of its type, from 1. */
function numberOf(making: Making, record: ModelRecord): number {
  return making.numbers.get(record) ?? 0;
}

/** The item's id goes to its first paragraph, so that a link finds it wherever it is printed. */
function bodyOf(record: ModelRecord): Blocks {
  if (record.body.length === 0) return [{ type: "paragraph", children: [...record.title] }];
  const [first, ...others] = record.body;
  if (first?.type !== "paragraph" || record.id === undefined) return record.body;
  const { classes = [], values = new Map() } = first.data?.attributes ?? {};
  const attributes = { id: record.id, classes, values };
  return [{ ...first, data: { ...first.data, attributes } }, ...others];
}

function isTitled(body: Blocks): boolean {
  const [first] = body;
  if (first?.type !== "paragraph") return false;
  return first.children[0]?.type === "strong" && first.children.length > 1;
}

// -------------------------------------------------------------------------------------------------------------- fields

function fieldsOf(
  making: Making,
  record: ModelRecord,
  withReferences: boolean,
): Readonly<Record<string, unknown>> {
  const type = making.model.recordTypes.get(record.type);
  const names = [...(type?.fields.values() ?? [])];
  return Object.fromEntries(
    names.map((field) => [field.name, fieldValue(making, record, field, withReferences)]),
  );
}

function fieldValue(
  making: Making,
  record: ModelRecord,
  field: FieldType,
  withReferences: boolean,
): unknown {
  const value = record.fields.get(field.name);
  if (value === undefined) return field.usual ?? null;
  switch (field.type) {
    case "date":
      return textValue(printed(making, value.date) ?? value.text, value.place);
    case "value":
      return textValue(factText(making, record) ?? value.text, value.place);
    case "list":
      return (value.items ?? []).map((item) => referred(making, item, withReferences) ?? item);
    case "reference":
      return referred(making, value.text, withReferences) ?? textValue(value.text, value.place);
    default:
      return textValue(value.text, value.place);
  }
}

function factText(making: Making, record: ModelRecord): string | undefined {
  const fact = quickFactValue(making.model, record);
  if (fact === undefined) return undefined;
  if (fact.kind === "date") {
    return printDate(fact.date, making.documentLanguage, { capital: true });
  }
  return fact.kind === "count" ? String(fact.count) : fact.text;
}

function referred(making: Making, id: string, follow: boolean): unknown {
  const record = follow ? making.model.recordById.get(id) : undefined;
  return record === undefined ? undefined : shallowView(making, record);
}

function printed(making: Making, date: DateValue | undefined): string | undefined {
  return date === undefined ? undefined : printDate(date, making.documentLanguage);
}

// --------------------------------------------------------------------------------------------------------------- dates

type Dated = Pick<RecordView, "when" | "year" | "short">;

const undated: Dated = { when: null, year: "", short: "" };

/** Its own date, or the one it is due at, or that of the event it goes back to. */
function dateOf(making: Making, record: ModelRecord): Dated {
  const own = ownDate(record);
  if (own !== undefined) {
    const note = record.fields.get(`${own.name}-note`);
    const words = note?.text ?? printDate(own.date, making.documentLanguage);
    const place = note?.place ?? own.place;
    return {
      when: textValue(capital(words), place),
      year: String(yearOf(own.date)),
      short: note === undefined ? shortDate(making, own.date) : capital(words),
    };
  }
  const since = record.fields.get("since");
  const event = since === undefined ? undefined : making.model.recordById.get(since.text);
  return event === undefined || ownDate(event) === undefined ? undated : dateOf(making, event);
}

type Own = { readonly name: string; readonly date: DateValue; readonly place: Place };

function ownDate(record: ModelRecord): Own | undefined {
  for (const [name, { date, place }] of record.fields) {
    if (date !== undefined) return { name, date, place };
  }
  return undefined;
}

function yearOf(date: DateValue): number {
  return date.kind === "interval" ? yearOf(date.start) : date.year;
}

function shortDate(making: Making, date: DateValue): string {
  if (date.kind === "year") return "";
  return printDate(date, making.documentLanguage, { year: false, capital: true });
}
