import type { Nodes, RootContent } from "mdast";
import { visitAll } from "./children.ts";
import type { Chunk } from "./chunks.ts";
import type { Labels } from "./labels.ts";
import { definedIn, referredIn, stubsFor } from "./labels.ts";
import type { Parsed } from "./parse.ts";
import { parse } from "./parse.ts";
import { plainBlocks } from "./plain-blocks.ts";
import type { Container, Root } from "./tree.ts";

export type ParsedText = Parsed & {
  /** Offsets of stretches that could not be read as Markdown and are given as plain paragraphs. */
  readonly unread: readonly number[];
};

/**
 * Parses a source chunk by chunk, to the tree that the whole would give: the parser's time grows faster than what it
 * reads, and what it fails at stays in one chunk.
 */
export function parseChunks(text: string, chunks: readonly Chunk[]): ParsedText {
  const parsed = chunks.map((chunk) => parseChunk(text, chunk, ""));
  if (chunks.length > 1 || text.includes(":::")) resolveLabels(text, chunks, parsed);
  const [only] = parsed;
  return parsed.length === 1 && only !== undefined ? only : joined(parsed);
}

/** Reads again what refers to a definition in another chunk, or in a container, in place. */
function resolveLabels(text: string, chunks: readonly Chunk[], parsed: ParsedText[]): void {
  const defined = parsed.map(({ root }) => definedIn(root));
  const all: Labels = {
    links: new Set(defined.flatMap((own) => [...own.all.links])),
    notes: new Set(defined.flatMap((own) => [...own.all.notes])),
  };
  if (all.links.size + all.notes.size === 0) return;
  for (const [index, chunk] of chunks.entries()) {
    const referred = referredIn(text.slice(chunk.start, chunk.end));
    const stubs = stubsFor(referred, all, defined[index]?.seen);
    if (stubs !== "") parsed[index] = parseChunk(text, chunk, stubs);
  }
}

/** `stubs` define what is defined elsewhere; they stand before the chunk and their nodes are dropped. */
function parseChunk(text: string, chunk: Chunk, stubs: string): ParsedText {
  if (chunk.plain) return { root: plainBlocks(text, chunk), open: [], unread: [] };
  const chunkText = text.slice(chunk.start, chunk.end);
  let parsed: Parsed;
  try {
    parsed = parse(stubs + chunkText, "source");
  } catch {
    // The parser calls itself for what is nested, so that a text can exhaust the stack; no text is to be lost by that.
    return { root: plainBlocks(text, chunk), open: [], unread: [chunk.start] };
  }
  const lines = chunk.line - (stubs.split("\n").length - 1);
  shift(parsed.root, chunk.start - stubs.length, lines);
  if (stubs === "") return { ...parsed, unread: [] };
  const children = parsed.root.children.filter((node) => startOf(node) >= chunk.start);
  return { ...parsed, root: { ...parsed.root, children }, unread: [] };
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

/** Right after parsing every node has points of its own, so that they can be changed where they are. */
function shift(root: Root, offset: number, lines: number): void {
  if (offset === 0 && lines === 0) return;
  visitAll(root, ({ position }) => {
    if (position === undefined) return;
    for (const point of [position.start, position.end]) {
      point.offset = (point.offset ?? 0) + offset;
      point.line += lines;
    }
  });
}

function joined(parsed: readonly ParsedText[]): ParsedText {
  const children: RootContent[] = [];
  const open: Container[] = [];
  const unread: number[] = [];
  for (const part of parsed) {
    for (const child of part.root.children) children.push(child);
    open.push(...part.open);
    unread.push(...part.unread);
  }
  const start = parsed[0]?.root.position?.start;
  const end = parsed.at(-1)?.root.position?.end;
  const root: Root = { type: "root", children, ...(start && end && { position: { start, end } }) };
  return { root, open, unread };
}
