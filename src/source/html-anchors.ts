import type { Heading, Link, Nodes, Paragraph, Parents } from "mdast";
import { childLists, setChildren, visitAll } from "./children.ts";
import { slugOf } from "./words.ts";

/**
 * Gives the names of `<a id="x">` and `[words]{#x}` to the blocks that they stand in or before, where a link asks for them.
 * A block has one name: links that ask for another name of it ask for that one instead.
 */
export function giveAnchors(tree: Nodes): void {
  let found = false;
  const links: Link[] = [];
  const used = new Set<string>();
  visitAll(tree, (node) => {
    if (node.data?.anchor !== undefined) found = true;
    if (node.type === "link" && node.url.startsWith("#")) links.push(node);
    const id = node.data?.attributes?.id;
    if (id !== undefined) used.add(id);
  });
  if (!found) return;
  const giving: Giving = { asked: new Set(links.map(nameAsked)), used, others: new Map() };
  give(tree, giving, []);
  for (const link of links) {
    const id = giving.others.get(nameAsked(link));
    if (id !== undefined) link.url = `#${id}`;
  }
}

type Block = Paragraph | Heading;

type Giving = {
  readonly asked: ReadonlySet<string>;
  readonly used: Set<string>;
  /** The id of the block for each further name of it. */
  readonly others: Map<string, string>;
};

const nameAsked = ({ url }: Link): string => slugOf(url.slice(1));

/** `waiting`: names whose block has not come yet. */
function give(node: Nodes, giving: Giving, waiting: string[]): void {
  if (node.type === "paragraph" || node.type === "heading") name(node, giving, waiting);
  for (const list of childLists(node)) {
    let kept: Nodes[] | undefined;
    for (const [index, child] of list.entries()) {
      const anchor = child.data?.anchor;
      if (anchor === undefined) give(child, giving, waiting);
      else if (!isNamedBlock(node)) waiting.push(slugOf(anchor));
      const goes =
        anchor !== undefined || (child.type === "paragraph" && child.children.length === 0);
      if (goes) kept ??= list.slice(0, index);
      else kept?.push(child);
    }
    if (kept !== undefined) setChildren(node as Parents, list, kept);
  }
}

const isNamedBlock = (node: Nodes): boolean =>
  (node.type === "paragraph" || node.type === "heading") && !isAnchorsAlone(node);

function isAnchorsAlone(node: Block): boolean {
  return node.children.every(
    (child) =>
      child.data?.anchor !== undefined || (child.type === "text" && child.value.trim() === ""),
  );
}

function name(node: Block, giving: Giving, waiting: string[]): void {
  if (isAnchorsAlone(node)) return;
  const { asked, used, others } = giving;
  const own = node.children.flatMap(({ data }) =>
    data?.anchor === undefined ? [] : [slugOf(data.anchor)],
  );
  const names = [...waiting.splice(0), ...own].filter((one) => asked.has(one) && !used.has(one));
  const id = node.data?.attributes?.id ?? names[0];
  if (id === undefined || names.length === 0) return;
  for (const one of names) {
    used.add(one);
    if (one !== id) others.set(one, id);
  }
  const attributes = node.data?.attributes ?? { classes: [], values: new Map() };
  node.data = { ...node.data, attributes: { ...attributes, id } };
}
