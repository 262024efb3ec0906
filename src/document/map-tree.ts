/**
 * A tree with some of its nodes changed, at any depth. `change` is asked for every object with a kind, parents first, and
 * gives another one, or undefined to look further within. What does not change stays the same object.
 */
export function mapTree<Node extends object>(node: Node, change: Change): Node {
  return mapValue(node, change) as Node;
}

type Change = (node: { readonly kind: string }) => object | undefined;

function mapValue(value: object, change: Change): object {
  if (Array.isArray(value)) return mapList(value, change);
  const changed = hasKind(value) ? change(value) : undefined;
  if (changed !== undefined) return changed;
  let copy: Record<string, unknown> | undefined;
  for (const [key, held] of Object.entries(value)) {
    if (typeof held !== "object" || held === null || key === "place") continue;
    const mapped = mapValue(held, change);
    if (mapped === held) continue;
    copy ??= { ...value };
    copy[key] = mapped;
  }
  return copy ?? value;
}

function mapList(list: readonly unknown[], change: Change): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (const [index, held] of list.entries()) {
    if (typeof held !== "object" || held === null) continue;
    const mapped = mapValue(held, change);
    if (mapped === held) continue;
    copy ??= [...list];
    copy[index] = mapped;
  }
  return copy ?? list;
}

function hasKind(value: object): value is { readonly kind: string } {
  return "kind" in value && typeof value.kind === "string";
}
