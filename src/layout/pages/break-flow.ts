import type { Points } from "../../theme/index.ts";
import { breakCost, spaceBetween } from "../blocks/flow-helpers.ts";
import type { Segments } from "../fit/index.ts";
import { newSegments, fit as totalFit } from "../fit/index.ts";
import type { FlowItem } from "../flow.ts";
import type { Solved } from "../memo/index.ts";
import type { Grid } from "./grid.ts";
import { shiftOf } from "./grid.ts";

/** Costs more than anything the flow may ask for short of the impossible; finite, so that there are always pages. */
const forbidden = breakCost.whole * 10;

/** An empty foot this many lines high is as bad as a line with all its stretch used. */
const footLines = 6;

export type BreakRequest = {
  readonly flow: readonly FlowItem[];
  /** Height of a region by its number from 0. */
  readonly height: (index: number) => Points;
  readonly constantFrom: number;
  /** Height of a line of body text. */
  readonly baseline: Points;
  /** Height of the notes that an item brings along, by item; absent: no notes. */
  readonly notes?: NoteHeights;
  /** Least height wanted in the last region; absent: four lines. */
  readonly shortest?: Points;
  /** What spaces differ by at the head of a region; absent: no grid. */
  readonly grid?: Grid;
  /** Breaks that were found before; absent: none. */
  readonly solved?: Solved;
};

export type NoteHeights = {
  /** Sum of the heights of all notes before an item. */
  readonly sums: Float64Array;
  /** Taken by the rule above notes. */
  readonly separator: Points;
};

/** Last item of each region, rising: the breaks with the least sum of empty feet and of costs over the whole run. */
export function breakFlow(request: BreakRequest): readonly number[] {
  const segments = segmentsOf(request.flow);
  const { solved } = request;
  if (solved === undefined) return solve(request, segments);
  return solved(numbersOf(request, segments), () => solve(request, segments));
}

function solve(request: BreakRequest, segments: Segments): readonly number[] {
  const { height, constantFrom, baseline, shortest } = request;
  // Who asks for a height of the last region takes an empty foot of the one before for it.
  const shortCost = shortest === undefined ? 20_000 : 250_000;
  return totalFit(segments, {
    // A hair more, so that heights that add up exactly still fit.
    extent: (region) => height(region) + 0.01,
    constantFrom,
    tolerances: [Number.POSITIVE_INFINITY],
    slack: baseline * footLines,
    shortest: shortest ?? baseline * 4,
    weights: { line: 5, contrast: 0, flaggedPair: 0, flaggedLast: 0, short: shortCost },
    extra: (from, to) => extraHeight(request, from, to),
    next: nextHeights(request, segments),
  }).ends;
}

/** By item, the height up to the next good break after it: its space, and what follows with its notes. */
function nextHeights({ notes }: BreakRequest, segments: Segments): Float64Array {
  const { count, width, glue, penalty } = segments;
  const heights = new Float64Array(count);
  for (let index = count - 2; index >= 0; index--) {
    const next = index + 1;
    const isGood = (penalty[next] as number) < breakCost.lonely;
    const own =
      notes === undefined ? 0 : (notes.sums[next + 1] as number) - (notes.sums[next] as number);
    const rest = isGood ? 0 : (heights[next] as number);
    heights[index] = (glue[index] as number) + (width[next] as number) + own + rest;
  }
  return heights;
}

/** All that the breaks follow from. */
function numbersOf(request: BreakRequest, segments: Segments): Float64Array {
  const { flow, height, constantFrom, baseline, shortest, notes, grid } = request;
  const { count } = segments;
  const regions = Math.min(constantFrom, count) + 1;
  const numbers = new Float64Array(7 + regions + (grid === undefined ? 5 : 7) * count);
  numbers.set([count, constantFrom, baseline, shortest ?? -1, notes?.separator ?? -1, regions]);
  numbers[6] = grid?.step ?? 0;
  for (let region = 0; region < regions; region++) numbers[7 + region] = height(region);
  let at = 7 + regions;
  for (let index = 0; index < count; index++) {
    numbers[at++] = segments.width[index] as number;
    numbers[at++] = segments.glue[index] as number;
    numbers[at++] = segments.penalty[index] as number;
    numbers[at++] = flow[index]?.continuation?.height ?? 0;
    numbers[at++] = notes?.sums[index + 1] ?? 0;
    if (grid === undefined) continue;
    numbers[at++] = grid.line[index] as number;
    numbers[at++] = grid.shift[index] as number;
  }
  return numbers;
}

/** What the region takes besides its items: the head of a table that goes on, its grid, and notes. */
export function extraHeight(request: BreakRequest, from: number, to: number): Points {
  const { flow, grid } = request;
  const head = from > 0 ? (flow[from]?.continuation?.height ?? 0) : 0;
  const shift = grid === undefined ? 0 : shiftOf(grid, from, to);
  return head + shift + (request.notes === undefined ? 0 : noteHeight(request.notes, from, to));
}

function noteHeight(notes: NoteHeights, from: number, to: number): Points {
  const sum = (notes.sums[to + 1] as number) - (notes.sums[from] as number);
  return sum > 0 ? sum + notes.separator : 0;
}

function segmentsOf(flow: readonly FlowItem[]): Segments {
  const segments = newSegments(flow.length);
  flow.forEach((item, index) => {
    const next = flow[index + 1];
    segments.width[index] = item.height;
    segments.glue[index] = next === undefined ? 0 : spaceBetween(item, next);
    segments.penalty[index] = Math.min(item.penalty, forbidden);
  });
  return segments;
}

/** Height of items one below another in a region of their own. */
export function heightOf(flow: readonly FlowItem[], from: number, to: number): Points {
  let height = 0;
  for (let index = from; index <= to; index += 1) {
    const item = flow[index] as FlowItem;
    if (index > from) height += spaceBetween(flow[index - 1] as FlowItem, item);
    height += item.height;
  }
  return height;
}

/** Sum of the costs of the breaks, the last one apart. */
export function costOf(flow: readonly FlowItem[], ends: readonly number[]): number {
  return ends.slice(0, -1).reduce((sum, end) => {
    const penalty = flow[end]?.penalty ?? 0;
    return sum + Math.max(0, Math.min(penalty, forbidden));
  }, 0);
}
