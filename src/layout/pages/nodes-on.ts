import type { NodeId } from "../../document/index.ts";
import type { PageItem } from "../page.ts";

/** What stands on a page, by node. */
export type NodesOn = {
  /** Nodes with a place to go to, in the order of the items. */
  readonly destinations: readonly NodeId[];
  /** The first item of each node, places to go to apart. */
  readonly firsts: ReadonlyMap<NodeId, PageItem>;
};

/** Items of a page never change, and most pages are the same from one layout to the next. */
const known = new WeakMap<readonly PageItem[], NodesOn>();

export function nodesOn(items: readonly PageItem[]): NodesOn {
  const before = known.get(items);
  if (before !== undefined) return before;
  const destinations: NodeId[] = [];
  const firsts = new Map<NodeId, PageItem>();
  for (const item of items) {
    if (item.kind === "destination") destinations.push(item.node);
    else {
      const node =
        item.kind === "link" ? item.node : "node" in item.tag ? item.tag.node : undefined;
      if (node !== undefined && !firsts.has(node)) firsts.set(node, item);
    }
  }
  const found = { destinations, firsts };
  known.set(items, found);
  return found;
}
