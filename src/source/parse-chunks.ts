import type { Nodes, RootContent } from "mdast";
import { visitAll } from "./children.ts";
import type { Chunk } from "./chunks.ts";
import type { Labels } from "./labels.ts";
import { definedIn, referredIn, stubsFor } from "./labels.ts";
import type { Parsed } from "./parse.ts";
import { parse } from "./parse.ts";
import { readPlain } from "./plain/index.ts";
import { plainBlocks } from "./plain-blocks.ts";
import type { Container, Root } from "./tree.ts";

export type ParsedText = Parsed & {
  /** Offsets of stretches that could not be read as Markdown and are given as plain paragraphs. */
  readonly unread: readonly number[];
};

/**
 * The parser reads neighbouring chunks at once up to so many characters, or so many chunks: its time for each quote and list
 * grows with all it has read before them.
 */
const stretchLength = 8_000;
const stretchChunks = 100;

/** One or more chunks, with their tree where that could be read without the parser. */
type Stretch = { readonly chunk: Chunk; readonly root?: Root; readonly count: number };

/**
 * Parses a source stretch by stretch, to the tree that the whole would give: the parser's time grows faster than what it
 * reads, and what it fails at stays in one stretch.
 */
export function parseChunks(text: string, chunks: readonly Chunk[]): ParsedText {
  const stretches = stretchesOf(text, chunks, likelyNotes(text));
  const parsed = stretches.map(({ chunk, root }) =>
    root === undefined ? parseChunk(text, chunk, "") : { root, open: [], unread: [] },
  );
  if (stretches.length > 1 || text.includes(":::") || text.includes("[^"))
    resolveLabels(text, stretches, parsed);
  const [only] = parsed;
  return parsed.length === 1 && only !== undefined ? only : joined(parsed);
}

/** Names of notes by what looks like their definitions: nearly always they are. */
function likelyNotes(text: string): ReadonlySet<string> {
  if (!text.includes("[^")) return new Set();
  const found = text.matchAll(/^\[\^([A-Za-z0-9-]{1,100})\]:/gm);
  return new Set([...found].map(([, label = ""]) => label.toLowerCase()));
}

function stretchesOf(
  text: string,
  chunks: readonly Chunk[],
  notes: ReadonlySet<string>,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const chunk of chunks) {
    const root = chunk.plain ? plainBlocks(text, chunk) : readPlain(text, chunk, notes);
    const before = stretches.at(-1);
    if (root === undefined && before?.chunk.end === chunk.start && isOpen(before)) {
      const { start, line } = before.chunk;
      const count = before.count + 1;
      stretches[stretches.length - 1] = { chunk: { start, line, end: chunk.end }, count };
    } else stretches.push({ chunk, count: 1, ...(root && { root }) });
  }
  return stretches;
}

function isOpen({ chunk, root, count }: Stretch): boolean {
  return root === undefined && count < stretchChunks && chunk.end - chunk.start < stretchLength;
}

/**
 * Reads again what refers to a definition in another stretch, or in a container, in place; and what was read without the parser
 * and refers to a note that is not defined after all.
 */
function resolveLabels(text: string, stretches: readonly Stretch[], parsed: ParsedText[]): void {
  const defined = parsed.map(({ root }, index) =>
    stretches[index]?.root === undefined || hasNotes(text, stretches[index]?.chunk)
      ? definedIn(root)
      : undefined,
  );
  const all: Labels = {
    links: new Set(defined.flatMap((own) => [...(own?.all.links ?? [])])),
    notes: new Set(defined.flatMap((own) => [...(own?.all.notes ?? [])])),
  };
  for (const [index, { chunk, root }] of stretches.entries()) {
    if (root !== undefined && (!hasNotes(text, chunk) || areDefined(root, all.notes))) continue;
    if (root === undefined && all.links.size + all.notes.size === 0) continue;
    const referred = referredIn(text.slice(chunk.start, chunk.end));
    const stubs = stubsFor(referred, all, defined[index]?.seen);
    if (stubs !== "" || root !== undefined) parsed[index] = parseChunk(text, chunk, stubs);
  }
}

function hasNotes(text: string, chunk: Chunk | undefined): boolean {
  return chunk !== undefined && text.slice(chunk.start, chunk.end).includes("[^");
}

function areDefined(root: Root, notes: ReadonlySet<string>): boolean {
  let defined = true;
  visitAll(root, (node) => {
    if (node.type === "footnoteReference" && !notes.has(node.identifier)) defined = false;
  });
  return defined;
}

/** `stubs` define what is defined elsewhere; they stand before the chunk and their nodes are dropped. */
function parseChunk(text: string, chunk: Chunk, stubs: string): ParsedText {
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
  const start = { line: chunk.line + 1, column: 1, offset: chunk.start };
  const end = parsed.root.position?.end;
  const root: Root = { ...parsed.root, children, ...(end && { position: { start, end } }) };
  return { ...parsed, root, unread: [] };
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
