import type { CodeBlock } from "./blocks.ts";
import type { Formula } from "./inline.ts";

/** A node of the tree, whatever its kind; what stands between nodes (rows, columns, entries) has no kind. */
export type AnyNode = Readonly<Record<string, unknown>> & { readonly kind: string };

export const isFormula = (node: AnyNode): node is AnyNode & Formula => node.kind === "formula";
export const isCodeBlock = (node: AnyNode): node is AnyNode & CodeBlock =>
  node.kind === "codeBlock";

/** Calls `visit` for every node of a part of the tree, in reading order, the outer before the inner. */
export function visitNodes(value: unknown, visit: (node: AnyNode) => void): void {
  someNode(value, (node) => {
    visit(node);
    return false;
  });
}

/** Whether a part of the tree has a node that matches; they are asked in reading order, the outer before the inner, up to the first. */
export function someNode(value: unknown, matches: (node: AnyNode) => boolean): boolean {
  if (Array.isArray(value)) {
    for (const entry of value)
      if (typeof entry === "object" && someNode(entry, matches)) return true;
    return false;
  }
  if (value === null || typeof value !== "object") return false;
  if (isNode(value) && matches(value)) return true;
  for (const name in value) {
    if (name === "place") continue;
    const entry: unknown = value[name as never];
    if (typeof entry === "object" && someNode(entry, matches)) return true;
  }
  return false;
}

/** The same tree with each node as `change` gives it, the inner before the outer. What does not change stays the same object. */
export function mapNodes<Value>(value: Value, change: (node: AnyNode) => AnyNode): Value {
  return mapped(value, change) as Value;
}

function mapped(value: unknown, change: (node: AnyNode) => AnyNode): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    value.forEach((entry: unknown, index) => {
      const made = mapped(entry, change);
      if (made === entry) return;
      copy ??= [...value];
      copy[index] = made;
    });
    return copy ?? value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    if (name === "place") continue;
    const entry: unknown = value[name as never];
    const made = mapped(entry, change);
    if (made === entry) continue;
    copy ??= { ...value };
    copy[name] = made;
  }
  const whole = copy ?? value;
  return isNode(whole) ? change(whole) : whole;
}

function isNode(value: object): value is AnyNode {
  return "kind" in value && typeof value.kind === "string";
}
