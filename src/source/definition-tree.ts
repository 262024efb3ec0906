import type { Break, Nodes, Paragraph, Parents, PhrasingContent, RootContent, Text } from "mdast";
import { childLists, setChildren } from "./children.ts";
import { linesOf } from "./text-lines.ts";
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from "./tree.ts";

/**
 * Joins a paragraph and the descriptions after it to a definition list, each line of the paragraph a term. A description
 * without a term is the text it was. `text` is what the tree was read from.
 */
export function joinDefinitions(node: Nodes, text: string): void {
  if (!("children" in node)) return;
  for (const list of childLists(node)) {
    for (const child of list) joinDefinitions(child, text);
    if (list.some(isDescription)) setChildren(node, list, joinIn(node, list, text));
  }
}

function isDescription(node: Nodes): node is DefinitionDescription {
  return node.type === "definitionDescription";
}

function joinIn(parent: Parents, children: readonly Nodes[], text: string): Nodes[] {
  const kept: Nodes[] = [];
  for (const node of children) {
    const before = kept.at(-1);
    if (!isDescription(node)) kept.push(node);
    else if (before?.type === "definitionList") append(before, [node]);
    else if (before?.type === "paragraph" && isNear(before, node)) {
      kept.pop();
      const list = kept.at(-1);
      const entry = [...termsOf(before, text), node];
      if (list?.type === "definitionList") append(list, entry);
      else kept.push(createList(entry, before));
    } else kept.push(...asText(node));
  }
  return parent.type === "definitionList" ? [...children] : kept;
}

function append(list: DefinitionList, entry: DefinitionList["children"]): void {
  list.children.push(...entry);
  const end = entry.at(-1)?.position?.end;
  if (list.position && end) list.position = { start: list.position.start, end };
}

function createList(entry: DefinitionList["children"], first: Paragraph): DefinitionList {
  const start = first.position?.start;
  const end = entry.at(-1)?.position?.end;
  return {
    type: "definitionList",
    children: entry,
    ...(start && end && { position: { start, end } }),
  };
}

/** At most one blank line between. */
function isNear(term: Nodes, description: Nodes): boolean {
  const end = term.position?.end.line ?? 0;
  return (description.position?.start.line ?? 0) - end <= 2;
}

/** The lines of a paragraph; its attributes are those of the last. */
function termsOf(paragraph: Paragraph, text: string): readonly DefinitionTerm[] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of paragraph.children) {
    if (node.type === "break") lines.push([]);
    else if (node.type === "text") {
      for (const [index, part] of linesOf(node, text).entries()) {
        if (index > 0) lines.push([]);
        if (part.value !== "") lines.at(-1)?.push(part);
      }
    } else lines.at(-1)?.push(node);
  }
  const terms = lines
    .filter((line) => line.length > 0)
    .map((children): DefinitionTerm => ({ type: "definitionTerm", children, ...spanOf(children) }));
  const last = terms.at(-1);
  if (last !== undefined && paragraph.data !== undefined) last.data = paragraph.data;
  return terms;
}

function spanOf(nodes: readonly (PhrasingContent | Break)[]): Pick<Nodes, "position"> {
  const start = nodes[0]?.position?.start;
  const end = nodes.at(-1)?.position?.end;
  return start && end ? { position: { start, end } } : {};
}

/** `: text` as it was written, in paragraphs of its own. */
function asText(description: DefinitionDescription): readonly RootContent[] {
  const [first, ...rest] = description.children;
  const start = description.position?.start;
  const colon: Text = { type: "text", value: ": " };
  if (start) {
    const end = { ...start, column: start.column + 1, offset: (start.offset ?? 0) + 1 };
    colon.position = { start, end };
  }
  if (first?.type !== "paragraph") {
    const paragraph: Paragraph = { type: "paragraph", children: [{ ...colon, value: ":" }] };
    if (colon.position) paragraph.position = colon.position;
    return [paragraph, ...(first === undefined ? [] : [first]), ...rest];
  }
  const [text, ...others] = first.children;
  const joined: PhrasingContent[] =
    text?.type === "text" ? [joinedText(colon, text), ...others] : [colon, ...first.children];
  // What was said of the description is said of the paragraph again.
  const { data } = description;
  const paragraph: Paragraph = { ...first, ...(data && { data }), children: joined };
  const end = first.position?.end;
  if (start && end) paragraph.position = { start, end };
  return [paragraph, ...rest];
}

function joinedText(colon: Text, text: Text): Text {
  const value = `: ${text.value}`;
  if (!colon.position || !text.position) return { type: "text", value };
  const position = { start: colon.position.start, end: text.position.end };
  return { type: "text", value, position };
}
