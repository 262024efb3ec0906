import type { FieldType, RecordType } from "./model.ts";

type FieldRest = Omit<FieldType, "name" | "required">;

/** A `*` after the name: every record of the type must give it. */
function recordType(
  name: string,
  label: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, FieldRest>>,
): RecordType {
  const types = new Map<string, FieldType>();
  for (const [written, rest] of Object.entries(fields)) {
    const required = written.endsWith("*");
    const field = required ? written.slice(0, -1) : written;
    types.set(field, { name: field, required, ...rest });
  }
  return { name, fields: types, label };
}

const text: FieldRest = { type: "text" };
const date: FieldRest = { type: "date" };
const refersTo = (of?: string): FieldRest => ({
  type: "reference",
  ...(of === undefined ? {} : { of }),
});
const oneOf = (...values: readonly string[]): FieldRest => ({ type: "enum", values });
/** The first value is that of a record that gives none. */
const usually = (...values: readonly [string, ...string[]]): FieldRest => ({
  type: "enum",
  values,
  usual: values[0],
});

/** The record types that every project has. A project adds its own in dossier.yaml. */
export const usualRecordTypes: readonly RecordType[] = [
  recordType(
    "initiative",
    { en: "Initiatives", fr: "Initiatives" },
    { since: refersTo("event"), detail: refersTo("section") },
  ),
  recordType(
    "commitment",
    { en: "New commitments", fr: "Nouveaux engagements" },
    {
      "made*": refersTo("event"),
      by: refersTo("person"),
      due: date,
      "due-note": text,
      standing: usually("open", "done"),
      detail: refersTo("section"),
    },
  ),
  recordType(
    "event",
    { en: "Milestones", fr: "Jalons" },
    {
      "date*": date,
      place: text,
      visitor: oneOf("CA", "JP"),
      standing: usually("past", "planned"),
    },
  ),
  recordType(
    "milestone",
    { en: "Milestones", fr: "Jalons" },
    { "date*": date, standing: usually("past", "planned"), detail: refersTo("section") },
  ),
  recordType(
    "quick-fact",
    { en: "Quick facts", fr: "Faits en bref" },
    {
      "value*": { type: "value" },
    },
  ),
  recordType("acronym", { en: "Acronyms", fr: "Acronymes" }, { "long-form*": text }),
  recordType("person", { en: "People", fr: "Personnes" }, { country: text, organization: text }),
  recordType("organization", { en: "Organizations", fr: "Organisations" }, { country: text }),
  recordType("partner", { en: "Partners", fr: "Partenaires" }, {}),
  recordType(
    "contact",
    { en: "Contacts", fr: "Personnes-ressources" },
    {
      role: text,
      telephone: text,
      email: text,
    },
  ),
  recordType("quote", { en: "Quotes", fr: "Citations" }, { by: refersTo(), date }),
];
