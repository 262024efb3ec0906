import type { Report } from "../../diagnostics/index.ts";
import { error } from "../building.ts";
import type { FieldType, FieldValue, Model, ModelRecord } from "../model.ts";
import type { Suggest } from "../near.ts";
import { followValue } from "../quick-fact.ts";
import { findById } from "../selection.ts";

type Checking = { readonly model: Model; readonly suggest: Suggest; readonly report: Report };

/** Every reference of a record goes to something of its type, and every value to a fact. */
export function checkReferences(checking: Checking, lost: ReadonlySet<string>): void {
  const { model } = checking;
  for (const record of model.records) {
    for (const field of model.recordTypes.get(record.type)?.fields.values() ?? []) {
      const value = record.fields.get(field.name);
      if (value !== undefined && !lost.has(value.text)) checkField(checking, record, field, value);
    }
  }
}

function checkField(
  checking: Checking,
  record: ModelRecord,
  field: FieldType,
  value: FieldValue,
): void {
  if (field.type === "reference") checkReference(checking, field, value.text, value);
  if (field.type === "list" && field.of !== undefined)
    for (const item of value.items ?? []) checkReference(checking, field, item, value);
  if (field.type === "value") {
    const { model, report, suggest } = checking;
    const { diagnostics } = followValue(model, value.text, value.place, suggest);
    for (const diagnostic of diagnostics) report(diagnostic);
    if (value.text === record.id)
      error(report, "reference-resolves", value.place, [`"${value.text}" refers to itself.`]);
  }
}

function checkReference(
  { model, suggest, report }: Checking,
  field: FieldType,
  id: string,
  { place }: FieldValue,
): void {
  const found = findById(model, id);
  const kind = found?.kind === "record" ? found.record.type : found?.kind;
  if (found !== undefined && (field.of === undefined || kind === field.of)) return;
  const what = field.of ?? "record, section or block";
  error(report, "reference-resolves", place, [
    found === undefined
      ? `"${field.name}" refers to "${id}", but there is no such ${what}.`
      : `"${field.name}" refers to "${id}", which is ${withArticle(kind ?? "")}, not ${withArticle(what)}.`,
    ...suggest(id, idsOf(model, field.of)),
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
