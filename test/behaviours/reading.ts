import type { TraceLine, TracePage } from "../../src/layout/index.ts";
import type { Laid } from "./corpus.ts";

/** What a reader sees on pages: rows of text in columns, and the block that each belongs to. */

/** A block that has text of its own, and what it stands in. */
export type Owner = {
  readonly id: string;
  readonly kind: string;
  readonly role: string | undefined;
  /** Kinds of the blocks around it, the outermost first. */
  readonly within: readonly string[];
  /** Place in the order of reading. */
  readonly order: number;
  /** It begins a page because the source says so. */
  readonly forced: boolean;
};

/** One line of one block as it stands. */
export type Row = {
  readonly owner: Owner;
  readonly page: number;
  readonly column: number;
  readonly x: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly runs: readonly TraceLine[];
  readonly text: string;
  readonly hyphenated: boolean;
};

/** Rows from top to bottom; those of notes apart. */
export type Column = {
  readonly page: number;
  readonly column: number;
  readonly rows: readonly Row[];
  readonly notes: readonly Row[];
};

const ownTexts = new Set([
  "paragraph",
  "heading",
  "caption",
  "codeBlock",
  "tableOfContents",
  "listOfCaptions",
  "term",
  "image",
]);

type Node = { readonly kind?: unknown; readonly id?: unknown; readonly role?: unknown } & {
  readonly newPage?: unknown;
  readonly landscape?: unknown;
};

/** The block of each node that text is tagged with. */
export function ownersOf({ document }: Laid): ReadonlyMap<string, Owner> {
  const gathering: Gathering = { owners: new Map(), forced: false };
  gather(gathering, document.content, [], undefined);
  gather(gathering, document.notes, ["notes"], undefined);
  return gathering.owners;
}

/** `forced`: what comes next begins a page. */
type Gathering = { readonly owners: Map<string, Owner>; forced: boolean };

function gather(
  gathering: Gathering,
  value: unknown,
  within: readonly string[],
  owner: Owner | undefined,
): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) gather(gathering, each, within, owner);
    return;
  }
  const node = value as Node;
  const { kind } = node;
  if (kind === "pageBreak" || node.newPage === true || node.landscape === true)
    gathering.forced = true;
  const own = ownerOf(gathering, node, within, owner);
  const inner = typeof kind === "string" ? [...within, kind] : within;
  for (const each of Object.values(value)) gather(gathering, each, inner, own);
  // Contents have their page for themselves.
  if (node.landscape === true || kind === "tableOfContents") gathering.forced = true;
}

function ownerOf(
  gathering: Gathering,
  { kind, id, role }: Node,
  within: readonly string[],
  owner: Owner | undefined,
): Owner | undefined {
  if (typeof kind !== "string" || typeof id !== "string") return owner;
  const { owners, forced } = gathering;
  let own = owner;
  if (own === undefined || !ownTexts.has(own.kind)) {
    const named = typeof role === "string" ? role : undefined;
    own = { id, kind, role: named, within, order: owners.size, forced };
    if (ownTexts.has(kind)) gathering.forced = false;
  }
  owners.set(id, own);
  return own;
}

const known = new WeakMap<Laid, readonly Column[]>();

/** Columns in the order of reading. */
export function columnsOf(laid: Laid): readonly Column[] {
  const found = known.get(laid) ?? columnsIn(laid);
  known.set(laid, found);
  return found;
}

function columnsIn(laid: Laid): readonly Column[] {
  const owners = ownersOf(laid);
  return laid.trace.flatMap((page, index) => {
    const middle = middleOf(laid, page);
    const own = page.lines.filter((line) => line.node !== undefined);
    return [0, 1].flatMap((column) => {
      const lines = own.filter((line) => line.x > middle === (column === 1));
      if (lines.length === 0) return [];
      const rows = rowsOf(lines, owners, index, column).sort((one, other) => one.y - other.y);
      const isNote = (row: Row): boolean => row.owner.within.includes("notes");
      return [
        {
          page: index,
          column,
          rows: rows.filter((row) => !isNote(row)),
          notes: rows.filter(isNote),
        },
      ];
    });
  });
}

/** What parts the two columns of a page; infinite when there is one. */
function middleOf({ theme }: Laid, { number, width, height }: TracePage): number {
  const { regions } = number === 1 ? theme.masters.first : theme.masters.later;
  const [first] = regions;
  if (first?.column !== true || width > height) return Number.POSITIVE_INFINITY;
  return first.x + first.width + 5;
}

function rowsOf(
  lines: readonly TraceLine[],
  owners: ReadonlyMap<string, Owner>,
  page: number,
  column: number,
): Row[] {
  const byOwner = new Map<Owner, TraceLine[]>();
  const others = new Map<string, Owner>();
  for (const line of lines) {
    const node = line.node ?? "";
    const owner = owners.get(node) ?? others.get(node) ?? unknown(line);
    others.set(node, owner);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), line]);
  }
  return [...byOwner].flatMap(([owner, own]) =>
    grouped(own).map((runs) => rowOf(owner, page, column, runs)),
  );
}

/** Entries of contents have nodes of their own, which the document does not know. */
const unknown = ({ node = "" }: TraceLine): Owner => ({
  id: node,
  kind: node.startsWith("toc-") ? "entry" : "other",
  role: undefined,
  within: [],
  order: -1,
  forced: false,
});

/** Runs of one line: raised and lowered ones stand less than half a size from the baseline. */
function grouped(lines: readonly TraceLine[]): readonly (readonly TraceLine[])[] {
  const rows: TraceLine[][] = [];
  for (const line of lines) {
    const row = rows.find(([first]) => {
      const size = Math.max(first?.size ?? 0, line.size);
      return Math.abs((first?.y ?? 0) - line.y) < size * 0.55;
    });
    if (row === undefined) rows.push([line]);
    else row.push(line);
  }
  return rows;
}

function rowOf(owner: Owner, page: number, column: number, runs: readonly TraceLine[]): Row {
  const main = runs.reduce((one, other) => (other.size > one.size ? other : one));
  return {
    owner,
    page,
    column,
    x: Math.min(...runs.map(({ x }) => x)),
    right: Math.max(...runs.map(({ x, width }) => x + width)),
    y: main.y,
    size: main.size,
    runs,
    text: runs.map(({ text }) => text).join(""),
    hyphenated: runs.at(-1)?.hyphenated === true,
  };
}

/** Rows of each block, in the order of reading. */
export function rowsByOwner(columns: readonly Column[]): ReadonlyMap<Owner, readonly Row[]> {
  const found = new Map<Owner, Row[]>();
  for (const { rows, notes } of columns) {
    for (const row of [...rows, ...notes]) {
      const own = found.get(row.owner);
      if (own === undefined) found.set(row.owner, [row]);
      else own.push(row);
    }
  }
  return found;
}

/** Whether a block stands in the text itself or in lists and quotations in it, and not in boxes, cells and the like. */
export const isRunning = ({ within }: Owner): boolean =>
  within.every((kind) =>
    ["section", "list", "listItem", "quote", "group", "definitionList"].includes(kind),
  );
