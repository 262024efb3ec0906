import { readCells } from "../data/index.ts";
import type { Outcome, Place, Report } from "../diagnostics/index.ts";
import { createCollector } from "../diagnostics/index.ts";
import type { YamlValue } from "../settings/index.ts";
import { readYaml } from "../settings/index.ts";
import type { MergeRecord, MergeTable } from "./record.ts";
import { rowLines } from "./row-lines.ts";

/** Names that a template and a pattern can say. */
const fieldName = /^[a-z][\w-]*$/i;

/**
 * Reads the records of a batch: CSV with a row of field names (`.csv`, `.tsv`), or a list of maps in YAML or JSON. Undefined with an
 * error when it holds none.
 */
export function readTable(file: string, bytes: Uint8Array): Outcome<MergeTable | undefined> {
  const { report, diagnostics } = createCollector();
  const text = /\.(ya?ml|json)$/i.test(file);
  const table = text ? readList(file, bytes, report) : readRows(file, bytes, report);
  if (table !== undefined && table.records.length === 0) {
    report({
      rule: "data-is-a-table",
      severity: "error",
      message: `The file "${file}" has no records.`,
      hints: [],
    });
    return { value: undefined, diagnostics: diagnostics() };
  }
  return { value: table, diagnostics: diagnostics() };
}

function readRows(file: string, bytes: Uint8Array, report: Report): MergeTable | undefined {
  const place: Place = { file, line: 1, column: 1 };
  const refuse = (rule: string, message: string, ...hints: readonly string[]): undefined => {
    report({ rule, severity: "error", message, place, hints });
    return undefined;
  };
  const cells = readCells(file, bytes, { delimiter: undefined }, report, refuse);
  if (cells === undefined) return undefined;
  const fields = (cells[0] ?? []).map((name) => name.trim());
  if (!areFields(fields, place, report)) return undefined;
  const lines = rowLines(new TextDecoder().decode(bytes));
  const records = cells.slice(1).map((row, index): MergeRecord => {
    const values = Object.fromEntries(fields.map((name, at) => [name, (row[at] ?? "").trim()]));
    const line = lines[index + 1] ?? 1;
    return { number: index + 1, values, place: { file, line, column: 1 } };
  });
  return { file, fields, records };
}

function areFields(fields: readonly string[], place: Place, report: Report): boolean {
  const wrong = fields.filter((name) => !fieldName.test(name));
  const twice = fields.filter((name, index) => fields.indexOf(name) !== index);
  for (const name of wrong) {
    report({
      rule: "field-is-named",
      severity: "error",
      message: `"${name}" cannot be the name of a field.`,
      place,
      hints: ["The first row holds names of letters, digits, hyphens and underscores."],
    });
  }
  for (const name of new Set(twice)) {
    report({
      rule: "field-is-named",
      severity: "error",
      message: `Two fields are called "${name}".`,
      place,
      hints: [],
    });
  }
  return wrong.length === 0 && twice.length === 0;
}

/** `- id: east` and its fields, or `[{"id": "east"}]`, which YAML reads as well. */
function readList(file: string, bytes: Uint8Array, report: Report): MergeTable | undefined {
  const { value, diagnostics } = readYaml(file, new TextDecoder().decode(bytes));
  for (const diagnostic of diagnostics) report(diagnostic);
  if (value.kind !== "list") {
    wrong("should hold a list of records", value, report);
    return undefined;
  }
  const fields = new Set<string>();
  const records: MergeRecord[] = [];
  for (const item of value.items) {
    if (item.kind !== "map") {
      wrong("has a record that is no map of fields", item, report);
      continue;
    }
    const values: Record<string, string> = {};
    for (const [name, field] of item.entries) {
      fields.add(name);
      if (field.kind === "text") values[name] = field.text.trim();
      else wrong(`has a field "${name}" that is no text`, field, report);
    }
    records.push({ number: records.length + 1, values, place: item.place });
  }
  const names = [...fields];
  if (!areFields(names, value.place, report)) return undefined;
  const empty = Object.fromEntries(names.map((name) => [name, ""]));
  return {
    file,
    fields: names,
    records: records.map((record) => ({ ...record, values: { ...empty, ...record.values } })),
  };
}

function wrong(what: string, { place }: YamlValue, report: Report): void {
  report({
    rule: "data-is-a-table",
    severity: "error",
    message: `The file "${place.file}" ${what}.`,
    place,
    hints: ['A record is written as in "- id: east".'],
  });
}
