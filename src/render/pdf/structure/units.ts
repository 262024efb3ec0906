import type { Block, DocumentTree, NodeId, Note } from "../../../document/index.ts";
import { captionsOf, holdsKind, isSameContent, kindSet } from "../../../document/index.ts";
import type { Page } from "../../../layout/index.ts";
import type { Element, StructurePlan } from "./element.ts";
import type { MarkedPage } from "./mark-pages.ts";
import type { Planning } from "./planning.ts";

/** What a piece of the document is in the structure of a file. */
export type Unit = {
  /** A block, a heading, a note. */
  node: PieceNode;
  readonly roots: readonly Element[];
  readonly rests: Rests;
  /** Indexes of the pages that it stands on. */
  readonly pages: Set<number>;
  /** The file that it is of. */
  generation: number;
};

export type PieceNode = { readonly id: NodeId };

/** What its plan rests on, besides its node. */
export type Rests = {
  readonly level: number;
  readonly language: string | undefined;
  readonly reachable: readonly (readonly [NodeId, boolean])[];
  readonly notes: readonly (readonly [NodeId, Note | undefined])[];
  /** Of the rest of the document. */
  readonly read: readonly unknown[];
};

/** The structure of the last file of a process that lives on. */
export type StructureMemo = {
  /** Counts files. */
  generation: number;
  /** By the ids of their nodes. Of another generation: not of the last file. */
  units: ReadonlyMap<NodeId, Unit>;
  /** By what items of pages are tagged with. */
  readonly owners: Map<NodeId, Unit>;
  /** By index; undefined: to be marked anew. */
  readonly pages: (
    | { readonly page: Page; readonly marked: MarkedPage; readonly units: ReadonlySet<Unit> }
    | undefined
  )[];
  /** Numbers of pages and annotations that elements point at, and what formulas have with them. */
  targets: readonly (number | string)[];
};

export function createStructureMemo(): StructureMemo {
  return { generation: 1, units: new Map(), owners: new Map(), pages: [], targets: [] };
}

/** Whether the plan of a node is the same as then, and what it rests on too. */
export function holds(
  { node: before, rests }: Unit,
  node: PieceNode,
  planning: Planning,
  read: readonly unknown[],
): boolean {
  if (!isSameContent(before, node)) return false;
  if (rests.level !== planning.level || rests.language !== languageAround(planning.parent))
    return false;
  return (
    isSameContent(rests.read, read) &&
    rests.reachable.every(([node, was]) => planning.reachable(node) === was) &&
    rests.notes.every(([id, note]) => isSameContent(planning.note(id), note))
  );
}

/** The same planning, which takes down what is asked. */
export function heard(
  planning: Planning,
  read: readonly unknown[],
): { readonly rests: Rests; readonly spied: Planning } {
  const reachable: (readonly [NodeId, boolean])[] = [];
  const notes: (readonly [NodeId, Note | undefined])[] = [];
  const language = languageAround(planning.parent);
  return {
    rests: { level: planning.level, language, reachable, notes, read },
    spied: {
      ...planning,
      reachable(node) {
        const answer = planning.reachable(node);
        reachable.push([node, answer]);
        return answer;
      },
      note(id) {
        const note = planning.note(id);
        notes.push([id, note]);
        return note;
      },
    },
  };
}

function languageAround(element: Element): string | undefined {
  for (let at: Element | undefined = element; at !== undefined; at = at.parent) {
    if (at.language !== undefined) return at.language;
  }
  return undefined;
}

/** What the plan of a node reads of the rest of the document; undefined where that is not known. */
export function readOf(node: object, document: DocumentTree): readonly unknown[] | undefined {
  const block = node as Partial<Block>;
  if (block.kind === "tableOfContents") return outlineOf(document.content);
  if (block.kind === "listOfCaptions" && block.series !== undefined) {
    return captionsOf(document, block.series).flatMap(({ block: { id }, caption }) => [
      id,
      caption,
    ]);
  }
  const gathering = kindSet(["tableOfContents", "listOfCaptions", "slide"]);
  if (block.kind === "slide") {
    if (holdsKind([block.heading, block.children, block.notes], gathering)) return undefined;
    return [document.content[0] === node];
  }
  return holdsKind(node, gathering) ? undefined : nothing;
}

const nothing: readonly unknown[] = [];

function outlineOf(blocks: readonly Block[]): readonly unknown[] {
  return blocks.flatMap((block): readonly unknown[] => {
    if (block.kind === "group") return outlineOf(block.children);
    if (block.kind !== "section") return [];
    const { id, level, language, heading, children } = block;
    return [id, level, language, heading, ...outlineOf(children)];
  });
}

/** Nodes whose content belongs to a plan. */
export function nodesOf({ elements, decorations }: StructurePlan): ReadonlySet<NodeId> {
  const nodes = new Set(decorations);
  for (const key of elements.keys()) {
    const end = key.indexOf("\u0000");
    nodes.add(end === -1 ? key : key.slice(0, end));
  }
  return nodes;
}
