import type { Diagnostic, Outcome, Place } from "../diagnostics/index.ts";
import { compareDates, contains, parseDate } from "./date.ts";
import type { DateValue, Model, ModelRecord, RecordType, Selected } from "./model.ts";
import type { Suggest } from "./near.ts";
import { didYouMean } from "./near.ts";

type Part = {
  readonly name: string;
  readonly conditions: readonly { readonly field: string; readonly value?: string }[];
};

/**
 * Follows a selection, as in `from=`: ids, record types, and record types with conditions in brackets, parted by commas:
 * `p-values,event[visitor=CA],commitment[due]`. Several conditions in one bracket must all hold. What is chosen twice
 * stands once. When all that is chosen are dated records they come in order of time, the past before the planned.
 * A part that means nothing, or a selection that finds nothing, is an error at `place`.
 */
export function select(
  model: Model,
  selection: string,
  place: Place,
  suggest: Suggest = didYouMean,
): Outcome<readonly Selected[]> {
  const diagnostics: Diagnostic[] = [];
  const complain = (rule: string, message: string, hints: readonly string[]): void =>
    void diagnostics.push({ rule, severity: "error", message, place, hints });
  const chosen: Selected[] = [];
  const seen = new Set<unknown>();
  const add = (one: Selected): void => {
    const key =
      one.kind === "record" ? one.record : one.kind === "section" ? one.section : one.block;
    if (!seen.has(key)) chosen.push(one);
    seen.add(key);
  };
  const texts = partTexts(selection);
  if (texts.length === 0) {
    complain("selection-is-well-formed", "This selection is empty.", [
      "Give ids or record types, parted by commas.",
    ]);
  }
  for (const text of texts) {
    const part = readPart(text);
    if (part === undefined) {
      complain("selection-is-well-formed", `The selection "${text}" cannot be read.`, [
        "Write an id, a record type, or a type with a condition, as in `event[standing=past]`.",
      ]);
    } else {
      for (const one of followPart(model, part, text, complain, suggest)) add(one);
    }
  }
  return { value: inTime(model, chosen), diagnostics };
}

/** The parts between commas outside of brackets. */
function partTexts(selection: string): readonly string[] {
  return selection
    .split(/,(?![^[]*\])/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readPart(text: string): Part | undefined {
  const match = /^([^\s[\]=,]+)(?:\[([^[\]]*)\])?$/u.exec(text);
  if (match === null) return undefined;
  const [, name = "", inside] = match;
  if (inside === undefined) return { name, conditions: [] };
  const conditions: { readonly field: string; readonly value?: string }[] = [];
  for (const written of inside.split(",")) {
    const [field = "", ...value] = written.split("=");
    if (field.trim() === "") return undefined;
    conditions.push({
      field: field.trim(),
      ...(value.length === 0 ? {} : { value: value.join("=").trim() }),
    });
  }
  return { name, conditions };
}

type Complain = (rule: string, message: string, hints: readonly string[]) => void;

function followPart(
  model: Model,
  part: Part,
  text: string,
  complain: Complain,
  suggest: Suggest,
): readonly Selected[] {
  const type = model.recordTypes.get(part.name);
  if (type !== undefined) return ofType(model, type, part, text, complain);
  const found = findById(model, part.name);
  if (found === undefined) {
    complain(
      "reference-resolves",
      `"${part.name}" is neither an id nor a record type.`,
      suggest(part.name, namesOf(model)),
    );
    return [];
  }
  if (part.conditions.length > 0) {
    complain("selection-is-well-formed", `"${part.name}" is an id, which takes no condition.`, [
      "Only a record type can have a condition in brackets.",
    ]);
  }
  return [found];
}

/** All that a part of a selection can be. */
function* namesOf(model: Model): Iterable<string> {
  yield* model.recordTypes.keys();
  yield* model.recordById.keys();
  yield* model.named.keys();
}

/** What has an id: a record, or a printed section or block. */
export function findById(model: Model, id: string): Selected | undefined {
  const record = model.recordById.get(id);
  if (record !== undefined) return { kind: "record", record };
  const named = model.named.get(id);
  if (named === undefined) return undefined;
  return named.kind === "section"
    ? { kind: "section", section: named }
    : { kind: "block", block: named };
}

function ofType(
  model: Model,
  type: RecordType,
  part: Part,
  text: string,
  complain: Complain,
): readonly Selected[] {
  for (const { field } of part.conditions) {
    if (type.fields.has(field)) continue;
    const near = didYouMean(field, type.fields.keys());
    complain("field-is-known", `The type "${type.name}" has no field "${field}".`, near);
    return [];
  }
  const found: Selected[] = [];
  for (const record of model.records) {
    if (record.type !== type.name) continue;
    const holds = part.conditions.every(({ field, value }) => matches(record, field, value));
    if (holds) found.push({ kind: "record", record });
  }
  if (found.length === 0) {
    complain("selection-finds-something", `The selection "${text}" finds nothing.`, [
      part.conditions.length === 0
        ? `The source has no record of type "${type.name}".`
        : `No record of type "${type.name}" is like that.`,
    ]);
  }
  return found;
}

/** A date matches a wider one: `event[date=2011]` is what was in 2011. */
function matches(record: ModelRecord, name: string, value: string | undefined): boolean {
  const field = record.fields.get(name);
  if (field === undefined) return false;
  if (value === undefined || field.text === value) return true;
  if (field.items !== undefined) return field.items.includes(value);
  const date = field.date === undefined ? undefined : parseDate(value);
  return date !== undefined && field.date !== undefined && contains(date, field.date);
}

/** Dated records in order of time; a stable sort, so that ties keep the order of the selection, then of the source. */
function inTime(model: Model, chosen: readonly Selected[]): readonly Selected[] {
  const dated: { readonly one: Selected; readonly date: DateValue; readonly rank: number }[] = [];
  for (const one of chosen) {
    if (one.kind !== "record") return chosen;
    const date = dateOfRecord(model, one.record);
    if (date === undefined) return chosen;
    const standing = one.record.fields.get("standing")?.text;
    dated.push({ one, date, rank: standing === "planned" || standing === "open" ? 1 : 0 });
  }
  dated.sort((a, b) => a.rank - b.rank || compareDates(a.date, b.date));
  return dated.map(({ one }) => one);
}

/** The value of the first date field of its type that the record gives. */
export function dateOfRecord(model: Model, record: ModelRecord): DateValue | undefined {
  for (const field of model.recordTypes.get(record.type)?.fields.values() ?? []) {
    const date = field.type === "date" ? record.fields.get(field.name)?.date : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}
