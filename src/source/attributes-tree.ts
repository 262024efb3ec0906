import type { Nodes, Parents, Table, Text } from "mdast";
import { mergeAttributes, readAttributes } from "./attributes.ts";
import type { AttributesMark } from "./attributes-syntax.ts";
import { takeSpan } from "./bracketed-spans.ts";
import { childLists, joinText, setChildren } from "./children.ts";

const ownBlocks = new Set<string>(["table", "list", "code", "blockquote", "container"]);
const holders = new Set<string>(["heading", "paragraph", "tableCell"]);

/**
 * Moves attributes onto what they describe; those that describe nothing become the text they were. `text` is what the
 * positions of the tree count in.
 */
export function attachAttributes(tree: Nodes, text: string): void {
  if (!("children" in tree)) return;
  for (const list of childLists(tree)) setChildren(tree, list, attachIn(tree, list, text));
  if (tree.type === "listItem" || tree.type === "definitionDescription") takeFromFirst(tree);
  if (tree.type === "table") takeFromLastRow(tree);
}

function attachIn(parent: Parents, children: readonly Nodes[], text: string): Nodes[] {
  const kept: Nodes[] = [];
  const searched = { nodes: 0, characters: 0 };
  const last = children.at(-1);
  for (const node of children) {
    const mark = markOf(node);
    const before = kept.at(-1);
    if (mark !== undefined && takeSpan(kept, mark, text, searched)) continue;
    if (mark !== undefined) {
      const described = describedBy(parent, before, node === last);
      if (described === undefined) joinText(kept, textOf(mark));
      else give(described, mark.value);
      if (described === parent) trimEnd(kept);
      continue;
    }
    if (node.type === "code") takeFromInfo(node);
    const alone = aloneIn(node);
    if (alone !== undefined && before !== undefined && ownBlocks.has(before.type)) {
      give(before, alone.value);
    } else if (node.type === "text") {
      joinText(kept, node);
    } else {
      attachAttributes(node, text);
      kept.push(node);
    }
  }
  return kept;
}

/** An image or link directly before, else the whole block when the attributes end it. */
function describedBy(parent: Parents, before: Nodes | undefined, ends: boolean): Nodes | undefined {
  if (before?.type === "image" || before?.type === "imageReference") return before;
  if (before?.type === "link" || before?.type === "linkReference") return before;
  return ends && before !== undefined && holders.has(parent.type) ? parent : undefined;
}

/** What stood between the text and its attributes: blanks, a line end. */
function trimEnd(kept: Nodes[]): void {
  if (kept.at(-1)?.type === "break") kept.pop();
  const last = kept.at(-1);
  if (last?.type !== "text") return;
  last.value = last.value.replace(/[ \t\n]+$/, "");
  if (last.value === "") kept.pop();
}

/** The paragraph that is nothing but attributes. */
function aloneIn(node: Nodes): AttributesMark | undefined {
  if (node.type !== "paragraph" || node.children.length !== 1) return undefined;
  const [only] = node.children;
  return only === undefined ? undefined : markOf(only);
}

function markOf(node: Nodes): AttributesMark | undefined {
  const unknown = node as Nodes | AttributesMark;
  return unknown.type === "attributesMark" ? unknown : undefined;
}

function textOf(mark: AttributesMark): Text {
  return { type: "text", value: mark.value, position: mark.position };
}

function give(node: Nodes, value: string): void {
  const read = readAttributes(value.slice(1, -1));
  if (read === undefined) return;
  node.data = { ...node.data, attributes: mergeAttributes(node.data?.attributes, read) };
}

/** The first paragraph of an item says what the item is. */
function takeFromFirst(item: Nodes & Parents): void {
  const [first] = item.children;
  if (first?.type !== "paragraph" || first.data?.attributes === undefined) return;
  const { attributes, ...rest } = first.data;
  item.data = { ...item.data, attributes };
  if (Object.keys(rest).length > 0) first.data = rest;
  else delete first.data;
}

/** Attributes right under a table, without a blank line, have been read as a row of one cell. */
function takeFromLastRow(table: Table): void {
  const row = table.children.at(-1);
  const [cell, ...others] = row?.children ?? [];
  if (row === undefined || table.children.length < 2 || others.some(hasChildren)) return;
  const [only, second] = cell?.children ?? [];
  if (only?.type !== "text" || second !== undefined || !isOneLine(row, cell)) return;
  const inside = /^\{(.*)\}$/.exec(only.value)?.[1];
  if (inside === undefined || readAttributes(inside) === undefined) return;
  give(table, only.value);
  table.children.pop();
}

function hasChildren(node: Parents): boolean {
  return node.children.length > 0;
}

/** The row has no bar: its only cell is as long as the row. */
function isOneLine(row: Parents, cell: Nodes | undefined): boolean {
  return (
    cell !== undefined &&
    cell.position?.start.offset === row.position?.start.offset &&
    cell.position?.end.offset === row.position?.end.offset
  );
}

/** ` ```js {#id .class} `: what follows the language. */
function takeFromInfo(node: Extract<Nodes, { type: "code" }>): void {
  const info = `${node.lang ?? ""} ${node.meta ?? ""}`.trim();
  const match = /^([^{}]*)\{([^{}]*)\}$/.exec(info);
  const read = match === null ? undefined : readAttributes(match[2] ?? "");
  if (match === null || read === undefined) return;
  const [language, ...meta] = (match[1] ?? "").trim().split(/\s+/);
  node.lang = language === "" ? null : (language ?? null);
  node.meta = meta.length === 0 ? null : meta.join(" ");
  node.data = { ...node.data, attributes: read };
}
