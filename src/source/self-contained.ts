import type { Definition, FootnoteDefinition, Nodes, Parents, RootContent } from "mdast";
import type { Report } from "../diagnostics/index.ts";
import { childLists } from "./children.ts";
import { placeOf } from "./place.ts";
import type { Container, Footnote, PhrasingContent, Root } from "./tree.ts";

/**
 * Nodes that notes may add to a tree, as one walks it: a note is there at every reference, and notes may refer to notes,
 * so that a short text could stand for an endless one.
 */
const mostNoteNodes = 1_000_000;
/** Notes within notes, each of which is read within the one before. */
const mostNotesWithin = 20;

type Note = {
  readonly definition: FootnoteDefinition;
  /** Made at the first reference; absent while it is being made. */
  content?: { readonly children: RootContent[]; readonly size: number };
  state: "unused" | "making" | "made";
};

type Making = {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly told: { readonly file: string; readonly report: Report } | undefined;
  /** Nodes made so far in what is being made, notes included as often as they are referred to. */
  size: number;
  /** Notes that are being made. */
  depth: number;
};

/** A tree in which every node can be printed anywhere: see `Source.tree`. What does not change stays the same object. */
export function selfContained(root: Root): Root {
  return makeSelfContained(root, undefined);
}

/** The same, and says what is wrong with the notes. */
export function makeSelfContained(root: Root, told: Making["told"]): Root {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, Note>();
  collect(root, definitions, notes, told);
  if (definitions.size === 0 && notes.size === 0) return root;
  const making: Making = { definitions, notes, told, size: 0, depth: 0 };
  const made: Root = { ...root, children: childrenOf(root, making) as RootContent[] };
  for (const { state, definition } of notes.values()) {
    if (state === "unused") complain(making, definition, "footnote-is-referred-to");
  }
  return made;
}

/** The first definition of a name counts (CommonMark 4.7). */
function collect(
  node: Nodes,
  definitions: Map<string, Definition>,
  notes: Map<string, Note>,
  told: Making["told"],
): void {
  if (node.type === "definition" && !definitions.has(node.identifier)) {
    definitions.set(node.identifier, node);
  }
  if (node.type === "footnoteDefinition") {
    if (!notes.has(node.identifier))
      notes.set(node.identifier, { definition: node, state: "unused" });
    else complain({ told }, node, "footnote-is-defined-once");
  }
  for (const list of childLists(node)) {
    for (const child of list) collect(child, definitions, notes, told);
  }
}

function childrenOf(node: Parents, making: Making): Nodes[] {
  return listOf(node.children as readonly Nodes[], making);
}

function listOf(nodes: readonly Nodes[], making: Making): Nodes[] {
  const made: Nodes[] = [];
  let same = true;
  for (const node of nodes) {
    const child = selfContainedNode(node, making);
    if (child !== node) same = false;
    if (child !== undefined) made.push(child);
  }
  return same ? (nodes as Nodes[]) : made;
}

function selfContainedNode(node: Nodes, making: Making): Nodes | undefined {
  making.size++;
  const kept = {
    ...(node.position && { position: node.position }),
    ...(node.data && { data: node.data }),
  };
  switch (node.type) {
    case "definition":
    case "footnoteDefinition":
      return undefined;
    case "linkReference": {
      const { url = "", title = null } = making.definitions.get(node.identifier) ?? {};
      const children = childrenOf(node, making) as PhrasingContent[];
      return { type: "link", url, title: title ?? null, children: children as never, ...kept };
    }
    case "imageReference": {
      const { url = "", title } = making.definitions.get(node.identifier) ?? {};
      return { type: "image", url, title: title ?? null, alt: node.alt ?? null, ...kept };
    }
    case "footnoteReference": {
      const children = noteContent(node.identifier, making);
      if (typeof children === "object") {
        return { type: "footnote", identifier: node.identifier, children, ...kept } as Footnote;
      }
      complain(making, node, children);
      return { type: "text", value: `[^${node.label ?? node.identifier}]`, ...kept };
    }
    case "container": {
      const children = childrenOf(node, making) as RootContent[];
      const label = node.label && (listOf(node.label, making) as PhrasingContent[]);
      if (children === node.children && label === node.label) return node;
      const container: Container = { ...node, children };
      if (label !== undefined) container.label = label;
      return container;
    }
    default:
      return "children" in node ? withChildren(node, childrenOf(node, making)) : node;
  }
}

/** The children of a node are of the kinds that its own children were of. */
function withChildren(node: Parents, children: Nodes[]): Nodes {
  return children === node.children ? node : ({ ...node, children } as Nodes);
}

/** The content of a note, made once; or the rule by which it cannot stand here. */
function noteContent(identifier: string, making: Making): RootContent[] | NoteRule {
  const note = making.notes.get(identifier);
  if (note === undefined) return "footnote-is-defined";
  if (note.state === "making") return "footnote-does-not-hold-itself";
  if (note.content === undefined) {
    if (making.depth >= mostNotesWithin) return "footnotes-are-shallow";
    note.state = "making";
    making.depth++;
    const before = making.size;
    const children = childrenOf(note.definition, making) as RootContent[];
    note.content = { children, size: making.size - before };
    note.state = "made";
    making.depth--;
    return children;
  }
  if (making.size + note.content.size > mostNoteNodes) return "footnotes-are-few";
  making.size += note.content.size;
  return note.content.children;
}

const noteRules = {
  "footnote-is-referred-to": [
    "is never referred to, so that it is not printed",
    "Refer to it where it belongs, or delete it.",
  ],
  "footnote-is-defined-once": [
    "is already defined above; this second text is not printed",
    "Give it another name.",
  ],
  "footnote-is-defined": ["is not defined", "Define it at the start of a line."],
  "footnote-does-not-hold-itself": [
    "refers to itself; the reference is printed as text",
    "Take the reference out of the note.",
  ],
  "footnotes-are-shallow": [
    "stands in a note that stands in notes; this reference is printed as text",
    "Let notes not refer to notes.",
  ],
  "footnotes-are-few": [
    "is referred to so often that the text would become endless; this reference is printed as text",
    "Let notes not refer to notes.",
  ],
} as const;

type NoteRule = keyof typeof noteRules;

function complain(
  making: Pick<Making, "told">,
  node: Extract<Nodes, { type: "footnoteDefinition" | "footnoteReference" }>,
  rule: NoteRule,
): void {
  if (making.told === undefined) return;
  const [what, hint] = noteRules[rule];
  making.told.report({
    rule,
    severity: "warning",
    message: `The note "${node.label ?? node.identifier}" ${what}.`,
    place: placeOf(making.told, node),
    hints: [hint],
  });
}
