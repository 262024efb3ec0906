import { furthest } from "./greedy.ts";
import type { Fit, FitPolicy, Weights } from "./policy.ts";
import { fitnessOf, ownDemerits, ratio, ratioOf, rigidRatio, usualWeights } from "./policy.ts";
import type { Segments, Sums } from "./segments.ts";
import { at, bareWidth, sumsOf } from "./segments.ts";

/** A line that nothing could mend; far above all true demerits, and still finite. */
const rescueCost = 1e15;

/**
 * Most ways that are followed at once. Real lines and pages have some dozens; boxes without width could have as many as
 * there are boxes, and the time would grow with their square.
 */
const mostActive = 512;

/** Best ways to a break so far, one column a field. */
type Ways = {
  readonly at: number[];
  readonly line: number[];
  readonly fitness: number[];
  readonly flags: number[];
  readonly cost: number[];
  readonly ratio: number[];
  readonly previous: number[];
};

type Search = {
  readonly segments: Segments;
  readonly sums: Sums;
  /** What is taken from the sum of widths for a line that begins with a segment. */
  readonly starts: Float64Array;
  /** No line can give way but at its end. */
  readonly rigid: boolean;
  readonly policy: FitPolicy;
  readonly weights: Weights;
  readonly slack: number;
  /** Extent of the lines from `policy.constantFrom` on. */
  readonly extent: number;
  readonly constantFrom: number;
  readonly ladder: number;
  readonly ways: Ways;
  /** Best new way to the present break, by state; -1 none. */
  readonly best: Map<number, number>;
};

/**
 * The lines with the least sum of demerits over the whole list (Knuth and Plass), for lines and pages alike. Tries the
 * tolerances in turn; in the last, what cannot be solved is broken as first fit would, so that there is always a
 * result and nothing is lost.
 */
export function totalFit(segments: Segments, policy: FitPolicy): Fit {
  if (segments.count === 0) return { ends: [], ratios: [], cost: 0, pass: 0 };
  const sums = sumsOf(segments);
  const starts = startsOf(segments, sums);
  const passes = Math.max(1, policy.tolerances.length);
  for (let pass = 0; pass < passes; pass++) {
    const found = search(segments, sums, starts, policy, pass, pass === passes - 1);
    if (found !== undefined) return found;
  }
  throw new Error("Bug: the last pass of the fit found no lines.");
}

function startsOf(segments: Segments, sums: Sums): Float64Array {
  const starts = new Float64Array(segments.count);
  for (let from = 0; from < segments.count; from++) {
    const lead = from > 0 ? at(segments.lead, from - 1) : 0;
    starts[from] = at(sums.width, from) + at(segments.hangStart, from) - lead;
  }
  return starts;
}

function searchOf(segments: Segments, sums: Sums, starts: Float64Array, policy: FitPolicy): Search {
  return {
    segments,
    sums,
    starts,
    rigid: at(sums.stretch, segments.count) === 0 && at(sums.shrink, segments.count) === 0,
    policy,
    weights: policy.weights === undefined ? usualWeights : { ...usualWeights, ...policy.weights },
    slack: policy.slack ?? 0,
    extent: policy.extent(policy.constantFrom ?? 0),
    constantFrom: Math.max(policy.constantFrom ?? 0, policy.lines ?? 0),
    ladder: policy.ladder ?? 7,
    ways: { at: [], line: [], fitness: [], flags: [], cost: [], ratio: [], previous: [] },
    best: new Map(),
  };
}

function search(
  segments: Segments,
  sums: Sums,
  starts: Float64Array,
  policy: FitPolicy,
  pass: number,
  last: boolean,
): Fit | undefined {
  const tolerance = policy.tolerances[pass] ?? Number.POSITIVE_INFINITY;
  const flaggedAllowed = pass >= (policy.flaggedFrom ?? 0);
  const state = searchOf(segments, sums, starts, policy);
  addWay(state.ways, -1, 0, 1, 0, 0, 0, -1);
  let active = [0];
  for (let to = 0; to < segments.count; to++) {
    const penalty = at(segments.penalty, to);
    const ended = penalty === Number.NEGATIVE_INFINITY || to === segments.count - 1;
    if (penalty === Number.POSITIVE_INFINITY && !ended) continue;
    if (segments.flagged[to] === 1 && !flaggedAllowed && !ended) continue;
    const before = active;
    active = fewest(state.ways, extend(state, before, to, ended, tolerance));
    if (active.length > 0) continue;
    if (!last) return undefined;
    const way = rescue(state, before);
    active = [way];
    to = state.ways.at[way] as number;
  }
  return trace(state, active, pass);
}

/**
 * Tries a break after `to` from every active way; gives the ways that stay or become active. Where nothing is optimised every
 * result that is no integer is an object of its own, so what does not depend on the way is reckoned once.
 */
function extend(
  state: Search,
  active: readonly number[],
  to: number,
  ended: boolean,
  tolerance: number,
): number[] {
  const { segments, sums, starts, rigid, policy, ways, slack } = state;
  const { extra } = policy;
  const constantFrom = policy.constantFrom ?? 0;
  const kept: number[] = [];
  const tail = at(segments.tail, to);
  const end = at(sums.width, to + 1) - at(segments.glue, to) - at(segments.hangEnd, to);
  const room = state.extent - end;
  state.best.clear();
  for (let index = 0; index < active.length; index++) {
    const way = active[index] as number;
    const from = (ways.at[way] as number) + 1;
    const line = ways.line[way] as number;
    let missing =
      (line >= constantFrom ? room : policy.extent(line) - end) + (starts[from] as number);
    if (extra !== undefined) missing -= extra(from, to);
    const full = rigid
      ? rigidRatio(missing - tail, slack)
      : ratio(segments, sums, slack, from, to, missing - tail);
    // A hyphen may be wider than the letters after it: a line too long with it may still take them.
    const reach = tail > 0 ? ratio(segments, sums, slack, from, to, missing) : full;
    if (reach >= -1 && !ended) kept.push(way);
    if (full < -1 || (full > tolerance && !ended)) continue;
    consider(state, way, to, full, ended);
  }
  for (const way of state.best.values()) kept.push(way);
  return kept;
}

