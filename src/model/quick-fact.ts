import type { Diagnostic, Outcome, Place } from "../diagnostics/index.ts";
import type { DateValue, FieldType, FieldValue, Model, ModelRecord } from "./model.ts";
import type { Suggest } from "./near.ts";
import { didYouMean } from "./near.ts";
import { select } from "./selection.ts";

/** What a quick fact says: a date and a count are printed by the template, in its language. */
export type FactValue =
  | { readonly kind: "date"; readonly date: DateValue }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "text"; readonly text: string };

/**
 * The value of a record that has a field of type `value`, as a quick fact has: the field of another record
 * (`first-2plus2.date`), a count (`count:partner`), or the words that are written. Undefined when it refers to nothing,
 * which `buildModel` has reported.
 */
export function quickFactValue(model: Model, record: ModelRecord): FactValue | undefined {
  for (const field of model.recordTypes.get(record.type)?.fields.values() ?? []) {
    const value = field.type === "value" ? record.fields.get(field.name) : undefined;
    if (value !== undefined) return followValue(model, value.text, value.place).value;
  }
  return undefined;
}

/** Follows a value as a quick fact writes it; words that are no reference are themselves. */
export function followValue(
  model: Model,
  text: string,
  place: Place,
  suggest: Suggest = didYouMean,
): Outcome<FactValue | undefined> {
  const isReference = text.startsWith("count:") || /^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/.test(text);
  if (!isReference && !model.recordById.has(text)) {
    return { value: { kind: "text", text }, diagnostics: [] };
  }
  const fact = findFact(model, text, place, suggest);
  return { value: fact.value && valueOfFact(fact.value), diagnostics: fact.diagnostics };
}

/** What `fact:` and a quick fact can point to. */
export type Fact =
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "title"; readonly record: ModelRecord }
  | {
      readonly kind: "field";
      readonly record: ModelRecord;
      readonly field: FieldType;
      readonly value: FieldValue;
    };

function valueOfFact(fact: Fact): FactValue {
  if (fact.kind === "count") return fact;
  if (fact.kind === "title") return { kind: "text", text: fact.record.titleText };
  const { date, text } = fact.value;
  return date === undefined ? { kind: "text", text } : { kind: "date", date };
}

/** Finds `count:SELECTION`, `id.field` or `id`. Undefined, with an error at `place`, when there is no such thing. */
export function findFact(
  model: Model,
  to: string,
  place: Place,
  suggest: Suggest = didYouMean,
): Outcome<Fact | undefined> {
  if (to.startsWith("count:")) {
    const { value, diagnostics } = select(model, to.slice("count:".length), place, suggest);
    const isCount = diagnostics.length === 0;
    return { value: isCount ? { kind: "count", count: value.length } : undefined, diagnostics };
  }
  const dot = to.indexOf(".");
  const id = dot === -1 ? to : to.slice(0, dot);
  const record = model.recordById.get(id);
  if (record === undefined) {
    const near = suggest(id, model.recordById.keys());
    const isBlock = model.named.has(id);
    return fault(
      place,
      isBlock ? `"${id}" is not a record, so it states no fact.` : `There is no record "${id}".`,
      near,
    );
  }
  if (dot === -1) return { value: { kind: "title", record }, diagnostics: [] };
  return findField(model, record, to.slice(dot + 1), place);
}

function findField(
  model: Model,
  record: ModelRecord,
  name: string,
  place: Place,
): Outcome<Fact | undefined> {
  const fields = model.recordTypes.get(record.type)?.fields;
  const field = fields?.get(name);
  if (field === undefined) {
    const near = didYouMean(name, fields?.keys() ?? []);
    return fault(
      place,
      `The ${record.type} "${record.id ?? record.titleText}" has no field "${name}".`,
      near,
    );
  }
  const value = record.fields.get(name);
  if (value === undefined) {
    return fault(
      place,
      `The ${record.type} "${record.id ?? record.titleText}" gives no "${name}".`,
      ["Give the field in the record, or remove the link."],
    );
  }
  return { value: { kind: "field", record, field, value }, diagnostics: [] };
}

function fault(place: Place, message: string, hints: readonly string[]): Outcome<undefined> {
  const diagnostic: Diagnostic = {
    rule: "reference-resolves",
    severity: "error",
    message,
    place,
    hints,
  };
  return { value: undefined, diagnostics: [diagnostic] };
}
