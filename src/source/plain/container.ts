import { readAttributes } from "../attributes.ts";
import type { Container } from "../tree.ts";
import type { Line } from "./lines.ts";
import { endOf, startOf } from "./lines.ts";
import { readPhrasing } from "./phrasing.ts";
import type { FoundBlock, Scope } from "./scope.ts";

/** `:::name[label]{attributes}` up to the `:::` that closes it, at the first column. */
export function readContainer(
  scope: Scope,
  lines: readonly Line[],
  at: number,
): FoundBlock | undefined {
  const { text } = scope;
  const opening = lines[at];
  if (opening === undefined) return undefined;
  const node = readOpening(scope, opening);
  const end = node && closingLine(text, lines, at + 1);
  const closing = end === undefined ? undefined : lines[end];
  if (node === undefined || end === undefined || closing === undefined) return undefined;
  const inside = lines.slice(at + 1, end);
  const children = scope.readBlocks({ ...scope, depth: scope.depth + 1 }, inside);
  if (children === undefined) return undefined;
  const position = { start: startOf(opening), end: endOf(closing) };
  return { node: { ...node, children, position }, next: end + 1 };
}

function readOpening({ text, notes }: Scope, line: Line): Container | undefined {
  const written = text.slice(line.start, line.end);
  const match = /^(:{3,})([A-Za-z][A-Za-z0-9-]*)(?:\[([^[\]\\]*)\])?(?:\{([^{}']*)\})?$/.exec(
    written,
  );
  if (match === null) return undefined;
  const [, colons = "", name = "", label, inside] = match;
  const container: Container = { type: "container", name, children: [] };
  if (label !== undefined && label !== "") {
    const from = colons.length + name.length + 1;
    const start = line.start + from;
    const own = { ...line, start, end: start + label.length, column: line.column + from };
    const read = readPhrasing({ value: label, lines: [own], notes }, 0, label.length);
    if (read === undefined) return undefined;
    container.label = read;
  }
  if (inside === undefined) return container;
  const attributes = readAttributes(inside);
  if (attributes === undefined || (inside.split('"').length & 1) === 0) return undefined;
  return { ...container, data: { attributes } };
}

/** Every other fence on the way must be as plain, so that none is missed or taken for one. */
function closingLine(text: string, lines: readonly Line[], from: number): number | undefined {
  let inside = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) return undefined;
    const content = text.slice(line.start, line.end);
    if (!/[`~:]{3}/.test(content)) continue;
    if (/^:{3,}$/.test(content)) {
      if (inside === 0) return at;
      inside--;
    } else if (/^:{3,}[A-Za-z][^`~:]*$/.test(content)) inside++;
    else return undefined;
  }
  return undefined;
}
