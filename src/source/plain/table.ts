import type { AlignType, Table, TableCell, TableRow } from "mdast";
import { kindOf } from "./character.ts";
import type { Line } from "./lines.ts";
import { endOf, endsInBlank, isEmpty, startOf } from "./lines.ts";
import { readPhrasing } from "./phrasing.ts";
import type { FoundBlock, Scope } from "./scope.ts";

/** Rows that begin and end with a bar and have as many cells each (GFM 4.10). */
export function readTable(
  scope: Scope,
  lines: readonly Line[],
  at: number,
): FoundBlock | undefined {
  const { text } = scope;
  const head = lines[at];
  const delimiter = lines[at + 1];
  if (head === undefined || delimiter === undefined || isEmpty(delimiter)) return undefined;
  const align = readDelimiters(text.slice(delimiter.start, delimiter.end));
  if (align === undefined) return undefined;
  const children: TableRow[] = [];
  let next = at;
  let last = delimiter;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || isEmpty(line)) break;
    if (line === delimiter) continue;
    const row = readRow(scope, line, align.length);
    if (row === undefined) return undefined;
    children.push(row);
    if (line !== head) last = line;
  }
  const position = { start: startOf(head), end: endOf(last) };
  const node: Table = { type: "table", align, children, position };
  return { node, next };
}

function readDelimiters(row: string): AlignType[] | undefined {
  if (!/^\|(?: *:?-+:? *\|)+$/.test(row)) return undefined;
  return row
    .slice(1, -1)
    .split("|")
    .map((cell) => {
      const marks = cell.trim();
      const left = marks.startsWith(":");
      const right = marks.endsWith(":");
      if (left && right) return "center";
      return left ? "left" : right ? "right" : null;
    });
}

function readRow(scope: Scope, line: Line, columns: number): TableRow | undefined {
  const { text } = scope;
  const row = text.slice(line.start, line.end);
  if (row.length < 2 || endsInBlank(text, line)) return undefined;
  if (!row.startsWith("|") || !row.endsWith("|") || row.includes("\\")) return undefined;
  const children: TableCell[] = [];
  for (let bar = 0; bar < row.length - 1; ) {
    const close = row.indexOf("|", bar + 1);
    const cell = readCell(scope, line, bar, close, close === row.length - 1);
    if (cell === undefined || children.length === columns) return undefined;
    children.push(cell);
    bar = close;
  }
  if (children.length !== columns) return undefined;
  return { type: "tableRow", children, position: { start: startOf(line), end: endOf(line) } };
}

/** The cell from its bar; the last one has the bar behind it too. */
function readCell(
  { text, notes }: Scope,
  line: Line,
  bar: number,
  close: number,
  isLast: boolean,
): TableCell | undefined {
  let from = line.start + bar + 1;
  let to = line.start + close;
  if (!isEdge(text.charCodeAt(from)) || !isEdge(text.charCodeAt(to - 1))) return undefined;
  while (from < to && text.charCodeAt(from) === 32) from++;
  while (to > from && text.charCodeAt(to - 1) === 32) to--;
  const content = {
    number: line.number,
    start: from,
    end: to,
    column: line.column + from - line.start,
  };
  const value = text.slice(from, to);
  const children = readPhrasing({ value, lines: [content], notes }, 0, value.length);
  if (children === undefined) return undefined;
  const end = isLast ? close + 1 : close;
  const point = (column: number) => ({
    line: line.number,
    column: line.column + column,
    offset: line.start + column,
  });
  return { type: "tableCell", children, position: { start: point(bar), end: point(end) } };
}

/** Beside a bar: a blank, or what is no mark. */
function isEdge(code: number): boolean {
  return code === 32 || kindOf(code) === "letter";
}
