import type { Master, Points } from "../../theme/index.ts";
import type { FlowItem } from "../flow.ts";
import { balanced } from "./balance.ts";
import type { NoteHeights } from "./break-flow.ts";
import { breakFlow } from "./break-flow.ts";
import type { Region, RegionPlan } from "./regions.ts";
import { planRegions } from "./regions.ts";

/** Items `from` to `to` of the flow stand in this region. */
export type Placed = { readonly region: Region; readonly from: number; readonly to: number };

export type PaginateRequest = {
  readonly flow: readonly FlowItem[];
  /** Regions of the first page, if it differs. */
  readonly first: Master["regions"] | undefined;
  readonly later: Master["regions"];
  readonly balance: boolean;
  readonly baseline: Points;
  readonly notes: (flow: readonly FlowItem[]) => NoteHeights | undefined;
};

/** Breaks a flow into regions, page after page. Between forced breaks it is solved as a whole; an edit moves no page beyond them. */
export function paginate(request: PaginateRequest): readonly Placed[] {
  const { flow } = request;
  const placed: Placed[] = [];
  let start = 0;
  let page = 0;
  for (let index = 0; index < flow.length; index += 1) {
    const next = flow[index + 1];
    const ends =
      next === undefined ||
      next.breakBefore === "page" ||
      (flow[index] as FlowItem).penalty === Number.NEGATIVE_INFINITY;
    if (!ends) continue;
    const run = breakRun(request, start, index, page);
    for (const each of run) placed.push(each);
    page = (placed.at(-1)?.region.page ?? page) + 1;
    start = index + 1;
  }
  return placed;
}

function breakRun(
  request: PaginateRequest,
  start: number,
  end: number,
  page: number,
): readonly Placed[] {
  const run = request.flow.slice(start, end + 1);
  const plan = planRegions(page === 0 ? request.first : undefined, request.later);
  const notes = request.notes(run);
  const ends = breakFlow({
    flow: run,
    height: plan.heightAt,
    constantFrom: plan.constantFrom,
    baseline: request.baseline,
    ...(notes === undefined ? {} : { notes }),
  });
  const placed = placeRun(ends, plan);
  const settled =
    request.balance && notes === undefined ? balanceLast(run, placed, plan, request) : placed;
  return settled.map(({ region, from, to }) => ({
    region: { ...region, page: region.page + page },
    from: from + start,
    to: to + start,
  }));
}

function placeRun(ends: readonly number[], plan: RegionPlan): readonly Placed[] {
  return ends.map((to, index) => ({
    region: plan.at(index),
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
