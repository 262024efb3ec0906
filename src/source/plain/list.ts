import type { List, ListItem } from "mdast";
import type { Line } from "./lines.ts";
import { endOf, indented, isEmpty, startOf } from "./lines.ts";
import type { FoundBlock, Scope } from "./scope.ts";

const marker = /(?:[-+*]|\d{1,9}[.)]) (?=[^ \t\n])/y;

/** The marker with the one space behind it; undefined when the line begins no item of that form. */
function markerOf(text: string, line: Line): string | undefined {
  const code = text.charCodeAt(line.start);
  if (code > 57 || code < 42) return undefined;
  marker.lastIndex = line.start;
  const found = marker.exec(text)?.[0];
  return found === undefined || line.start + found.length >= line.end ? undefined : found;
}

export function isItem(text: string, line: Line): boolean {
  return markerOf(text, line) !== undefined;
}

/** Items of one kind of marker (CommonMark 5.3); those with blank lines in them hold nothing but paragraphs. */
export function readList(scope: Scope, lines: readonly Line[], at: number): FoundBlock | undefined {
  const { text } = scope;
  const first = lines[at];
  const mark = first && markerOf(text, first);
  return mark === undefined ? undefined : readItems(scope, lines, at, mark);
}

function readItems(
  scope: Scope,
  lines: readonly Line[],
  at: number,
  mark: string,
): FoundBlock | undefined {
  const { text } = scope;
  const kind = mark.at(-2) ?? "";
  const children: ListItem[] = [];
  let next = at;
  let last = at;
  let spread = false;
  while (next < lines.length) {
    const line = lines[next];
    if (line === undefined) break;
    if (isEmpty(line)) {
      const after = scope.inItem ? undefined : nextItem(text, lines, next, kind);
      if (after === undefined) break;
      next = after;
      spread = true;
      continue;
    }
    const own = markerOf(text, line);
    if (own === undefined || own.at(-2) !== kind) return undefined;
    const end = itemEnd(scope, lines, next + 1, own.length);
    const item = readItem(scope, lines.slice(next, end), own.length);
    if (item === undefined) return undefined;
    children.push(item);
    last = end - 1;
    next = end;
  }
  if (goesOn(text, lines, next)) return undefined;
  const [first, end] = [lines[at], lines[last]];
  if (first === undefined || end === undefined) return undefined;
  const position = { start: startOf(first), end: endOf(end) };
  return { node: { type: "list", ...numbering(mark), spread, children, position }, next };
}

function numbering(mark: string): Pick<List, "ordered" | "start"> {
  const ordered = mark.length > 2;
  return { ordered, start: ordered ? Number.parseInt(mark, 10) : null };
}

/** Lines of an item are indented to its text, also after blank lines. */
function itemEnd(scope: Scope, lines: readonly Line[], from: number, columns: number): number {
  const { text, inItem } = scope;
  const indent = " ".repeat(columns);
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (isEmpty(line) && inItem)) break;
    if (isEmpty(line)) continue;
    if (!text.startsWith(indent, line.start)) break;
    end = at + 1;
  }
  return end;
}

function readItem(scope: Scope, lines: readonly Line[], columns: number): ListItem | undefined {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const spread = lines.some(isEmpty);
  const inside = lines.map((line) => (isEmpty(line) ? line : indented(line, columns)));
  const [firstInside] = inside;
  if (firstInside === undefined || isItem(scope.text, firstInside)) return undefined;
  const children = scope.readBlocks({ ...scope, depth: scope.depth + 1, inItem: true }, inside);
  if (children === undefined) return undefined;
  if (spread && children.some(({ type }) => type !== "paragraph")) return undefined;
  return {
    type: "listItem",
    spread,
    checked: null,
    children: children as ListItem["children"],
    position: { start: startOf(first), end: endOf(last) },
  };
}

/** Index of an item of the same kind after blank lines. */
function nextItem(
  text: string,
  lines: readonly Line[],
  from: number,
  kind: string,
): number | undefined {
  const after = afterBlanks(lines, from);
  const line = after === undefined ? undefined : lines[after];
  return line !== undefined && markerOf(text, line)?.at(-2) === kind ? after : undefined;
}

function afterBlanks(lines: readonly Line[], from: number): number | undefined {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && !isEmpty(line)) return at;
  }
  return undefined;
}

/** Whether what follows the blank lines could belong to the list: an item or an indented block makes it loose. */
function goesOn(text: string, lines: readonly Line[], from: number): boolean {
  const after = afterBlanks(lines, from);
  const line = after === undefined ? undefined : lines[after];
  if (line === undefined) return false;
  const first = text.charCodeAt(line.start);
  return (
    first === 32 ||
    first === 9 ||
    isItem(text, line) ||
    /^(?:[-+*]|\d{1,9}[.)])[ \t]*$/.test(
      text.slice(line.start, Math.min(line.end, line.start + 12)),
    )
  );
}
