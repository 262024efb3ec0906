import type { Report } from "../../diagnostics/index.ts";
import { error } from "../building.ts";
import type { FieldType, FieldValue, Model, ModelRecord } from "../model.ts";
import { didYouMean } from "../near.ts";
import { followValue } from "../quick-fact.ts";
import { findById } from "../selection.ts";

/** Every reference of a record goes to something of its type, and every value to a fact. */
export function checkReferences(model: Model, lost: ReadonlySet<string>, report: Report): void {
  for (const record of model.records) {
    for (const field of model.recordTypes.get(record.type)?.fields.values() ?? []) {
      const value = record.fields.get(field.name);
      if (value !== undefined && !lost.has(value.text))
        checkField(model, record, field, value, report);
    }
  }
}

function checkField(
  model: Model,
  record: ModelRecord,
  field: FieldType,
  value: FieldValue,
  report: Report,
): void {
  if (field.type === "reference") checkReference(model, field, value.text, value, report);
  if (field.type === "list" && field.of !== undefined)
    for (const item of value.items ?? []) checkReference(model, field, item, value, report);
  if (field.type === "value") {
    const { diagnostics } = followValue(model, value.text, value.place);
    for (const diagnostic of diagnostics) report(diagnostic);
    if (value.text === record.id)
      error(report, "reference-resolves", value.place, [`"${value.text}" refers to itself.`]);
  }
}

function checkReference(
  model: Model,
  field: FieldType,
  id: string,
  { place }: FieldValue,
  report: Report,
): void {
  const found = findById(model, id);
  const kind = found?.kind === "record" ? found.record.type : found?.kind;
  if (found !== undefined && (field.of === undefined || kind === field.of)) return;
  const what = field.of ?? "record, section or block";
  error(report, "reference-resolves", place, [
    found === undefined
      ? `"${field.name}" refers to "${id}", but there is no such ${what}.`
      : `"${field.name}" refers to "${id}", which is ${withArticle(kind ?? "")}, not ${withArticle(what)}.`,
    ...didYouMean(id, idsOf(model, field.of)),
  ]);
}

/** "an event", "a person". */
function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** The ids that a reference may have. */
function* idsOf(model: Model, of: string | undefined): Iterable<string> {
  for (const [id, record] of model.recordById) {
    if (of === undefined || record.type === of) yield id;
  }
  for (const [id, named] of model.named) {
    if (of === undefined || named.kind === of) yield id;
  }
}
