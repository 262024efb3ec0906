import type { Nodes, Parents } from "mdast";
import { childLists, setChildren, visitAll } from "./children.ts";
import { slugOf } from "./words.ts";

/**
 * Gives the names of `<a id="x">` and `[words]{#x}` to the blocks that they stand in or before, where a link asks for them.
 */
export function giveAnchors(tree: Nodes): void {
  let found = false;
  const asked = new Set<string>();
  const used = new Set<string>();
  visitAll(tree, (node) => {
    if (node.data?.anchor !== undefined) found = true;
    if (node.type === "link" && node.url.startsWith("#")) asked.add(slugOf(node.url.slice(1)));
    const id = node.data?.attributes?.id;
    if (id !== undefined) used.add(id);
  });
  if (found) give(tree, { asked, used, waiting: undefined });
}

type Giving = {
  readonly asked: ReadonlySet<string>;
  readonly used: Set<string>;
  /** A name whose block has not come yet. */
  waiting: string | undefined;
};

function give(node: Nodes, giving: Giving): void {
  if (node.type === "paragraph" || node.type === "heading") name(node, giving);
  for (const list of childLists(node)) {
    let kept: Nodes[] | undefined;
    for (const [index, child] of list.entries()) {
      const anchor = child.data?.anchor;
      if (anchor !== undefined) giving.waiting = slugOf(anchor);
      else give(child, giving);
      const goes =
        anchor !== undefined || (child.type === "paragraph" && child.children.length === 0);
      if (goes) kept ??= list.slice(0, index);
      else kept?.push(child);
    }
    if (kept !== undefined) setChildren(node as Parents, list, kept);
  }
}

function name(node: Extract<Nodes, { type: "paragraph" | "heading" }>, giving: Giving): void {
  const { asked, used } = giving;
  const own = node.children.find(({ data }) => data?.anchor !== undefined)?.data?.anchor;
  const waiting = own === undefined ? giving.waiting : slugOf(own);
  if (waiting === undefined || node.children.every(({ data }) => data?.anchor !== undefined))
    return;
  giving.waiting = undefined;
  if (!asked.has(waiting) || used.has(waiting) || node.data?.attributes?.id !== undefined) return;
  used.add(waiting);
  const attributes = node.data?.attributes ?? { classes: [], values: new Map() };
  node.data = { ...node.data, attributes: { ...attributes, id: waiting } };
}
