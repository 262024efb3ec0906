import type { DocumentTree, NodeId } from "../../document/index.ts";
import type { PageItem } from "../page.ts";
import { ownersOf } from "./walk.ts";

/** Adds a place to go to for each node that a link leads to and that has none yet: where its first text stands. */
export function withDestinations(
  pages: readonly (readonly PageItem[])[],
  document: DocumentTree,
  targets: ReadonlySet<NodeId>,
): readonly (readonly PageItem[])[] {
  const missing = new Set(targets);
  for (const page of pages) {
    for (const item of page) if (item.kind === "destination") missing.delete(item.node);
  }
  if (missing.size === 0) return pages;
  const owners = ownersOf(document, missing);
  return pages.map((page) => {
    const added: PageItem[] = [];
    for (const item of page) {
      const node = nodeOf(item);
      for (const owner of node === undefined ? [] : (owners.get(node) ?? [])) {
        if (!missing.delete(owner)) continue;
        const y = item.kind === "glyphs" ? item.y - item.size : item.y;
        added.push({ kind: "destination", node: owner, x: item.x, y });
      }
    }
    return added.length === 0 ? page : [...added, ...page];
  });
}

function nodeOf(item: PageItem): NodeId | undefined {
  if (item.kind === "link") return item.node;
  if (item.kind === "destination") return undefined;
  return "node" in item.tag ? item.tag.node : undefined;
}

/** The printed page of each node that has a place to go to. */
export function pageLabels(
  pages: readonly { readonly label: string; readonly items: readonly PageItem[] }[],
): ReadonlyMap<NodeId, string> {
  const labels = new Map<NodeId, string>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind === "destination" && !labels.has(item.node)) labels.set(item.node, page.label);
    }
  }
  return labels;
}
