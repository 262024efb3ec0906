import type { CodeBlock } from "./blocks.ts";
import type { Formula } from "./inline.ts";
import type { SoughtKind } from "./kinds-in.ts";
import { holdsKind, isBlock, kindSet } from "./kinds-in.ts";

/** A node of the tree, whatever its kind; what stands between nodes (rows, columns, entries) has no kind. */
export type AnyNode = Readonly<Record<string, unknown>> & { readonly kind: string };

export const isFormula = (node: AnyNode): node is AnyNode & Formula => node.kind === "formula";
export const isCodeBlock = (node: AnyNode): node is AnyNode & CodeBlock =>
  node.kind === "codeBlock";

/**
 * Calls `visit` for every node of a part of the tree, in reading order, the outer before the inner.
 * @param kinds those that `visit` looks for: blocks without any of them are passed over; absent: all
 */
export function visitNodes(
  value: unknown,
  visit: (node: AnyNode) => void,
  kinds?: readonly SoughtKind[],
): void {
  const asked = (node: AnyNode): boolean => {
    visit(node);
    return false;
  };
  someNode(value, asked, kinds);
}

/**
 * Whether a part of the tree has a node that matches; they are asked in reading order, the outer before the inner, up to the first.
 * @param kinds those that can match: blocks without any of them are passed over; absent: all
 */
export function someNode(
  value: unknown,
  matches: (node: AnyNode) => boolean,
  kinds?: readonly SoughtKind[],
): boolean {
  return some(value, matches, kinds === undefined ? 0 : kindSet(kinds));
}

function some(value: unknown, matches: (node: AnyNode) => boolean, kinds: number): boolean {
  if (Array.isArray(value)) {
    for (const entry of value)
      if (typeof entry === "object" && some(entry, matches, kinds)) return true;
    return false;
  }
  if (value === null || typeof value !== "object" || isPassedOver(value, kinds)) return false;
  if (isNode(value) && matches(value)) return true;
  for (const name in value) {
    if (name === "place") continue;
    const entry: unknown = value[name as never];
    if (typeof entry === "object" && some(entry, matches, kinds)) return true;
  }
  return false;
}

const isPassedOver = (value: object, kinds: number): boolean =>
  kinds !== 0 && isBlock(value) && !holdsKind(value, kinds);

/**
 * The same tree with each node as `change` gives it, the inner before the outer. What does not change stays the same object.
 * @param kinds those that can change: blocks without any of them are passed over; absent: all
 * @param known what became of blocks before, where a node alone decides what it is changed to; absent: nothing is known
 */
export function mapNodes<Value>(
  value: Value,
  change: (node: AnyNode) => AnyNode,
  kinds?: readonly SoughtKind[],
  known?: WeakMap<object, unknown>,
): Value {
  return mapped(value, change, kinds === undefined ? 0 : kindSet(kinds), known) as Value;
}

function mapped(
  value: unknown,
  change: (node: AnyNode) => AnyNode,
  kinds: number,
  known: WeakMap<object, unknown> | undefined,
): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined;
    value.forEach((entry: unknown, index) => {
      const made = mapped(entry, change, kinds, known);
      if (made === entry) return;
      copy ??= [...value];
      copy[index] = made;
    });
    return copy ?? value;
  }
  if (isPassedOver(value, kinds)) return value;
  const before = known?.get(value);
  if (before !== undefined) return before;
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    if (name === "place") continue;
    const entry: unknown = value[name as never];
    const made = mapped(entry, change, kinds, known);
    if (made === entry) continue;
    copy ??= { ...value };
    copy[name] = made;
  }
  const whole = copy ?? value;
  const made = isNode(whole) ? change(whole) : whole;
  if (isBlock(value)) known?.set(value, made);
  return made;
}

function isNode(value: object): value is AnyNode {
  return "kind" in value && typeof value.kind === "string";
}
