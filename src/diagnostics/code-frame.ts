import { columnsOf, printable } from "./printable.ts";

export type CodeFrame = {
  /** The line as printed: tabs as blanks, unprintable characters written out, cut at `…` when too long. */
  readonly text: string;
  /** Columns before the underline. */
  readonly indent: number;
  /** Columns that are underlined, at least 1. */
  readonly length: number;
};

type Cell = { readonly text: string; readonly columns: number };

/**
 * One line and the stretch of it that is meant. `column` and `endColumn` count from 1 in UTF-16 units, the end exclusive;
 * `width` is the most columns that may be printed (at least 20).
 */
export function frameLine(
  line: string,
  column: number,
  endColumn: number,
  width: number,
): CodeFrame {
  const room = Math.max(20, width);
  // Of a line of megabytes only the surroundings are looked at.
  const begin = boundary(line, Math.max(0, column - 1 - 2 * room));
  const { cells, from, to } = cellsOf(
    line.slice(begin, column + 4 * room),
    column - 1 - begin,
    endColumn - 1 - begin,
  );
  const more = column + 4 * room < line.length;
  const window = windowOf(cells, from, room, begin > 0, more);
  const left = window.start > 0 || begin > 0 ? "…" : "";
  const right = window.end < cells.length || more ? "…" : "";
  const lastShown = Math.min(to, window.end);
  return {
    text: left + textOf(cells, window.start, window.end) + right,
    indent: left.length + columnsIn(cells, window.start, from),
    length: Math.max(1, columnsIn(cells, from, lastShown)),
  };
}

/** Not between the halves of a pair. */
function boundary(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function cellsOf(line: string, start: number, end: number) {
  const cells: Cell[] = [];
  let columns = 0;
  let offset = 0;
  let from: number | undefined;
  let to: number | undefined;
  for (const character of line) {
    if (from === undefined && offset + character.length > start) from = cells.length;
    if (to === undefined && offset >= end) to = cells.length;
    const cell = cellOf(character, columns);
    cells.push(cell);
    columns += cell.columns;
    offset += character.length;
  }
  const first = from ?? cells.length;
  return { cells, from: first, to: Math.max(first, to ?? cells.length) };
}

function cellOf(character: string, before: number): Cell {
  if (character === "\t") {
    const columns = 4 - (before % 4);
    return { text: " ".repeat(columns), columns };
  }
  const text = printable(character);
  return { text, columns: text === character ? columnsOf(character) : text.length };
}

/** The cells to print: all, or those around the one that is meant, a third of the room before it. */
function windowOf(
  cells: readonly Cell[],
  from: number,
  room: number,
  cutBefore: boolean,
  cutAfter: boolean,
): { readonly start: number; readonly end: number } {
  if (!cutBefore && !cutAfter && columnsIn(cells, 0, cells.length) <= room) {
    return { start: 0, end: cells.length };
  }
  const usable = room - 2;
  let start = from;
  let before = 0;
  while (start > 0 && before + (cells[start - 1]?.columns ?? 0) <= Math.floor(usable / 3)) {
    start--;
    before += cells[start]?.columns ?? 0;
  }
  let end = start;
  let columns = 0;
  while (end < cells.length && columns + (cells[end]?.columns ?? 0) <= usable) {
    columns += cells[end]?.columns ?? 0;
    end++;
  }
  while (
    end === cells.length &&
    start > 0 &&
    columns + (cells[start - 1]?.columns ?? 0) <= usable
  ) {
    start--;
    columns += cells[start]?.columns ?? 0;
  }
  return { start, end };
}

function columnsIn(cells: readonly Cell[], start: number, end: number): number {
  let columns = 0;
  for (let index = start; index < end; index++) columns += cells[index]?.columns ?? 0;
  return columns;
}

function textOf(cells: readonly Cell[], start: number, end: number): string {
  let text = "";
  for (let index = start; index < end; index++) text += cells[index]?.text ?? "";
  return text;
}
