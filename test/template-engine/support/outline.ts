import type { Nodes, Root } from "mdast";

/** A tree in a line: `h2#id("A") list(item(p("b" strong("c"))))`. */
export function outline(tree: Root): string {
  return tree.children.map(outlineOf).join(" ");
}

function outlineOf(node: Nodes): string {
  const { id, classes = [], values = new Map() } = node.data?.attributes ?? {};
  const given = [
    id === undefined ? "" : `#${id}`,
    ...classes.map((name) => `.${name}`),
    ...[...values].map(([key, value]) => `[${key}=${value}]`),
  ].join("");
  const label = node.type === "container" && node.label ? `[${inside(node.label)}]` : "";
  if (node.type === "text") return JSON.stringify(node.value);
  if ("value" in node) return `${node.type}${given}${JSON.stringify(node.value)}`;
  if ("url" in node && node.type === "link") return `link${given}(${inside(node.children)})`;
  return "children" in node
    ? `${nameOf(node)}${given}${label}(${inside(node.children)})`
    : `${nameOf(node)}${given}`;
}

function inside(nodes: readonly Nodes[]): string {
  return nodes.map(outlineOf).join(" ");
}

function nameOf(node: Nodes): string {
  switch (node.type) {
    case "heading":
      return `h${node.depth}`;
    case "paragraph":
      return "p";
    case "listItem":
      return "item";
    case "container":
      return `:${node.name}`;
    default:
      return node.type;
  }
}
