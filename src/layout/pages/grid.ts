import type { Points } from "../../theme/index.ts";
import { breakCost, spaceBetween } from "../blocks/flow-helpers.ts";
import type { FlowItem } from "../flow.ts";

// Lines of body text stand on a grid that counts from the top of their region, so that those of columns stand side by side.
// What has other heights (headings, boxes, rows) stands as it comes, and the space above it takes up what is missing.

/** A distance that is this near a line of the grid is on it, points. */
const hair = 0.01;

/** Share of the space above a block that the grid may take away before it rather adds to it. */
const mostTaken = 0.3;

/** What brings a height to a line of the grid: up, or down where that takes little of the space that stands there. */
function missing(height: Points, space: Points, step: Points): Points {
  const up = Math.ceil((height - hair) / step) * step - height;
  const down = step - up;
  return up > hair && down <= space * mostTaken ? -down : up;
}

/** Whether what follows an item belongs to it, so that no space is put between. */
const holdsNext = (item: FlowItem): boolean =>
  item.onGrid !== true && item.penalty >= breakCost.heading;

/** First item of what stands right above `line` and belongs to it, not before `from`: the heading of a text. */
function beginningOf(flow: readonly FlowItem[], line: number, from: number): number {
  let index = line;
  while (index > from && holdsNext(flow[index - 1] as FlowItem)) index -= 1;
  return index;
}

/** The flow with such spaces that every line of body text is on the grid of the region that begins with the first item. */
export function onGrid(flow: readonly FlowItem[], step: Points): readonly FlowItem[] {
  const result = [...flow];
  let from = 0;
  let height = 0;
  for (let index = 0; index < result.length; index += 1) {
    const item = result[index] as FlowItem;
    if (index > 0) height += spaceBetween(result[index - 1] as FlowItem, item);
    if (item.onGrid === true) {
      if (index > 0) pad(result, index, from, height, step);
      height = 0;
      from = index + 1;
    }
    height += item.height;
  }
  return result;
}

/** @param height from the last line of the grid to the top of the line `index` */
function pad(flow: FlowItem[], index: number, from: number, height: Points, step: Points): void {
  const at = Math.max(1, beginningOf(flow, index, from));
  const above = flow[at - 1] as FlowItem;
  const below = flow[at] as FlowItem;
  const space = spaceBetween(above, below);
  const more = missing(height, space, step);
  if (more === 0) return;
  flow[at - 1] = { ...above, after: Math.min(above.after, space + more) };
  flow[at] = { ...below, before: space + more, padded: (below.padded ?? 0) + more };
}

/** How regions that begin within a flow differ from it, made by `onGrid`. */
export type Grid = {
  readonly step: Points;
  /** Of an item: the first line on the grid from it on; the length of the flow: none. */
  readonly line: Int32Array;
  /** Item above which the space differs: that line, or the heading above it. */
  readonly at: Int32Array;
  /** Added to that space when a region begins with the item; below 0: taken away. */
  readonly shift: Float64Array;
};

export function gridOf(flow: readonly FlowItem[], step: Points): Grid {
  const { length } = flow;
  const grid: Grid = {
    step,
    line: new Int32Array(length),
    at: new Int32Array(length),
    shift: new Float64Array(length),
  };
  let line = length;
  let beginning = length;
  /** From the top of an item to that of the line. */
  let height = 0;
  for (let index = length - 1; index >= 0; index -= 1) {
    const item = flow[index] as FlowItem;
    if (item.onGrid === true) {
      line = index;
      beginning = beginningOf(flow, index, 0);
      height = 0;
    } else if (line < length) {
      height += item.height + spaceBetween(item, flow[index + 1] as FlowItem);
    }
    grid.line[index] = line;
    if (line === length || line === index) continue;
    const inside = beginning > index;
    const padded = inside ? ((flow[beginning] as FlowItem).padded ?? 0) : 0;
    const space = inside
      ? spaceBetween(flow[beginning - 1] as FlowItem, flow[beginning] as FlowItem) - padded
      : 0;
    const head = index > 0 ? (item.continuation?.height ?? 0) : 0;
    grid.at[index] = inside ? beginning : line;
    grid.shift[index] = missing(head + height - padded, space, step) - padded;
  }
  return grid;
}

/** What the items `from` to `to` are higher for it in a region of their own. */
export function shiftOf(grid: Grid, from: number, to: number): Points {
  return (grid.line[from] as number) <= to ? (grid.shift[from] as number) : 0;
}

/** Regions of one page whose grids are one: each begins on a line of that of the first. */
export function regionsOnGrid<Kind extends { readonly y: Points; readonly height: Points }>(
  regions: readonly Kind[],
  step: Points,
): readonly Kind[] {
  const top = regions[0]?.y ?? 0;
  return regions.map((region) => {
    const down = missing(region.y - top, 0, step);
    return Math.abs(down) < hair
      ? region
      : { ...region, y: region.y + down, height: Math.max(1, region.height - down) };
  });
}
