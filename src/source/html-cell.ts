import type { Nodes, PhrasingContent } from "mdast";
import { childLists } from "./children.ts";
import type { HtmlTag } from "./html-tag.ts";

/** Blocks as running text, parted by line breaks: for cells, terms, headings. */
export function runningText(blocks: readonly Nodes[]): PhrasingContent[] {
  const lines = blocks.flatMap((block) => linesOf(block, ""));
  return lines.flatMap((line, index): readonly PhrasingContent[] =>
    index === 0 ? line : [{ type: "break" }, ...line],
  );
}

type Line = readonly PhrasingContent[];

function linesOf(node: Nodes, label: string): readonly Line[] {
  const labelled = (line: Line): Line =>
    label === "" ? line : [{ type: "text", value: `${label} ` }, ...line];
  switch (node.type) {
    case "paragraph":
    case "definitionTerm":
    case "tableCell":
      return node.children.length === 0 ? [] : [labelled(node.children)];
    case "heading":
      return node.children.length === 0
        ? []
        : [labelled([{ type: "strong", children: node.children as never }])];
    case "code":
      return node.value.split("\n").map((value) => labelled([{ type: "inlineCode", value }]));
    case "math":
      return [labelled([{ type: "inlineMath", value: node.value, display: false }])];
    case "list":
      return node.children.flatMap((item, index) =>
        linesOf(item, node.ordered === true ? `${(node.start ?? 1) + index}.` : "•"),
      );
    case "listItem": {
      const [first, ...others] = node.children;
      if (first === undefined) return [];
      return [...linesOf(first, label), ...others.flatMap((child) => linesOf(child, ""))];
    }
    case "tableRow":
      return [
        labelled(
          node.children.flatMap(
            (cell, index): Line =>
              index === 0 ? cell.children : [{ type: "text", value: " " }, ...cell.children],
          ),
        ),
      ];
    default:
      return childLists(node).flatMap((list) => list.flatMap((child) => linesOf(child, label)));
  }
}

/** Tags of blocks within the cell of a Markdown table: line breaks, and signs before items. */
export function htmlInCell(nodes: readonly Nodes[]): Nodes[] {
  const kept: Nodes[] = [];
  for (const node of nodes) {
    const tag = node.type === "html" ? (node as HtmlTag).tag : undefined;
    if (tag === undefined) {
      if (node.type !== "html") kept.push(node);
      continue;
    }
    if (kept.length > 0 && kept.at(-1)?.type !== "break") {
      kept.push({ type: "break" });
    }
    if (tag.name === "li" && !tag.closes) kept.push({ type: "text", value: "• " });
  }
  while (kept.at(-1)?.type === "break") kept.pop();
  return kept;
}