/** Where contrast costs nothing, ways of every tightness are one. */
function classOf(weights: Weights, full: number, ended: boolean): number {
  return weights.contrast === 0 ? 1 : fitnessOf(full, ended);
}

/** An end that nothing could fill counts as all slack used, however long it is. */
function countedRatio({ policy, slack }: Search, to: number, full: number): number {
  return full > 1 && full * slack < (policy.next?.[to] ?? 0) ? 1 : full;
}

/** Enters the line from a way to the break `to`, if it is the best of its state. */
function consider(state: Search, way: number, to: number, full: number, ended: boolean): void {
  const { segments, sums, policy, ways, weights } = state;
  const from = (ways.at[way] as number) + 1;
  const flagged = segments.flagged[to] === 1;
  const flagsBefore = ways.flags[way] as number;
  const flags = flagged ? Math.min(flagsBefore + 1, 7) : 0;
  if (flags > state.ladder && !ended) return;
  const fitness = classOf(weights, full, ended);
  const number = ways.line[way] as number;
  const line = number + 1;
  const countedFlags = state.ladder < 7 ? flags : Math.min(flags, 1);
  const key = (Math.min(line, state.constantFrom + 1) * 4 + fitness) * 8 + countedFlags;
  const rival = state.best.get(key);
  const before = ways.cost[way] as number;
  const penalty = at(segments.penalty, to);
  // Nothing becomes cheaper by a line, but by one that ends where a break is wanted.
  if (rival !== undefined && penalty >= 0 && before >= (ways.cost[rival] as number)) return;
  let cost = before + ownDemerits(weights, countedRatio(state, to, full), penalty, ended);
  if (flagsBefore > 0) cost += flagged ? weights.flaggedPair : ended ? weights.flaggedLast : 0;
  if (Math.abs(fitness - (ways.fitness[way] as number)) > 1) cost += weights.contrast;
  if (ended && from > 0 && policy.shortest !== undefined) {
    if (bareWidth(segments, sums, from, to) < policy.shortest) cost += weights.short;
  }
  if (policy.surcharge !== undefined) cost += policy.surcharge(from, to, number);
  if (rival === undefined) {
    state.best.set(key, addWay(ways, to, line, fitness, flags, cost, full, way));
  } else if (cost < (ways.cost[rival] as number)) {
    ways.line[rival] = line;
    ways.flags[rival] = flags;
    ways.cost[rival] = cost;
    ways.ratio[rival] = full;
    ways.previous[rival] = way;
  }
}

/** Goes on as first fit would, from the way that leads furthest so, when none leads on by the rules. */
function rescue(state: Search, active: readonly number[]): number {
  const { segments, sums, policy, ways } = state;
  let best = -1;
  for (const way of active) {
    const from = (ways.at[way] as number) + 1;
    const line = ways.line[way] as number;
    const to = furthest(segments, sums, policy, from, line, -1);
    const full = ratioOf(segments, sums, policy, from, to, line);
    const flags = segments.flagged[to] === 1 ? Math.min((ways.flags[way] as number) + 1, 7) : 0;
    const cost = (ways.cost[way] as number) + rescueCost;
    const rival = best < 0 ? -1 : (ways.at[best] as number);
    if (to > rival || (to === rival && cost < (ways.cost[best] as number))) {
      best = addWay(ways, to, line + 1, fitnessOf(full, false), flags, cost, full, way);
    }
  }
  return best;
}

/** The cheapest ways in their order when there are far too many. */
function fewest(ways: Ways, active: number[]): number[] {
  if (active.length <= 2 * mostActive) return active;
  const byCost = [...active].sort(
    (a, b) => (ways.cost[a] as number) - (ways.cost[b] as number) || a - b,
  );
  return byCost.slice(0, mostActive).sort((a, b) => a - b);
}

function cheapest(ways: Ways, candidates: readonly number[]): number {
  let best = candidates[0] as number;
  for (const way of candidates) {
    if ((ways.cost[way] as number) < (ways.cost[best] as number)) best = way;
  }
  return best;
}

function trace(state: Search, active: readonly number[], pass: number): Fit {
  const { ways, policy } = state;
  const wanted = active.filter((way) => ways.line[way] === policy.lines);
  const end = cheapest(ways, wanted.length > 0 ? wanted : active);
  const ends: number[] = [];
  const ratios: number[] = [];
  for (let way = end; (ways.previous[way] as number) >= 0; way = ways.previous[way] as number) {
    ends.push(ways.at[way] as number);
    ratios.push(ways.ratio[way] as number);
  }
  return { ends: ends.reverse(), ratios: ratios.reverse(), cost: ways.cost[end] as number, pass };
}

function addWay(
  ways: Ways,
  to: number,
  line: number,
  fitness: number,
  flags: number,
  cost: number,
  ratio: number,
  previous: number,
): number {
  ways.line.push(line);
  ways.fitness.push(fitness);
  ways.flags.push(flags);
  ways.cost.push(cost);
  ways.ratio.push(ratio);
  ways.previous.push(previous);
  return ways.at.push(to) - 1;
}
