import type { Emphasis, Nodes, PhrasingContent, Text } from "mdast";
import { readAttributes } from "./attributes.ts";
import type { AttributesMark } from "./attributes-syntax.ts";
import { partOf } from "./text-lines.ts";
import type { Attributes } from "./tree.ts";

/** How far back brackets have been looked for in vain: nodes, and characters of the last of them. */
export type Searched = { nodes: number; characters: number };

/**
 * Takes `[words]` at the end of what is kept as the words of a mark (`[words]{lang=fr}`, as Pandoc reads it). What was
 * kept from the bracket on is replaced; false where no bracket opens. `text` is what positions count in.
 */
export function takeSpan(
  kept: Nodes[],
  mark: AttributesMark,
  text: string,
  searched: Searched,
): boolean {
  const last = kept.at(-1);
  if (last?.type !== "text" || !last.value.endsWith("]")) return false;
  if (escapedBrackets(last, text).has(last.value.length - 1)) return false;
  const open = opening(kept, text, searched);
  if (open === undefined) {
    searched.nodes = kept.length;
    searched.characters = last.value.length;
    return false;
  }
  const words = kept.splice(open.node) as PhrasingContent[];
  const first = words[0] as Text;
  const bracket = partOf(first, open.at, open.at + 1, text);
  if (open.at > 0) kept.push(partOf(first, 0, open.at, text));
  words[0] = partOf(first, open.at + 1, first.value.length, text);
  const end = words.at(-1) as Text;
  words[words.length - 1] = partOf(end, 0, end.value.length - 1, text);
  const children = words.filter((node) => node.type !== "text" || node.value !== "");
  kept.push(...spanOf(children, mark, bracket));
  return true;
}

/** The bracket that the last character closes: brackets within are in pairs, and escaped ones are none. */
function opening(
  kept: readonly Nodes[],
  text: string,
  searched: Searched,
): { readonly node: number; readonly at: number } | undefined {
  let depth = 0;
  for (let index = kept.length - 1; index >= 0 && index >= searched.nodes - 1; index--) {
    const node = kept[index] as Nodes;
    if (node.type !== "text") continue;
    const from = index === searched.nodes - 1 ? searched.characters : 0;
    for (const at of bracketsIn(node, from, text)) {
      depth += node.value[at] === "]" ? 1 : -1;
      if (depth < 0) return undefined;
      if (depth === 0) return { node: index, at };
    }
  }
  return undefined;
}

/** Where brackets that mean something stand in a text, from the last. */
function* bracketsIn(node: Text, from: number, text: string): Iterable<number> {
  const escaped = escapedBrackets(node, text);
  for (let at = node.value.length - 1; at >= from; at--) {
    const sign = node.value[at];
    if ((sign === "[" || sign === "]") && !escaped.has(at)) yield at;
  }
}

/** Where brackets stand in the words of a text that were written with a backslash. */
function escapedBrackets(node: Text, text: string): ReadonlySet<number> {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  const escaped = new Set<number>();
  if (from === undefined || to === undefined || to - from === node.value.length) return escaped;
  const places = [...node.value.matchAll(/[[\]]/g)].map(({ index }) => index);
  const written = [...text.slice(from, to).matchAll(/\\[^[\]]|(\\?)[[\]]/g)].filter(
    ([, backslash]) => backslash !== undefined,
  );
  // With brackets written as entities they can't be told apart.
  if (written.length !== places.length) return escaped;
  for (const [index, [, backslash]] of written.entries()) {
    if (backslash !== "") escaped.add(places[index] as number);
  }
  return escaped;
}

/** The classes that Pandoc and Quarto have for the looks of words, and what they are here. */
const roles: Readonly<Record<string, string>> = {
  smallcaps: "small-capitals",
  sc: "small-capitals",
  underline: "underline",
  ul: "underline",
  mark: "mark",
  hl: "mark",
  kbd: "kbd",
};

/** Words with their language and each look that they have; what says nothing of them here leaves the words alone. */
function spanOf(
  children: readonly PhrasingContent[],
  mark: AttributesMark,
  bracket: Text,
): Nodes[] {
  const given = readAttributes(mark.value.slice(1, -1));
  const from = bracket.position?.start;
  const to = mark.position?.end;
  const position = from && to ? { position: { start: from, end: to } } : {};
  const around = (inner: PhrasingContent[], attributes: Attributes): Emphasis => ({
    type: "emphasis",
    children: inner,
    ...position,
    data: { attributes },
  });
  let words: PhrasingContent[] = isolated(children, given?.values.get("dir"));
  for (const name of given?.classes ?? []) {
    const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
    if (role !== undefined) words = [around(words, { classes: [role], values: new Map() })];
  }
  const language = given?.values.get("lang");
  if (language !== undefined) {
    words = [around(words, { classes: [], values: new Map([["lang", language]]) })];
  }
  if (given?.id === undefined) return words;
  return [{ type: "emphasis", children: [], ...position, data: { anchor: given.id } }, ...words];
}

/** Right-to-left and left-to-right isolates (UAX #9, 2.4), which every reader of text understands. */
function isolated(
  words: readonly PhrasingContent[],
  direction: string | undefined,
): PhrasingContent[] {
  if (direction !== "rtl" && direction !== "ltr") return [...words];
  const open = direction === "rtl" ? "\u2067" : "\u2066";
  return [{ type: "text", value: open }, ...words, { type: "text", value: "\u2069" }];
}
