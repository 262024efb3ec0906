import type { Report } from "../diagnostics/index.ts";
import type { YamlValue } from "../settings/index.ts";
import { readYaml } from "../settings/index.ts";
import type { WrittenRecord } from "./record.ts";

/** `- id: east` and its fields, for each record. Undefined with an error when it is no list. */
export function readYamlList(
  file: string,
  text: string,
  report: Report,
): readonly WrittenRecord[] | undefined {
  const { value, diagnostics } = readYaml(file, text);
  for (const diagnostic of diagnostics) report(diagnostic);
  const wrong = (what: string, { place }: YamlValue): void =>
    report({
      rule: "data-is-a-table",
      severity: "error",
      message: `The file "${file}" ${what}.`,
      place,
      hints: ['A record is written as in "- id: east".'],
    });
  if (value.kind !== "list") {
    wrong("should hold a list of records", value);
    return undefined;
  }
  return value.items.flatMap((item): WrittenRecord[] => {
    if (item.kind !== "map") {
      wrong("has a record that is no map of fields", item);
      return [];
    }
    // A field without a value is one all the same.
    const values = new Map([...item.keys.keys()].map((name) => [name, ""]));
    for (const [name, field] of item.entries) {
      if (field.kind === "text") values.set(name, field.text.trim());
      else wrong(`has a field "${name}" that is no text`, field);
    }
    return [{ values, place: item.place }];
  });
}
