import type { Text } from "mdast";
import type { Point, Position } from "unist";

/** A text of several lines as one text a line, each with its own place. */
export function linesOf(node: Text, text: string): readonly Text[] {
  const values = node.value.split("\n");
  const { position } = node;
  if (values.length === 1 || position === undefined) return [node];
  const last = position.end.offset ?? 0;
  let start = position.start;
  return values.map((value, index): Text => {
    const lineEnd = text.indexOf("\n", start.offset);
    const ends = index === values.length - 1 || lineEnd === -1 || lineEnd >= last;
    const length = lineEnd - (start.offset ?? 0);
    const end = ends
      ? position.end
      : { line: start.line, column: start.column + length, offset: lineEnd };
    const part: Text = { type: "text", value, position: { start, end } };
    start = ends ? position.end : nextStart(text, lineEnd, start.line + 1, last);
    return part;
  });
}

/** Where the text of the next line begins, behind its indentation and quote marks. */
function nextStart(text: string, lineEnd: number, line: number, last: number): Point {
  let offset = lineEnd + 1;
  while (offset < last && " \t>".includes(text[offset] ?? "")) offset++;
  return { line, column: offset - lineEnd, offset };
}

/** Part of a text of which `text` was read. Its place is exact, but in lines with escapes or entities that of the line. */
export function partOf(node: Text, from: number, to: number, text: string): Text {
  const part: Text = { ...node, value: node.value.slice(from, to) };
  const lines = linesOf(node, text);
  const start = pointIn(lines, from)?.start;
  const end = pointIn(lines, to)?.end;
  if (start && end) part.position = { start, end };
  return part;
}

/** Around the character at `index`: one point twice where it is certain, else where its line begins and ends. */
function pointIn(lines: readonly Text[], index: number): Position | undefined {
  let at = index;
  for (const { value, position } of lines) {
    if (at > value.length) {
      at -= value.length + 1;
      continue;
    }
    if (position === undefined) return undefined;
    const { line, column, offset = 0 } = position.start;
    if ((position.end.offset ?? 0) - offset !== value.length) return position;
    const point = { line, column: column + at, offset: offset + at };
    return { start: point, end: point };
  }
  return undefined;
}
