import type { NodeId } from "../../document/index.ts";
import type { Destination, Page } from "../../layout/index.ts";
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

/** Most names of one leaf. */
const namesPerLeaf = 64;

/** The beginnings as named destinations (ISO 32000-1, 12.3.2.3), in a name tree of two levels (7.9.6). */
export function writeDestinations(
  sink: PdfSink,
  beginnings: ReadonlyMap<NodeId, Beginning>,
  pages: readonly Page[],
  references: readonly Reference[],
): void {
  const named = [...beginnings].sort(([left], [right]) => byteOrder(left, right));
  const leaves: string[] = [];
  for (let start = 0; start < named.length; start += namesPerLeaf) {
    const part = named.slice(start, start + namesPerLeaf);
    const leaf = sink.reserve();
    const names = part.map(([node, { page, x, y }]) => {
      const reference = references[page];
      if (reference === undefined) throw new Error(`Bug: there is no page ${page + 1}.`);
      const top = (pages[page]?.height ?? 0) - y;
      return `${bytesSyntax(node)}[${referenceSyntax(reference)}/XYZ ${numberSyntax(x)} ${numberSyntax(top)} null]`;
    });
    const limits = [part[0], part.at(-1)].map((entry) => bytesSyntax(entry?.[0] ?? ""));
    sink.object(leaf, `<</Limits[${limits.join("")}]/Names[${names.join("\n")}]>>`);
    leaves.push(referenceSyntax(leaf));
  }
  if (leaves.length > 0) sink.catalogue("Names", `<</Dests<</Kids[${leaves.join(" ")}]>>>>`);
}
