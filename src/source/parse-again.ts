import type { Nodes, RootContent } from "mdast";
import { visitAll } from "./children.ts";
import type { Chunk } from "./chunks.ts";
import { parseChunks } from "./parse-chunks.ts";
import type { Root } from "./tree.ts";

/**
 * What the last parse of a source gave, for the next one. A tree that was made with a memo is true until the next parse with it: nodes
 * that are taken again are moved to where they stand then.
 */
export type SourceMemo = { pieces: ReadonlyMap<string, readonly Piece[]>; names: string };

/** The nodes of one chunk. */
type Piece = {
  readonly chunk: Chunk;
  readonly nodes: readonly RootContent[];
  /** What it defines: names of links and notes. */
  readonly defines: readonly string[];
};

export function createSourceMemo(): SourceMemo {
  return { pieces: new Map(), names: "" };
}

/**
 * The tree that `parseChunks` and `finish` give, with what is new alone read; undefined where pieces do not stand by themselves: HTML
 * and containers that nothing closes reach from one to others.
 */
export function parseAgain(
  text: string,
  chunks: readonly Chunk[],
  finish: (root: Root) => void,
  memo: SourceMemo,
): Root | undefined {
  const { names } = memo;
  const known = takenPieces(text, chunks, memo.pieces);
  // What is taken is moved, so that nothing of it may be taken again if this is not to be.
  memo.pieces = new Map();
  const pieces = withFresh(text, chunks, known, finish);
  if (pieces === undefined) return undefined;
  const defined = [...new Set(pieces.flatMap(({ defines }) => defines))].sort().join("\n");
  const isNew = known.every((piece) => piece === undefined);
  // A reference to a name that was not defined before is text in what was read then.
  if (!isNew && defined !== names) return parseAgain(text, chunks, finish, memo);
  memo.names = defined;
  memo.pieces = grouped(text, pieces);
  return rootOf(text, chunks, pieces);
}

/** For each chunk a piece of the same text, each piece once and in order. */
function takenPieces(
  text: string,
  chunks: readonly Chunk[],
  pieces: SourceMemo["pieces"],
): readonly (Piece | undefined)[] {
  const used = new Map<string, number>();
  if (pieces.size === 0) return chunks.map(() => undefined);
  return chunks.map(({ start, end }) => {
    const own = text.slice(start, end);
    const found = pieces.get(own);
    if (found === undefined) return undefined;
    const index = used.get(own) ?? 0;
    used.set(own, index + 1);
    return found[index];
  });
}

function grouped(text: string, pieces: readonly Piece[]): SourceMemo["pieces"] {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const own = text.slice(piece.chunk.start, piece.chunk.end);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [piece]);
    else group.push(piece);
  }
  return groups;
}

/** Reads what is new, along with the chunks that define names, since it may refer to them. */
function withFresh(
  text: string,
  chunks: readonly Chunk[],
  known: readonly (Piece | undefined)[],
  finish: (root: Root) => void,
): readonly Piece[] | undefined {
  const isNew = known.includes(undefined);
  const read = chunks.filter((_, index) => isNew && known[index]?.defines.length !== 0);
  const { root, open, unread } = parseChunks(text, read);
  if (open.length > 0 || unread.length > 0) return undefined;
  const pieces: Piece[] = [];
  let next = 0;
  for (const [index, chunk] of chunks.entries()) {
    const before = known[index];
    const own: RootContent[] = [];
    if (isNew && before?.defines.length !== 0) {
      for (let node = root.children[next]; node !== undefined; node = root.children[++next]) {
        if (startOf(node) >= chunk.end) break;
        own.push(node);
      }
    }
    const piece = before === undefined ? freshPiece(chunk, own, finish) : moved(before, chunk);
    if (piece === undefined || joins(pieces.at(-1), piece)) return undefined;
    pieces.push(piece);
  }
  return pieces;
}

/** Definition lists that follow one another are one. */
function joins(before: Piece | undefined, piece: Piece): boolean {
  return (
    before?.nodes.at(-1)?.type === "definitionList" && piece.nodes[0]?.type === "definitionList"
  );
}

function freshPiece(
  chunk: Chunk,
  children: RootContent[],
  finish: (root: Root) => void,
): Piece | undefined {
  const root: Root = { type: "root", children };
  const defines: string[] = [];
  let stands = true;
  visitAll(root, (node) => {
    if (node.type === "html") stands = false;
    if (node.type === "definition") defines.push(`[${node.identifier}`);
    if (node.type === "footnoteDefinition") defines.push(`^${node.identifier}`);
  });
  if (!stands) return undefined;
  finish(root);
  return { chunk, nodes: root.children, defines };
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;

/** The same nodes where the chunk stands now. Points may be shared, so each node gets its own. */
function moved(piece: Piece, chunk: Chunk): Piece {
  const offset = chunk.start - piece.chunk.start;
  const lines = chunk.line - piece.chunk.line;
  if (offset === 0 && lines === 0) return piece;
  const visit = (node: Nodes): void => {
    const { position } = node;
    if (position === undefined) return;
    const { start, end } = position;
    node.position = {
      start: {
        line: start.line + lines,
        column: start.column,
        offset: (start.offset ?? 0) + offset,
      },
      end: { line: end.line + lines, column: end.column, offset: (end.offset ?? 0) + offset },
    };
  };
  for (const node of piece.nodes) visitAll(node, visit);
  return { ...piece, chunk };
}

function rootOf(text: string, chunks: readonly Chunk[], pieces: readonly Piece[]): Root {
  const children: RootContent[] = [];
  for (const { nodes } of pieces) for (const node of nodes) children.push(node);
  const first = chunks[0];
  const last = chunks.at(-1);
  if (first === undefined || last === undefined) return { type: "root", children };
  const written = text.slice(last.start, last.end).split("\n");
  const start = { line: first.line + 1, column: 1, offset: first.start };
  const end = {
    line: last.line + written.length,
    column: (written.at(-1)?.length ?? 0) + 1,
    offset: last.end,
  };
  return { type: "root", children, position: { start, end } };
}
