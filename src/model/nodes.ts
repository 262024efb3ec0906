import type { ListItem, Nodes, Paragraph } from "mdast";
import type { Place } from "../diagnostics/index.ts";
import type { Attributes, RootContent, Source } from "../source/index.ts";
import { placeOf } from "../source/index.ts";

/** The attributes of a node; those of an item may stand in its first paragraph. */
export function attributesOf(node: Nodes): Attributes {
  const own = node.data?.attributes;
  if (own !== undefined) return own;
  const inner = node.type === "listItem" ? firstParagraph(node)?.data?.attributes : undefined;
  return inner ?? { classes: [], values: new Map() };
}

export function firstParagraph(item: ListItem): Paragraph | undefined {
  const first = item.children[0];
  return first?.type === "paragraph" ? first : undefined;
}

/** The same node with other children, or itself when they are the same. The children must be such as it may have. */
export function withChildren<Node extends Nodes & { readonly children: readonly unknown[] }>(
  node: Node,
  children: readonly unknown[],
): Node {
  return children === node.children ? node : ({ ...node, children } as Node);
}

/** The same node with one more class. */
export function withClass(node: RootContent, name: string): RootContent {
  const attributes: Attributes = node.data?.attributes ?? { classes: [], values: new Map() };
  if (attributes.classes.includes(name)) return node;
  const more = { ...attributes, classes: [...attributes.classes, name] };
  return { ...node, data: { ...node.data, attributes: more } };
}

/** Where an attribute is written; the place of the node when it cannot be found. */
export function attributePlace(source: Source, node: Nodes, written: string): Place {
  const whole = placeOf(source, node);
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return whole;
  const opening = containerOpening(source, node, start, end);
  const stretch = source.text.slice(start, opening ?? end);
  let at = stretch.lastIndexOf(written);
  while (at > 0 && !/[{\s]/.test(stretch.charAt(at - 1))) at = stretch.lastIndexOf(written, at - 1);
  if (at <= 0) return whole;
  const before = stretch.slice(0, at);
  const lines = before.split("\n").length - 1;
  const column = lines === 0 ? whole.column + at : at - before.lastIndexOf("\n");
  const line = whole.line + lines;
  return { file: whole.file, line, column, endLine: line, endColumn: column + written.length };
}

/** Attributes of a container stand in its first line, those of an item in its first paragraph. */
function containerOpening(
  source: Source,
  node: Nodes,
  start: number,
  end: number,
): number | undefined {
  if (node.type === "container") {
    const lineEnd = source.text.indexOf("\n", start);
    return lineEnd === -1 ? end : lineEnd;
  }
  if (node.type === "listItem") return firstParagraph(node)?.position?.end.offset;
  return undefined;
}
