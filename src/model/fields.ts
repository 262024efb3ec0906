import type { Place } from "../diagnostics/index.ts";
import type { Building } from "./building.ts";
import { error, listed } from "./building.ts";
import { namesIn } from "./condition.ts";
import { parseDate } from "./date.ts";
import type { FieldType, FieldValue, ModelRecord, RecordType } from "./model.ts";
import { didYouMean } from "./near.ts";

/**
 * A field as its type reads it. What is not of that type is reported, and kept as the text that it is. References are
 * followed when all is read.
 */
export function readField(
  building: Building,
  field: FieldType,
  text: string,
  place: Place,
): FieldValue {
  switch (field.type) {
    case "date": {
      const date = parseDate(text);
      if (date !== undefined) return { text, date, place };
      error(building.report, "date-is-known", place, [
        `"${field.name}" cannot be "${text}", which is not a date.`,
        'Write "2009", "2010-11", "2010-11-14", "2012-23" (21 spring to 24 winter), or two of them with "/" between.',
      ]);
      return { text, place };
    }
    case "enum": {
      const values = field.values ?? [];
      if (values.includes(text)) return { text, place };
      error(building.report, "field-has-its-type", place, [
        `"${field.name}" cannot be "${text}".`,
        ...didYouMean(text, values),
        `It is one of ${listed(values)}.`,
      ]);
      return { text, place };
    }
    case "number": {
      if (/^-?\d+(?:\.\d+)?$/.test(text)) return { text, place };
      error(building.report, "field-has-its-type", place, [
        `"${field.name}" cannot be "${text}", which is not a number.`,
        'Write digits with a point for decimals, as in "12" or "2.5".',
      ]);
      return { text, place };
    }
    case "list":
      return { text, items: namesIn(text), place };
    default:
      return { text, place };
  }
}

/** The fields of a record with the usual values of those that it does not give. */
export function usualFields(
  type: RecordType | undefined,
  record: ModelRecord,
): ReadonlyMap<string, FieldValue> {
  let fields: Map<string, FieldValue> | undefined;
  for (const field of type?.fields.values() ?? []) {
    if (field.usual === undefined || record.fields.has(field.name)) continue;
    fields ??= new Map(record.fields);
    fields.set(field.name, { text: field.usual, place: record.place });
  }
  return fields ?? record.fields;
}
