import { createRequire } from "node:module";
import type papaparse from "papaparse";
import type { Report } from "../diagnostics/index.ts";
import { decodeData } from "./decode-data.ts";

/** Rows of cells; the first may be the heads. All rows are equally long. */
export type Cells = readonly (readonly string[])[];

export type ReadCells = {
  readonly cells: Cells;
  /** The line of the file on which each row begins, from 1. */
  readonly lines: readonly number[];
};

/** A longer table is data to be looked at elsewhere, and would fill thousands of pages. */
const mostCells = 1_000_000;
const mostColumns = 200;
/** Bytes of a file of data. */
export const mostDataBytes: number = 20 * 1024 * 1024;

export type Refuse = (rule: string, message: string, ...hints: readonly string[]) => undefined;

export type Reading = {
  /** One character, or `tab`; absent: by the name of the file, or guessed among comma, semicolon, tab and bar. */
  readonly delimiter: string | undefined;
  /** Cells that it may have. Absent: as many as a table in a document may. */
  readonly most?: number;
};

/** The cells of a file of comma-separated values (RFC 4180), without empty rows; undefined when it is refused. */
export function readCells(
  path: string,
  bytes: Uint8Array,
  { delimiter, most = mostCells }: Reading,
  report: Report,
  refuse: Refuse,
): ReadCells | undefined {
  if (bytes.length > mostDataBytes)
    return refuse("data-is-small-enough", `The file "${path}" has more than 20 MB.`);
  // A ZIP archive (APPNOTE 6.3, 4.3.7), or the compound file that Excel wrote before (MS-CFB, 2.2).
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return refuse(
      "data-is-a-table",
      `The file "${path}" is a workbook, not a file of comma-separated values.`,
      "Save its sheet as CSV, in UTF-8.",
    );
  const text = decodeData(path, bytes, report);
  if (text.includes("\0"))
    return refuse("data-is-a-table", `The file "${path}" is no text.`, "Save it as CSV.");
  // Excel writes the sign that parts cells into a first line of its own: `sep=;`.
  const [said, sign] = /^sep=([^\r\n])(?:\r\n|\n|\r|$)/i.exec(text) ?? [];
  const asked = delimiter ?? (sign === "\t" ? "tab" : sign);
  const rows = text.slice(said?.length ?? 0);
  const delimiting = delimiterFor(path, asked) || guessed(rows);
  const { data, errors } = loadPapa().parse<string[]>(rows, { delimiter: delimiting });
  const lines = linesOf(data, said === undefined ? 1 : 2);
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken !== undefined)
    return refuse(
      "data-is-a-table",
      `The row on line ${lines[broken.row ?? 0] ?? 1} of "${path}" has a quotation mark that is not closed or stands in the middle of a cell.`,
      'Write a quotation mark within a quoted cell twice, as in "the ""new"" port".',
    );
  const kept = data.flatMap((row, at) => (row.some((cell) => cell.trim() !== "") ? [at] : []));
  const width = kept.reduce((widest, at) => Math.max(widest, data[at]?.length ?? 0), 0);
  if (width > mostColumns)
    return refuse(
      "data-is-small-enough",
      `The file "${path}" has ${width} columns, more than ${mostColumns}.`,
    );
  if (width * kept.length > most)
    return refuse(
      "data-is-small-enough",
      `The file "${path}" has ${width * kept.length} cells, more than ${most}.`,
      "Take a part of it into a file of its own.",
    );
  if (kept.length === 0) return refuse("data-is-a-table", `The file "${path}" has no rows.`);
  const blanks = Array.from({ length: width }, () => "");
  return {
    cells: kept.map((at) => {
      const row = data[at] ?? [];
      return row.length === width ? row : [...row, ...blanks.slice(row.length)];
    }),
    lines: kept.map((at) => lines[at] ?? 1),
  };
}

/** Empty rows would have a say in it, and are not left out below, where lines are counted. */
function guessed(text: string): string {
  const few = { skipEmptyLines: "greedy", preview: 10 } as const;
  return loadPapa().parse<string[]>(text, few).meta.delimiter;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** The line on which each row begins. A quoted cell may go over several lines (RFC 4180, 2.6). */
function linesOf(rows: Cells, first: number): readonly number[] {
  let line = first;
  return rows.map((row) => {
    const begins = line;
    line += 1;
    for (const cell of row) line += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
    return begins;
  });
}

function delimiterFor(path: string, asked: string | undefined): string {
  if (asked === "tab" || (asked === undefined && /\.tsv$/i.test(path))) return "\t";
  return asked !== undefined && [...asked].length === 1 ? asked : "";
}

/** Synchronous, and only when a source has such a table. */
function loadPapa(): typeof papaparse {
  const load = typeof require === "function" ? undefined : createRequire(import.meta.url);
  return load ? load("papaparse") : require("papaparse");
}
