import type { DocumentTree, NodeId } from "../../../document/index.ts";
import type { Page } from "../../../layout/index.ts";
import type { Child, Element, StructurePlan } from "./element.ts";
import { isElement, newElement } from "./element.ts";
import type { MarkedPage } from "./mark-pages.ts";
import { markPage } from "./mark-pages.ts";
import { planStructure } from "./plan-blocks.ts";
import type { Planning } from "./planning.ts";
import { nodeOf, unsettled } from "./reach.ts";
import type { PieceNode, StructureMemo, Unit } from "./units.ts";
import { heard, holds, nodesOf, readOf } from "./units.ts";

/** A structure, with what is on each page marked, and the outermost elements of what was planned anew. */
export type PlannedAgain = {
  readonly plan: StructurePlan;
  readonly marked: readonly MarkedPage[];
  readonly fresh: readonly Element[];
};

/** A piece of the document and where its elements go. */
export type Slot = {
  readonly node: PieceNode;
  readonly planning: Planning;
  readonly plan: (planning: Planning) => void;
  /** Stands among the children of its parent for what will be planned. */
  readonly stand: Element;
  readonly read: readonly unknown[] | undefined;
  /** What is taken again; absent: it is planned anew. */
  unit: Unit | undefined;
};

/** The structure as `planStructure` and `markPages` give it; of the last file is taken what stands on the same pages. */
export function planAgain(
  document: DocumentTree,
  reachable: (node: NodeId) => boolean,
  pages: readonly Page[],
  memo: StructureMemo,
): PlannedAgain {
  const slots: Slot[] = [];
  const taken = new Map<Unit, Slot>();
  const before = memo.generation;
  memo.generation += 1;
  const piece: Planning["piece"] = (node, planning, plan) => {
    const read = readOf(node, document);
    const stand = newElement("Piece", planning.parent);
    const known = read === undefined ? undefined : memo.units.get(node.id);
    const stands = known?.generation === before && holds(known, node, planning, read ?? []);
    const slot: Slot = { node, planning, plan, stand, read, unit: stands ? known : undefined };
    if (slot.unit !== undefined) {
      slot.unit.generation = memo.generation;
      taken.set(slot.unit, slot);
    }
    slots.push(slot);
  };
  const plan = planStructure(document, reachable, piece);
  const dirty = unsettled(
    pages,
    memo,
    (unit) => taken.has(unit),
    (unit) => {
      const slot = taken.get(unit);
      if (slot !== undefined) slot.unit = undefined;
      taken.delete(unit);
      unit.generation = 0;
    },
  );
  const units = new Map<NodeId, Unit>();
  const roots = new Map<Element, readonly Element[]>();
  const fresh: Element[] = [];
  for (const slot of slots) {
    const unit = slot.unit ?? planUnit(slot, plan, memo);
    if (slot.unit === undefined) fresh.push(...unit.roots);
    for (const root of unit.roots) root.parent = slot.planning.parent;
    roots.set(slot.stand, unit.roots);
    unit.node = slot.node;
    if (slot.read !== undefined) units.set(slot.node.id, unit);
  }
  for (const parent of new Set(slots.map(({ planning }) => planning.parent))) {
    parent.children = parent.children.flatMap((child): readonly Child[] =>
      isElement(child) ? (roots.get(child) ?? [child]) : [child],
    );
  }
  const marked = pages.map((page, index) => {
    const kept = dirty.has(index) ? undefined : memo.pages[index];
    return kept?.marked ?? markAgain(plan, page, index, memo);
  });
  memo.pages.length = pages.length;
  memo.units = units;
  return { plan, marked, fresh };
}

/** Plans a piece, and takes down what it asks. */
function planUnit(
  { node, planning, plan, read }: Slot,
  whole: StructurePlan,
  memo: StructureMemo,
): Unit {
  const { parent } = planning;
  const siblings = parent.children;
  parent.children = [];
  const own: StructurePlan = { root: whole.root, elements: new Map(), decorations: new Set() };
  const { rests, spied } = heard({ ...planning, plan: own }, read ?? []);
  plan(spied);
  const roots = parent.children.filter(isElement);
  parent.children = siblings;
  const unit: Unit = { node, roots, rests, pages: new Set(), generation: memo.generation };
  for (const [key, element] of own.elements) whole.elements.set(key, element);
  for (const decoration of own.decorations) whole.decorations.add(decoration);
  for (const id of nodesOf(own)) memo.owners.set(id, unit);
  return unit;
}

function markAgain(
  plan: StructurePlan,
  page: Page,
  index: number,
  memo: StructureMemo,
): MarkedPage {
  const written = { owners: [], list: "", key: -1, links: [] };
  const marked: MarkedPage = { ...markPage(plan, page, index), written };
  const units = new Set<Unit>();
  let whole = true;
  for (const item of page.items) {
    const node = nodeOf(item);
    if (node === undefined) continue;
    const unit = memo.owners.get(node);
    if (unit?.generation === memo.generation) {
      units.add(unit);
      unit.pages.add(index);
    } else whole = false;
  }
  // What stands in no piece is asked for each time.
  memo.pages[index] = whole ? { page, marked, units } : undefined;
  return marked;
}
