import type { Nodes, PhrasingContent } from "mdast";
import type { RootContent } from "../../source/index.ts";
import { childLists } from "../../source/index.ts";
import { ownerOfNode, takeId } from "./ids.ts";
import type { Printed } from "./output.ts";
import type { Resolving } from "./resolving.ts";
import { printOf, warn, withAttributes } from "./resolving.ts";
import type { BlocksValue } from "./value.ts";

/** Blocks of a value under the heading of the template. Unchanged nodes are the same objects. */
export function insertedBlocks(
  state: Resolving,
  print: Printed,
  value: BlocksValue,
): RootContent[] {
  const depths = value.nodes.flatMap(headingDepths);
  const shift = depths.length === 0 ? 0 : state.depth + 1 - Math.min(...depths);
  if (depths.length > 0 && Math.max(...depths) + shift > 6) {
    const message = "Headings of this value would be deeper than level 6.";
    warn(state, "headings-nest-six-deep", print, message, "Print it under a higher heading.");
  }
  return value.nodes.map((node) => adapted(state, node, shift, print));
}

/** The node itself, or the least copy that shifts headings and leaves out ids that are already taken. */
export function adapted<Node extends Nodes>(
  state: Resolving,
  node: Node,
  shift: number,
  print: Printed,
): Node {
  if (node.type === "footnote") return note(state, node, print) as Node;
  let copy: Node = node;
  if (node.type === "heading" && shift !== 0) {
    copy = { ...node, depth: Math.min(6, Math.max(1, node.depth + shift)) };
  }
  const attributes = node.data?.attributes;
  if (attributes?.id !== undefined) {
    const owner = ownerOfNode(node, print.value.place?.file);
    if (!takeId(state.ids, attributes.id, owner, state.report)) {
      const { id: _, ...others } = attributes;
      copy = withAttributes(copy, others);
    }
  }
  if (node.type === "container" && node.label !== undefined) {
    const label = adaptedList(state, node.label, shift, print);
    if (label !== node.label) copy = { ...copy, label };
  }
  if (!("children" in node)) return copy;
  const children = adaptedList<Nodes>(state, node.children, shift, print);
  return children === node.children ? copy : ({ ...copy, children } as Node);
}

function adaptedList<Node extends Nodes>(
  state: Resolving,
  nodes: readonly Node[],
  shift: number,
  print: Printed,
): readonly Node[] {
  let changed: Node[] | undefined;
  nodes.forEach((node, index) => {
    const own = adapted(state, node, shift, print);
    if (own === node) return;
    changed ??= [...nodes];
    changed[index] = own;
  });
  return changed ?? nodes;
}

/** References to one note share its blocks, before and after; so each note is walked once. */
function note(state: Resolving, node: Extract<Nodes, { type: "footnote" }>, print: Printed): Nodes {
  let children = state.notes.get(node.children);
  if (children === undefined) {
    children = adaptedList(state, node.children, 0, print) as RootContent[];
    state.notes.set(node.children, children);
  }
  return children === node.children ? node : { ...node, children };
}

function headingDepths(node: Nodes): readonly number[] {
  if (node.type === "heading") return [node.depth];
  if (!/^(container|blockquote|list|listItem)$/.test(node.type) || !("children" in node)) return [];
  return (node.children as readonly Nodes[]).flatMap(headingDepths);
}

/** Blocks at a place for running text: one paragraph gives its content, more are run together with a word about it. */
export function runTogether(
  state: Resolving,
  print: Printed,
  value: BlocksValue,
): readonly PhrasingContent[] {
  const [only] = value.nodes;
  if (value.nodes.length === 1 && only?.type === "paragraph") return only.children;
  if (value.nodes.length > 0) {
    const message = "Blocks were printed where only running text fits; they were run together.";
    const hint = "Print a shorter field, or print this value on a line of its own.";
    warn(state, "blocks-need-room", print, message, hint);
  }
  return value.nodes
    .flatMap(runsOf)
    .flatMap((run, index): readonly PhrasingContent[] =>
      index === 0 ? run : [{ type: "text", value: " " }, ...run],
    );
}

/** The running texts in a block, one for each paragraph, cell, item or label in it; code gives its text. */
function runsOf(node: Nodes): readonly (readonly PhrasingContent[])[] {
  switch (node.type) {
    case "paragraph":
    case "heading":
    case "tableCell":
    case "definitionTerm":
      return node.children.length === 0 ? [] : [node.children];
    case "code":
      return node.value === "" ? [] : [[{ type: "inlineCode", value: node.value }]];
    case "math":
      return [[{ type: "inlineMath", value: node.value, display: false }]];
    case "container": {
      const label = node.label === undefined || node.label.length === 0 ? [] : [node.label];
      return [...label, ...node.children.flatMap(runsOf)];
    }
    default:
      return childLists(node).flatMap((list) => list.flatMap(runsOf));
  }
}

/** Nodes at a place within a link: links among them give their text, however deep. */
export function withoutLinks(
  state: Resolving,
  nodes: readonly PhrasingContent[],
  print: Printed,
): readonly PhrasingContent[] {
  let dropped = false;
  const strip = (node: PhrasingContent): PhrasingContent[] => {
    if (node.type === "link") {
      dropped = true;
      return node.children.flatMap(strip);
    }
    if (node.type !== "emphasis" && node.type !== "strong" && node.type !== "delete") return [node];
    const children = node.children.flatMap(strip);
    const same = children.every((child, index) => child === node.children[index]);
    return same && children.length === node.children.length ? [node] : [{ ...node, children }];
  };
  const stripped = nodes.flatMap(strip);
  if (dropped) {
    const message = "A link was printed inside a link; the inner one was dropped.";
    warn(state, "links-do-not-nest", print, message, "Print a plain field here.");
  }
  return stripped;
}

/** Whether there is something to print and all of it is empty: the node around it is then left out. */
export function printsNothing(state: Resolving, pieces: readonly (string | number)[]): boolean {
  let prints = 0;
  for (const piece of pieces) {
    if (typeof piece === "string") {
      if (/\S/.test(piece)) return false;
      continue;
    }
    prints++;
    const { value } = printOf(state, piece);
    if (value.kind === "text" ? value.text !== "" : value.nodes.length > 0) return false;
  }
  return prints > 0;
}
