import type { Points } from "../../theme/index.ts";
import { spaceBetween } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import type { Composed, Group } from "../memo/index.ts";
import type { FilledBox, PageItem } from "../page.ts";
import type { Stage } from "./contexts.ts";
import { gridOf, shiftOf } from "./grid.ts";
import type { NoteSetter } from "./notes.ts";
import { noteArea } from "./notes.ts";
import type { Placed } from "./regions.ts";

export type ComposeRequest = {
  readonly flow: readonly FlowItem[];
  readonly placed: readonly Placed[];
  /** Left edge of the page that the x of an item counts from, where its region is no column. */
  readonly leftOf: (index: number) => Points;
  readonly notes: NoteSetter | undefined;
  readonly noteStage: Stage;
  /** Step of the grid that the flow was set on; absent: none. */
  readonly grid?: Points;
  /** Pages of earlier layouts; absent: there were none. */
  readonly composed?: Composed | undefined;
};

/** What stands on each page, in page coordinates. */
export function compose(request: ComposeRequest): readonly (readonly PageItem[])[] {
  const pages: Group[][] = [];
  const grid = request.grid === undefined ? undefined : gridOf(request.flow, request.grid);
  for (const placed of request.placed) {
    while (pages.length <= placed.region.page) pages.push([]);
    const { from, to } = placed;
    const space =
      grid === undefined
        ? noSpace
        : { at: grid.at[from] as number, shift: shiftOf(grid, from, to) };
    composeRegion(request, placed, pages[placed.region.page] as Group[], space);
  }
  const { composed } = request;
  return pages.map((groups) => {
    const make = (): readonly PageItem[] => itemsOf(groups);
    return composed === undefined ? make() : composed(groups, make);
  });
}

function itemsOf(groups: readonly Group[]): readonly PageItem[] {
  const page: PageItem[] = [];
  for (const { items, x, y, as } of groups)
    for (const item of items) {
      if (as === "repeated") addRepeated(page, item, x, y);
      else if (as === "flow") addItem(page, { ...item, x: item.x + x, y: item.y + y });
      else page.push({ ...item, x: item.x + x, y: item.y + y });
    }
  return page;
}

/** A space that differs in a region, and by how much. */
type OtherSpace = { readonly at: number; readonly shift: Points };

const noSpace: OtherSpace = { at: -1, shift: 0 };

function composeRegion(
  request: ComposeRequest,
  placed: Placed,
  page: Group[],
  space: OtherSpace,
): void {
  const { flow } = request;
  const { region, from, to } = placed;
  let y = region.y;
  for (let index = from; index <= to; index += 1) {
    const item = flow[index] as FlowItem;
    const left = region.column ? region.x : request.leftOf(index);
    if (index > from) y += spaceBetween(flow[index - 1] as FlowItem, item);
    else if (index > 0 && item.continuation !== undefined) {
      page.push({ items: item.continuation.items, x: left, y, as: "repeated" });
      y += item.continuation.height;
    }
    if (index === space.at) y += space.shift;
    page.push({ items: item.items, x: left, y, as: "flow" });
    y += item.height;
  }
  composeNotes(request, placed, page);
}

function composeNotes(request: ComposeRequest, placed: Placed, page: Group[]): void {
  const { flow, notes, noteStage } = request;
  const { region, from, to } = placed;
  if (notes === undefined) return;
  const pieces = flow.slice(from, to + 1).flatMap((item) => item.notes ?? []);
  if (pieces.length === 0) return;
  const area = noteArea(pieces, notes, noteStage);
  const left = region.column ? region.x : noteStage.left;
  const top = region.y + region.height - area.height;
  for (const { items, y } of area.parts) page.push({ items, x: left, y: top + y, as: "notes" });
}

/** What is said again at the head of a page is an artifact and no place to go to. */
function addRepeated(page: PageItem[], item: PageItem, left: Points, y: Points): void {
  if (item.kind === "link" || item.kind === "destination") return;
  addItem(page, { ...item, tag: { artifact: "layout" }, x: item.x + left, y: item.y + y });
}

/** Tints that touch become one, so that no seam shows between them. */
function addItem(page: PageItem[], item: PageItem): void {
  if (item.kind === "box" && "artifact" in item.tag && item.tag.artifact === "background") {
    const index = page.findLastIndex((before) => before.kind === "box" && isTint(before));
    const before = page[index];
    if (before?.kind === "box" && touches(before, item)) {
      page[index] = { ...before, height: item.y + item.height - before.y };
      return;
    }
  }
  page.push(item);
}

const isTint = (box: FilledBox): boolean =>
  "artifact" in box.tag && box.tag.artifact === "background";

const touches = (above: FilledBox, below: FilledBox): boolean =>
  above.colour === below.colour &&
  above.x === below.x &&
  above.width === below.width &&
  Math.abs(above.y + above.height - below.y) < 0.01;
