import type { RootContent } from "mdast";
import type { Chunk } from "../chunks.ts";
import type { Root } from "../tree.ts";
import { readBlocks } from "./blocks.ts";
import { linesOf } from "./lines.ts";

/**
 * Reads a stretch of Markdown that holds nothing but the plainest forms: paragraphs, headings, tight lists, tables, fenced code,
 * containers, with emphasis, code, links, notes and attributes in them. The tree is that of the parser, node by node and point by
 * point, in a tenth of its time; undefined where there is any doubt. `notes` are the names of those that are defined in the whole
 * text, as mdast's `identifier`: a reference to another one is text, which the parser is left to find.
 */
export function readPlain(
  text: string,
  chunk: Chunk,
  notes: ReadonlySet<string>,
): Root | undefined {
  const lines = linesOf(text, chunk.start, chunk.end, chunk.line);
  const children: RootContent[] | undefined = readBlocks(
    { text, notes, depth: 0, inItem: false, readBlocks },
    lines,
  );
  if (children === undefined) return undefined;
  const last = lines.at(-1);
  const closed = text.charCodeAt(chunk.end - 1) === 10;
  const start = { line: chunk.line + 1, column: 1, offset: chunk.start };
  const line = last === undefined ? start.line : last.number + (closed ? 1 : 0);
  const column = last === undefined || closed ? 1 : chunk.end - last.start + 1;
  return { type: "root", children, position: { start, end: { line, column, offset: chunk.end } } };
}
