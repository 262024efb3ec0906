import type { NodeId } from "../../document/index.ts";
import type { Destination, Page } from "../../layout/index.ts";
import { writeNameTree } from "./name-tree.ts";
import type { PdfSink, Reference } from "./sink.ts";
import { referenceSyntax } from "./sink.ts";
import { byteOrder, bytesSyntax, numberSyntax } from "./syntax.ts";

/** Where a node begins: page from 0, y down from its top. */
export type Beginning = { readonly page: number; readonly x: number; readonly y: number };

/** Destinations of pages, which never change once made. */
export type PageDestinations = WeakMap<Page, readonly Destination[]>;

/** Where layout says that nodes begin; the first place counts. */
export function beginningsOf(
  pages: readonly Page[],
  known?: PageDestinations,
): ReadonlyMap<NodeId, Beginning> {
  const beginnings = new Map<NodeId, Beginning>();
  for (const [index, page] of pages.entries()) {
    const found = known?.get(page) ?? page.items.filter((item) => item.kind === "destination");
    known?.set(page, found);
    for (const { node, x, y } of found) {
      if (!beginnings.has(node)) beginnings.set(node, { page: index, x, y });
    }
  }
  return beginnings;
}

/** Destinations of the last file by name, each as it was written. */
export type WrittenDestinations = readonly {
  readonly node: NodeId;
  readonly page: number;
  readonly x: number;
  readonly top: number;
  readonly syntax: string;
}[];

/**
 * The beginnings as named destinations (ISO 32000-1, 12.3.2.3), in a tree of names.
 * @param before those of the last file; absent: there was none
 * @returns what is written, for the next file
 */
export function writeDestinations(
  sink: PdfSink,
  beginnings: ReadonlyMap<NodeId, Beginning>,
  pages: readonly Page[],
  references: readonly Reference[],
  before: WrittenDestinations = [],
): WrittenDestinations {
  const written = namesInOrder(beginnings, before).map((node, index) => {
    const { page, x, y } = beginnings.get(node) as Beginning;
    const reference = references[page];
    if (reference === undefined) throw new Error(`Bug: there is no page ${page + 1}.`);
    const top = (pages[page]?.height ?? 0) - y;
    const known = before[index];
    if (known?.node === node && known.page === reference.id && known.x === x && known.top === top) {
      return known;
    }
    const syntax = `${bytesSyntax(node)}[${referenceSyntax(reference)}/XYZ ${numberSyntax(x)} ${numberSyntax(top)} null]`;
    return { node, page: reference.id, x, top, syntax };
  });
  const tree = writeNameTree(
    sink,
    written.map(({ node, syntax }) => ({ name: node, syntax })),
  );
  if (tree !== undefined) sink.names("Dests", tree);
  return written;
}

/** Names in the order of their bytes, which is that of the last file where they are the same. */
function namesInOrder(
  beginnings: ReadonlyMap<NodeId, Beginning>,
  before: WrittenDestinations,
): readonly NodeId[] {
  const same =
    before.length === beginnings.size && before.every(({ node }) => beginnings.has(node));
  return same ? before.map(({ node }) => node) : [...beginnings.keys()].sort(byteOrder);
}
