import { readCells } from "../data/index.ts";
import type { Place, Report } from "../diagnostics/index.ts";
import { sayableFields } from "./field-name.ts";
import type { MergeRecord, MergeTable } from "./record.ts";

/** They are not printed in one document, as those of a table are. */
const mostCells = 5_000_000;

/** The records of a CSV file, whose first row names the fields. Undefined with an error when it cannot be read. */
export function readRows(file: string, bytes: Uint8Array, report: Report): MergeTable | undefined {
  const place: Place = { file, line: 1, column: 1 };
  const refuse = (rule: string, message: string, ...hints: readonly string[]): undefined => {
    report({ rule, severity: "error", message, place, hints });
    return undefined;
  };
  const reading = { delimiter: undefined, most: mostCells };
  const read = readCells(file, bytes, reading, report, refuse);
  if (read === undefined) return undefined;
  const { cells, lines } = read;
  const [head = [], ...rows] = cells;
  // Spreadsheets save columns that were once touched: no name, no values.
  const columns = head.flatMap((name, at) =>
    name.trim() !== "" || rows.some((row) => (row[at] ?? "").trim() !== "") ? [{ name, at }] : [],
  );
  const written = columns.map(({ name }) => name);
  const names = sayableFields(written, { ...place, line: lines[0] ?? 1 }, report);
  const fields = columns.flatMap(({ at }, index) => {
    const name = names[index];
    return name === undefined ? [] : [{ name, at }];
  });
  const records = rows.map((row, index): MergeRecord => {
    const values = fields.map(({ name, at }): [string, string] => [name, (row[at] ?? "").trim()]);
    const line = lines[index + 1] ?? 1;
    return {
      number: index + 1,
      values: Object.fromEntries(values),
      place: { file, line, column: 1 },
    };
  });
  return { file, fields: fields.map(({ name }) => name), records };
}
