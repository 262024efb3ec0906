import { decodeData, mostDataBytes } from "../data/index.ts";
import type { Outcome, Report } from "../diagnostics/index.ts";
import { createCollector } from "../diagnostics/index.ts";
import { sayableFields } from "./field-name.ts";
import { readJson } from "./read-json.ts";
import { readRows } from "./read-rows.ts";
import { readYamlList } from "./read-yaml-list.ts";
import type { MergeTable, WrittenRecord } from "./record.ts";

/**
 * Reads the records of a batch: CSV with a row of field names (`.csv`, `.tsv`), a list of maps in JSON or YAML, or JSON with a record
 * after the other (`.jsonl`, `.ndjson`). Undefined with an error when it holds none.
 */
export function readTable(file: string, bytes: Uint8Array): Outcome<MergeTable | undefined> {
  const { report, diagnostics } = createCollector();
  const isList = /\.(ya?ml|jsonl?|ndjson)$/i.test(file);
  const table = isList ? readList(file, bytes, report) : readRows(file, bytes, report);
  if (table !== undefined && table.records.length > 0)
    return { value: table, diagnostics: diagnostics() };
  if (table !== undefined)
    report({
      rule: "data-is-a-table",
      severity: "error",
      message: `The file "${file}" has no records.`,
      hints: [],
    });
  return { value: undefined, diagnostics: diagnostics() };
}

function readList(file: string, bytes: Uint8Array, report: Report): MergeTable | undefined {
  if (bytes.length > mostDataBytes) {
    const message = `The file "${file}" has more than 20 MB.`;
    report({ rule: "data-is-small-enough", severity: "error", message, hints: [] });
    return undefined;
  }
  const text = decodeData(file, bytes, report);
  const read = /\.ya?ml$/i.test(file) ? readYamlList : readJson;
  const written = read(file, text, report);
  return written === undefined ? undefined : tableOf(file, written, report);
}

/** Each record has all fields; what it does not give is the empty text. */
function tableOf(file: string, written: readonly WrittenRecord[], report: Report): MergeTable {
  const all = [...new Set(written.flatMap(({ values }) => [...values.keys()]))];
  const names = sayableFields(all, { file, line: 1, column: 1 }, report);
  const known = all.flatMap((key, at) => {
    const name = names[at];
    return name === undefined ? [] : [{ key, name }];
  });
  return {
    file,
    fields: known.map(({ name }) => name),
    records: written.map(({ values, place }, index) => ({
      number: index + 1,
      values: Object.fromEntries(known.map(({ key, name }) => [name, values.get(key) ?? ""])),
      place,
    })),
  };
}
