import type { Nodes, Parents, Text } from "mdast";
import { childLists, setChildren } from "./children.ts";

/**
 * Emphasis, links and the like within each other at most: nobody can see more, and every stage calls itself for each.
 */
const mostNested = 50;

/** Word's line within a paragraph, and Unicode's separators of lines and paragraphs. */
const lineEnds = /[\v\u2028\u2029]/;

/**
 * Makes running text such as any stage can take, in place: what is nested deeper than anybody could see is only its words,
 * and line ends that Markdown does not know, which texts pasted from other programs have, are line breaks.
 * @param text what the tree was read from
 */
export function tidyPhrasing(root: Nodes, text: string): void {
  const hasLineEnds = lineEnds.test(text);
  const waiting: [node: Nodes, depth: number][] = [[root, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next;
    for (const list of childLists(node)) {
      const kept = depth > mostNested ? leavesOf(list) : list;
      const tidy = hasLineEnds && kept.some(hasLineEnd) ? kept.flatMap(parted) : kept;
      if (tidy !== list) setChildren(node as Parents, list, tidy);
      for (const child of tidy) {
        if ("children" in child) waiting.push([child, below(child, depth)]);
      }
    }
  }
}

function below(node: Nodes, depth: number): number {
  switch (node.type) {
    case "emphasis":
    case "strong":
    case "delete":
    case "link":
    case "linkReference":
      return depth + 1;
    default:
      return 0;
  }
}

/** What has no children, in order. */
function leavesOf(nodes: readonly Nodes[]): Nodes[] {
  const leaves: Nodes[] = [];
  const waiting = [...nodes].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!("children" in node)) leaves.push(node);
    else for (const child of [...node.children].reverse()) waiting.push(child);
  }
  return leaves;
}

function hasLineEnd(node: Nodes): boolean {
  return node.type === "text" && lineEnds.test(node.value);
}

function parted(node: Nodes): readonly Nodes[] {
  if (!hasLineEnd(node)) return [node];
  const position = node.position && { position: node.position };
  const parts = (node as Text).value.split(lineEnds);
  return parts.flatMap((value, index): readonly Nodes[] => {
    const text: readonly Nodes[] = value === "" ? [] : [{ type: "text", value, ...position }];
    return index === 0 ? text : [{ type: "break", ...position }, ...text];
  });
}
