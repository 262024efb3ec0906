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
 * @param memo what earlier trees became; absent: nothing is known of them
 */
export function mapRunningText<Node extends object>(
  node: Node,
  language: Language,
  change: Change,
  memo?: TextMemo,
): Node {
  return mapNode(node, { id: "", language }, { change, memo }) as Node;
}

/** Nodes with an id as they were given and as they became, and in which language; a memo is for one way of changing. */
export type TextMemo = WeakMap<object, { readonly language: Language; readonly mapped: object }>;

type Mapping = { readonly change: Change; readonly memo: TextMemo | undefined };

function mapNode(node: object, outside: Around, mapping: Mapping): object {
  const { memo } = mapping;
  if (memo === undefined || !("id" in node)) return mapFields(node, outside, mapping);
  const known = memo.get(node);
  if (known?.language === outside.language) return known.mapped;
  const mapped = mapFields(node, outside, mapping);
  memo.set(node, { language: outside.language, mapped });
  return mapped;
}

function mapFields(node: object, outside: Around, mapping: Mapping): object {
  const around = aroundOf(node, outside);
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== "object" || value === null || key === "place" || key === "metadata")
      continue;
    const mapped = Array.isArray(value)
      ? mapList(value, around, mapping)
      : mapNode(value, around, mapping);
    if (mapped === value) continue;
    changed ??= { ...node };
    changed[key] = mapped;
  }
  return changed ?? node;
}

function mapList(list: readonly unknown[], around: Around, mapping: Mapping): readonly unknown[] {
  if (isRunningText(list)) return mapping.change(list, around);
  let changed: unknown[] | undefined;
  for (const [index, item] of list.entries()) {
    if (typeof item !== "object" || item === null) continue;
    const mapped = Array.isArray(item)
      ? mapList(item, around, mapping)
      : mapNode(item, around, mapping);
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
