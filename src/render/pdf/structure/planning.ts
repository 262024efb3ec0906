import type {
  Block,
  DocumentTree,
  Language,
  LinkTarget,
  NodeId,
  Note,
} from "../../../document/index.ts";
import type { Element, ElementOptions, StructurePlan } from "./element.ts";
import { keyOf, newElement } from "./element.ts";

/** Where the walk through the document stands. */
export type Planning = {
  readonly document: DocumentTree;
  /** Plans blocks of any kind; here, so that those that hold others need not know them all. */
  readonly planBlocks: (blocks: readonly Block[], planning: Planning) => void;
  readonly plan: StructurePlan;
  /** The note of an id. */
  readonly note: (id: NodeId) => Note | undefined;
  /** Whether a link can lead to a node. */
  readonly reachable: (node: NodeId) => boolean;
  /** Plans a piece of the document, now or later; absent where what is planned belongs to a piece. */
  readonly piece?: PlanPiece;
  readonly parent: Element;
  /** Level of a heading that stands here; 1 is the title's. */
  readonly level: number;
};

/** @param node what is planned: a block that stands by itself, a heading, a note */
export type PlanPiece = (
  node: { readonly id: NodeId },
  planning: Planning,
  plan: (planning: Planning) => void,
) => void;

type Node = { readonly id: NodeId; readonly language?: Language };

/** An element for a node: what layout tags with the node alone is in it. */
export function planNode(
  planning: Planning,
  type: string,
  node: Node,
  options: ElementOptions = {},
): Element {
  const language = node.language === undefined ? {} : { language: node.language };
  const element = newElement(type, planning.parent, { ...language, ...options });
  planning.plan.elements.set(keyOf(node.id, undefined), element);
  return element;
}

/** An element for a part of a node. */
export function planPart(
  planning: Planning,
  type: string,
  node: NodeId,
  parts: readonly string[],
  options: ElementOptions = {},
): Element {
  const element = newElement(type, planning.parent, options);
  for (const part of parts) planning.plan.elements.set(keyOf(node, part), element);
  return element;
}

export function inside(planning: Planning, parent: Element, deeper = 0): Planning {
  return { ...planning, parent, level: planning.level + deeper };
}

/** PDF/UA-1, 7.18.5: a link always says where it leads; by its address or the name of its target, if there is nothing better. */
export function linkTo(target: LinkTarget, says: string): Pick<ElementOptions, "meaning"> {
  const name = target.kind === "address" ? target.url : target.id;
  return { meaning: { target, says: says.trim() || name || "#" } };
}
