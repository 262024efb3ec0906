import type { Nodes } from "mdast";
import { visitAll } from "./children.ts";
import type { Attributes, Root } from "./tree.ts";

/** The fields of mdast's nodes that hold what was written. */
const fields = ["value", "url", "title", "alt", "label", "identifier", "lang", "meta", "name"];

/** Puts hidden marks back wherever they stand, in place. */
export function unmaskTree(root: Root, unmask: (value: string) => string): void {
  visitAll(root, (node) => {
    const record = node as unknown as Record<string, unknown>;
    for (const field of fields) {
      const value = record[field];
      if (typeof value === "string") record[field] = unmask(value);
    }
    unmaskAttributes(node, unmask);
  });
}

function unmaskAttributes(node: Nodes, unmask: (value: string) => string): void {
  const attributes = node.data?.attributes;
  if (attributes === undefined) return;
  const { id, classes, values } = attributes;
  const plain: Attributes = {
    classes: classes.map(unmask),
    values: new Map([...values].map(([key, value]) => [unmask(key), unmask(value)])),
    ...(id !== undefined && { id: unmask(id) }),
  };
  node.data = { ...node.data, attributes: plain };
}
