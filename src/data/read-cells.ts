import { createRequire } from "node:module";
import type papaparse from "papaparse";
import type { Report } from "../diagnostics/index.ts";

/** Rows of cells; the first may be the heads. All rows are equally long. */
export type Cells = readonly (readonly string[])[];

/** A longer table is data to be looked at elsewhere, and would fill thousands of pages. */
const mostCells = 1_000_000;
const mostColumns = 200;
const mostBytes = 20 * 1024 * 1024;

export type Refuse = (rule: string, message: string, ...hints: readonly string[]) => undefined;

export type Reading = {
  /** One character, or `tab`; absent: by the name of the file, or guessed among comma, semicolon, tab and bar. */
  readonly delimiter: string | undefined;
};

/** The cells of a file of comma-separated values (RFC 4180); undefined when it is refused. */
export function readCells(
  path: string,
  bytes: Uint8Array,
  { delimiter }: Reading,
  report: Report,
  refuse: Refuse,
): Cells | undefined {
  if (bytes.length > mostBytes)
    return refuse("data-is-small-enough", `The file "${path}" has more than 20 MB.`);
  const text = decoded(path, bytes, report);
  if (text.includes("\0"))
    return refuse("data-is-a-table", `The file "${path}" is no text.`, "Save it as CSV.");
  const { data, errors } = loadPapa().parse<string[]>(text, {
    delimiter: delimiterFor(path, delimiter),
    skipEmptyLines: "greedy",
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken !== undefined) {
    const line = (broken.row ?? 0) + 1;
    return refuse(
      "data-is-a-table",
      `The row ${line} of "${path}" has a quotation mark that is not closed or stands in the middle of a cell.`,
      'Write a quotation mark within a quoted cell twice, as in "the ""new"" port".',
    );
  }
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  if (width > mostColumns)
    return refuse(
      "data-is-small-enough",
      `The file "${path}" has ${width} columns, more than ${mostColumns}.`,
    );
  if (width * data.length > mostCells)
    return refuse(
      "data-is-small-enough",
      `The file "${path}" has ${width * data.length} cells, more than ${mostCells}.`,
      "Take a part of it into a file of its own.",
    );
  if (data.length === 0) return refuse("data-is-a-table", `The file "${path}" has no rows.`);
  return data.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
}

function delimiterFor(path: string, asked: string | undefined): string {
  if (asked === "tab" || (asked === undefined && /\.tsv$/i.test(path))) return "\t";
  return asked !== undefined && [...asked].length === 1 ? asked : "";
}

/** UTF-8, UTF-16 by its mark, or else what old spreadsheets write. */
function decoded(path: string, bytes: Uint8Array, report: Report): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    report({
      rule: "data-is-utf-8",
      severity: "warning",
      message: `The file "${path}" is not UTF-8 and is read as Windows-1252.`,
      place: { file: path, line: 1, column: 1 },
      hints: ['Save it again with the encoding "UTF-8".'],
    });
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Synchronous, and only when a source has such a table. */
function loadPapa(): typeof papaparse {
  const load = typeof require === "function" ? undefined : createRequire(import.meta.url);
  return load ? load("papaparse") : require("papaparse");
}
