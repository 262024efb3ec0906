import type { DocumentTree, NodeId } from "../../document/index.ts";
import type { Destination, PageItem } from "../page.ts";
import { nodesOn } from "./nodes-on.ts";
import { ownersOf } from "./walk.ts";

type Items = readonly PageItem[];

/** Adds a place to go to for each node that a link leads to and that has none yet: where its first text stands. */
export function withDestinations(
  pages: readonly Items[],
  document: DocumentTree,
  targets: ReadonlySet<NodeId>,
): readonly Items[] {
  const missing = new Set(targets);
  for (const page of pages) for (const node of nodesOn(page).destinations) missing.delete(node);
  if (missing.size === 0) return pages;
  const owners = ownersOf(document, missing);
  return pages.map((page) => {
    const added: Destination[] = [];
    for (const [node, item] of nodesOn(page).firsts) {
      for (const owner of owners.get(node) ?? []) {
        if (!missing.delete(owner)) continue;
        const y = item.kind === "glyphs" ? item.y - item.size : item.y;
        added.push({ kind: "destination", node: owner, x: item.x, y });
      }
    }
    return added.length === 0 ? page : extended(page, added);
  });
}

const lastExtended = new WeakMap<
  Items,
  { readonly added: readonly Destination[]; readonly items: Items }
>();

/** The same items as last time where they are extended by the same. */
function extended(page: Items, added: readonly Destination[]): Items {
  const before = lastExtended.get(page);
  if (before !== undefined && isSame(before.added, added)) return before.items;
  const items = [...added, ...page];
  lastExtended.set(page, { added, items });
  return items;
}

function isSame(one: readonly Destination[], other: readonly Destination[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ node, x, y }, index) => {
      const { node: otherNode, x: otherX, y: otherY } = other[index] as Destination;
      return node === otherNode && x === otherX && y === otherY;
    })
  );
}

/** The printed page of each node that has a place to go to. */
export function pageLabels(
  pages: readonly { readonly label: string; readonly items: Items }[],
): ReadonlyMap<NodeId, string> {
  const labels = new Map<NodeId, string>();
  for (const { items, label } of pages) {
    for (const node of nodesOn(items).destinations) if (!labels.has(node)) labels.set(node, label);
  }
  return labels;
}
