import type { Point } from "unist";

/** A line of the text, or what is left of it behind the marks of the items that it stands in. Offsets are into the text. */
export type Line = {
  readonly start: number;
  readonly end: number;
  /** Of `start`, from 1. */
  readonly column: number;
  /** From 1. */
  readonly number: number;
};

/** Blank lines are empty, whatever blanks they have. */
export function linesOf(text: string, from: number, to: number, before: number): Line[] {
  const lines: Line[] = [];
  let number = before;
  for (let start = from; start < to; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 || found > to ? to : found;
    lines.push({
      start,
      end: isBlank(text, start, end) ? start : end,
      column: 1,
      number: ++number,
    });
    start = end + 1;
  }
  return lines;
}

function isBlank(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at === end;
}

/** Nodes do not share points: later stages move them in place. */
export function startOf(line: Line): Point {
  return { line: line.number, column: line.column, offset: line.start };
}

export function endOf(line: Line): Point {
  return { line: line.number, column: line.column + line.end - line.start, offset: line.end };
}

export function isEmpty(line: Line): boolean {
  return line.start === line.end;
}

/** The line from `columns` further on. */
export function indented(line: Line, columns: number): Line {
  const { number, end } = line;
  return { number, end, start: line.start + columns, column: line.column + columns };
}

export function endsInBlank(text: string, line: Line): boolean {
  const last = text.charCodeAt(line.end - 1);
  return last === 32 || last === 9;
}
