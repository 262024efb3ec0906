import type { NodeId } from "../../../document/index.ts";
import type { Page, PageItem } from "../../../layout/index.ts";
import type { StructureMemo, Unit } from "./units.ts";

/**
 * The pages that have to be marked anew, by index: those that are others than before, those of pieces that are planned anew, and those
 * of all pieces that stand on one of these.
 * @param isTaken whether a piece is taken as it was
 * @param drop told of each piece that cannot be, for such a page
 */
export function unsettled(
  pages: readonly Page[],
  memo: StructureMemo,
  isTaken: (unit: Unit) => boolean,
  drop: (unit: Unit) => void,
): ReadonlySet<number> {
  const dirty = new Set<number>();
  const waiting: number[] = [];
  const mark = (index: number): void => {
    if (index >= pages.length || dirty.has(index)) return;
    dirty.add(index);
    waiting.push(index);
  };
  const leave = (unit: Unit | undefined): void => {
    if (unit === undefined || !isTaken(unit)) return;
    drop(unit);
    for (const index of unit.pages) mark(index);
  };
  for (const [index, page] of pages.entries()) {
    const before = memo.pages[index];
    if (before === undefined || before.page !== page || ![...before.units].every(isTaken))
      mark(index);
  }
  // Pieces that stood on pages that are no more stand elsewhere now.
  for (const before of memo.pages.slice(pages.length)) before?.units.forEach(leave);
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    memo.pages[index]?.units.forEach(leave);
    for (const item of pages[index]?.items ?? []) {
      const node = nodeOf(item);
      if (node !== undefined) leave(memo.owners.get(node));
    }
  }
  return dirty;
}

/** Whose content an item is; undefined: it is an artifact, or paints nothing. */
export function nodeOf(item: PageItem): NodeId | undefined {
  if (item.kind === "destination") return undefined;
  if (item.kind === "link") return item.node;
  return "node" in item.tag ? item.tag.node : undefined;
}
