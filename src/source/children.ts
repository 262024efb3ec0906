import type { Nodes, Parents, Text } from "mdast";

/** The lists in which a node holds others: its children, and the label of a container. */
export function childLists(node: Nodes): readonly Nodes[][] {
  if (!("children" in node)) return [];
  const children = node.children as Nodes[];
  return node.type === "container" && node.label !== undefined
    ? [node.label as Nodes[], children]
    : [children];
}

/** Puts other nodes in the place of one of the lists that `childLists` gave. */
export function setChildren(parent: Parents, list: readonly Nodes[], nodes: Nodes[]): void {
  // mdast types the children of each parent apart; what is put here came from there.
  if (parent.type === "container" && list === parent.label) parent.label = nodes as never;
  else parent.children = nodes as never;
}

/** Adds a text, as one with the text before it: what was cut by marks that mean nothing is whole again. */
export function joinText(kept: Nodes[], node: Text): void {
  const before = kept.at(-1);
  if (before?.type !== "text") {
    kept.push(node);
    return;
  }
  before.value += node.value;
  if (before.position && node.position) {
    before.position = { start: before.position.start, end: node.position.end };
  }
}

/** Visits a tree, parents first. */
export function visitAll(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  for (const list of childLists(node)) for (const child of list) visitAll(child, visit);
}

/** Texts beside each other as one. */
export function joinedTexts(nodes: readonly Nodes[]): Nodes[] {
  const kept: Nodes[] = [];
  for (const node of nodes) {
    if (node.type === "text") joinText(kept, { ...node });
    else kept.push(node);
  }
  return kept;
}

/** Takes the blanks at the start of running text away, in place. */
export function trimStart(parent: Parents): void {
  const [first] = parent.children as readonly Nodes[];
  if (first?.type !== "text" || !/^[ \t\n]/.test(first.value)) return;
  const written = first as Text;
  written.value = written.value.replace(/^[ \t\n]+/, "");
  if (written.value === "") parent.children.shift();
}
