import type { Master, Points } from "../../theme/index.ts";
import { breakCost } from "../blocks/flow-helpers.ts";
import type { FlowItem, NotePiece } from "../flow.ts";
import type { Solved } from "../memo/index.ts";
import { balanced } from "./balance.ts";
import type { NoteHeights } from "./break-flow.ts";
import { breakFlow, heightOf } from "./break-flow.ts";
import { withFloats } from "./floats.ts";
import { gridOf, onGrid, regionsOnGrid } from "./grid.ts";
import type { Placed, Region, RegionPlan } from "./regions.ts";
import { planRegions } from "./regions.ts";
import type { BreakRun, BrokenRun } from "./short-ends.ts";
import { withoutShortEnd } from "./short-ends.ts";

export type PaginateRequest = {
  readonly flow: readonly FlowItem[];
  /** Regions of the first page, if it differs. */
  readonly first: Master["regions"] | undefined;
  readonly later: Master["regions"];
  /** The first page has something without the flow: the title. */
  readonly titled: boolean;
  readonly balance: boolean;
  readonly baseline: Points;
  /** Step of the grid that lines of body text stand on; absent: no grid. */
  readonly grid?: Points;
  /** Text may pass figures and tables that have no room where they stand. Absent: not. */
  readonly floats?: boolean;
  /** Regions at the head of the first run in which none does. Absent: 0. */
  readonly settled?: number;
  readonly notes: (flow: readonly FlowItem[]) => NoteHeights | undefined;
  /** Height of a part of a note. Absent: there are no notes. */
  readonly noteHeight?: (piece: NotePiece) => Points;
  /** Breaks that were found before; absent: none. */
  readonly solved?: Solved;
};

/** `flow`: with the spaces between its items as they were settled. */
export type Paginated = {
  readonly flow: readonly FlowItem[];
  readonly placed: readonly Placed[];
};

/** Breaks a flow into regions, page after page. Between forced breaks it is solved as a whole; an edit moves no page beyond them. */
export function paginate(request: PaginateRequest): Paginated {
  const { flow } = request;
  const placed: Placed[] = [];
  const settled: FlowItem[] = [];
  let start = 0;
  let page = 0;
  for (let index = 0; index < flow.length; index += 1) {
    const next = flow[index + 1];
    const ends =
      next === undefined ||
      next.breakBefore === "page" ||
      (flow[index] as FlowItem).penalty === Number.NEGATIVE_INFINITY;
    if (!ends) continue;
    if (start === 0 && wantsOwnPage(request, index)) page = 1;
    const run = breakRun(request, start, index, page);
    for (const item of run.flow) settled.push(item);
    for (const each of run.placed) placed.push(each);
    page = (placed.at(-1)?.region.page ?? page) + 1;
    start = index + 1;
  }
  return { flow: settled, placed };
}

/** Whether what comes first is to stay whole and has no room below the title, but on a page of its own: contents. */
function wantsOwnPage({ flow, first, later, titled }: PaginateRequest, end: number): boolean {
  if (!titled || first === undefined) return false;
  if (!flow.slice(0, end).every((item) => item.penalty >= breakCost.whole)) return false;
  const height = heightOf(flow, 0, end);
  const room = (regions: Master["regions"]): Points => regions[0]?.height ?? 0;
  return end > 0 && height > room(first) + 0.01 && height <= room(later);
}

function breakRun(request: PaginateRequest, start: number, end: number, page: number): BrokenRun {
  const { grid } = request;
  const aligned = (regions: Master["regions"]): Master["regions"] =>
    grid === undefined ? regions : regionsOnGrid(regions, grid);
  const first = page === 0 ? request.first : undefined;
  const plan = planRegions(first === undefined ? first : aligned(first), aligned(request.later));
  const attempt = (items: readonly FlowItem[], shortest?: Points, offset = 0): BrokenRun => {
    const run = grid === undefined ? items : onGrid(items, grid);
    const notes = request.notes(run);
    const ends = breakFlow({
      flow: run,
      height: (index) => plan.heightAt(index + offset),
      constantFrom: Math.max(0, plan.constantFrom - offset),
      baseline: request.baseline,
      ...(notes === undefined ? {} : { notes }),
      ...(grid === undefined ? {} : { grid: gridOf(run, grid) }),
      ...(shortest === undefined ? {} : { shortest }),
      ...(request.solved === undefined ? {} : { solved: request.solved }),
    });
    return { flow: run, placed: placeRun(ends, plan, offset) };
  };
  const run = request.flow.slice(start, end + 1);
  const whole: BreakRun = (items) => withoutShortEnd(items, request.baseline, attempt);
  const broken =
    request.floats === true
      ? withFloats(run, {
          baseline: request.baseline,
          heightAt: plan.heightAt,
          noteHeight: request.noteHeight ?? (() => 0),
          settled: page === 0 ? (request.settled ?? 0) : 0,
          breakRun: whole,
          breakPart: (items, offset) => attempt(items, undefined, offset),
        })
      : whole(run);
  const hasNotes = broken.flow.some((item) => (item.notes ?? []).length > 0);
  const placed =
    request.balance && !hasNotes
      ? balanceLast(broken.flow, broken.placed, plan, request)
      : broken.placed;
  return {
    flow: broken.flow,
    placed: placed.map(({ region, from, to }) => ({
      region: { ...region, page: region.page + page },
      from: from + start,
      to: to + start,
    })),
  };
}

function placeRun(ends: readonly number[], plan: RegionPlan, offset: number): readonly Placed[] {
  return ends.map((to, index) => ({
    region: plan.at(index + offset),
    from: index === 0 ? 0 : (ends[index - 1] as number) + 1,
    to,
  }));
}

function balanceLast(
  run: readonly FlowItem[],
  placed: readonly Placed[],
  plan: RegionPlan,
  request: PaginateRequest,
): readonly Placed[] {
  const last = placed.at(-1)?.region.page;
  const kept = placed.filter((each) => each.region.page !== last);
  const tail = placed.slice(kept.length);
  const start = tail[0]?.from;
  if (start === undefined) return placed;
  const regions: Region[] = [];
  for (let index = kept.length; plan.at(index).page === last; index += 1) {
    regions.push(plan.at(index));
  }
  const ends = balanced(
    run.slice(start),
    regions,
    tail.map((each) => each.to - start),
    request.baseline,
    request.grid,
  );
  if (ends === undefined) return placed;
  return [
    ...kept,
    ...ends.map((to, index) => ({
      region: regions[index] as Region,
      from: start + (index === 0 ? 0 : (ends[index - 1] as number) + 1),
      to: start + to,
    })),
  ];
}
