import type { Nodes, PhrasingContent } from "mdast";
import type { Value } from "./value.ts";
import { inlineValue, textValue } from "./value.ts";

/** The value with its text changed; markup, places and what is not text (code, addresses) stay. */
export function mapText(value: Value, change: (text: string) => string): Value {
  if (value.kind === "text") return { ...value, text: change(value.text) };
  if (value.kind === "inline")
    return { ...value, nodes: value.nodes.map((node) => mapped(node, change)) };
  return { ...value, nodes: value.nodes.map((node) => mapped(node, change)) };
}

function mapped<Node extends Nodes>(node: Node, change: (text: string) => string): Node {
  if (node.type === "text") return { ...node, value: change(node.value) };
  if (!("children" in node)) return node;
  return { ...node, children: node.children.map((child) => mapped(child, change)) } as Node;
}

/** One running text of many; `refuse` is called for values that are no running text, which are left out. */
export function joinValues(
  values: readonly Value[],
  separator: string,
  last: string,
  refuse: () => void,
): Value {
  const between = (index: number): string =>
    index === 0 ? "" : index === values.length - 1 ? last : separator;
  if (values.every((value) => value.kind === "text")) {
    return textValue(values.map(({ text }, index) => between(index) + text).join(""));
  }
  const nodes = values.flatMap((value, index): readonly PhrasingContent[] => {
    const blank = between(index);
    const own = runningNodes(value);
    if (own === undefined) refuse();
    return [...(blank === "" ? [] : [textNode(blank)]), ...(own ?? [])];
  });
  return inlineValue(nodes);
}

function runningNodes(value: Value): readonly PhrasingContent[] | undefined {
  if (value.kind === "text") return [textNode(value.text)];
  if (value.kind === "inline") return value.nodes;
  const [only] = value.nodes;
  return value.nodes.length === 1 && only?.type === "paragraph" ? only.children : undefined;
}

function textNode(value: string): PhrasingContent {
  return { type: "text", value };
}
