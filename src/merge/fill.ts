import type { Nodes, PhrasingContent, Root } from "mdast";
import type { Head, HeadMap, HeadValue } from "../model/index.ts";
import type { Source } from "../source/index.ts";
import { blanksIn, fillText, valueIn } from "./blanks.ts";

type Values = Readonly<Record<string, string>>;

/**
 * The source of one record: values stand where their names stood, as text and never as Markdown, so that no value can change what
 * the document is made of. What has no place for a value is shared by all records.
 */
export function fillSource(source: Source, values: Values): Source {
  return { ...source, tree: createFiller(values)(source.tree) as Root };
}

/** The head of one record. */
export function fillHead(head: Head, values: Values): Head {
  return { ...head, fields: fillMap(head.fields, values) };
}

function fillMap(map: HeadMap, values: Values): HeadMap {
  const entries = [...map.entries].map(([name, value]): [string, HeadValue] => [
    name,
    fillValue(value, values),
  ]);
  return { ...map, entries: new Map(entries) };
}

function fillValue(value: HeadValue, values: Values): HeadValue {
  if (value.kind === "text") return { ...value, text: fillText(value.text, values) };
  if (value.kind === "map") return fillMap(value, values);
  return { ...value, items: value.items.map((item) => fillValue(item, values)) };
}

type Filler = (node: Nodes) => Nodes;

/** Notes that are referred to twice share their children, and do so afterwards too. */
function createFiller(values: Values): Filler {
  const done = new Map<readonly Nodes[], readonly Nodes[]>();
  function fillAll(children: readonly Nodes[]): readonly Nodes[] {
    const known = done.get(children);
    if (known !== undefined) return known;
    const filled = children.flatMap((child) =>
      child.type === "text" ? fillWords(child, values) : [fill(child)],
    );
    const same =
      filled.length === children.length && filled.every((child, at) => child === children[at]);
    const result = same ? children : filled;
    done.set(children, result);
    return result;
  }
  function fill(node: Nodes): Nodes {
    if (node.type === "link") {
      const url = fillText(node.url, values);
      const children = fillAll(node.children);
      if (url === node.url && children === node.children) return node;
      return { ...node, url, children: children as PhrasingContent[] };
    }
    if (node.type === "image") {
      const url = fillText(node.url, values);
      const alt = fillText(node.alt ?? "", values);
      return url === node.url && alt === (node.alt ?? "") ? node : { ...node, url, alt };
    }
    if (!("children" in node)) return node;
    const children = fillAll(node.children);
    return children === node.children ? node : ({ ...node, children } as Nodes);
  }
  return fill;
}

/** A line end in a value, as in an address, is a line end in the document; one between the words of the source is none. */
function fillWords(node: Extract<Nodes, { type: "text" }>, values: Values): readonly Nodes[] {
  const blanks = blanksIn(node.value);
  if (blanks.length === 0) return [node];
  const nodes: Nodes[] = [];
  let text = "";
  let at = 0;
  for (const { field, start, end } of blanks) {
    const [first = "", ...lines] = valueIn(values, field).split(/\r\n|\n|\r/);
    text += node.value.slice(at, start) + first;
    for (const line of lines) {
      nodes.push({ ...node, value: text }, { type: "break" });
      text = line;
    }
    at = end;
  }
  return [...nodes, { ...node, value: text + node.value.slice(at) }];
}
