import type { Inline, InlineVisitor, Language } from "../document/index.ts";

/** Where a running text stands: what holds it, and its language. */
export type Around = { readonly id: string; readonly language: Language };

type Change = (children: readonly Inline[], around: Around) => readonly Inline[];

/** Typed over all kinds, so that a new kind does not compile until it stands here. */
const kinds: Readonly<Record<keyof InlineVisitor<void>, true>> = {
  text: true,
  emphasis: true,
  strong: true,
  strikethrough: true,
  inlineCode: true,
  link: true,
  inlineImage: true,
  formula: true,
  lineBreak: true,
  noteReference: true,
  placeholder: true,
  span: true,
  pageNumber: true,
  currentSection: true,
  pageCount: true,
  reference: true,
  enumerator: true,
};

/**
 * A tree with every running text in it changed, whatever holds it: a list of inlines anywhere in a node. What does not
 * change stays the same object.
 */
export function mapRunningText<Node extends object>(
  node: Node,
  language: Language,
  change: Change,
): Node {
  return mapNode(node, { id: "", language }, change) as Node;
}

function mapNode(node: object, outside: Around, change: Change): object {
  const around = aroundOf(node, outside);
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== "object" || value === null || key === "place" || key === "metadata")
      continue;
    const mapped = Array.isArray(value)
      ? mapList(value, around, change)
      : mapNode(value, around, change);
    if (mapped === value) continue;
    changed ??= { ...node };
    changed[key] = mapped;
  }
  return changed ?? node;
}

function mapList(list: readonly unknown[], around: Around, change: Change): readonly unknown[] {
  if (isRunningText(list)) return change(list, around);
  let changed: unknown[] | undefined;
  for (const [index, item] of list.entries()) {
    if (typeof item !== "object" || item === null) continue;
    const mapped = Array.isArray(item)
      ? mapList(item, around, change)
      : mapNode(item, around, change);
    if (mapped === item) continue;
    changed ??= [...list];
    changed[index] = mapped;
  }
  return changed ?? list;
}

function isRunningText(list: readonly unknown[]): list is readonly Inline[] {
  const [first] = list;
  if (typeof first !== "object" || first === null || !("kind" in first)) return false;
  return typeof first.kind === "string" && Object.hasOwn(kinds, first.kind);
}

function aroundOf(node: object, outside: Around): Around {
  const id = "id" in node && typeof node.id === "string" ? node.id : outside.id;
  const language =
    "language" in node && typeof node.language === "string" ? node.language : outside.language;
  return id === outside.id && language === outside.language ? outside : { id, language };
}
