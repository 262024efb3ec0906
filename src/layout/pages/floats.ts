import type { Points } from "../../theme/index.ts";
import { breakCost, spaceBetween } from "../blocks/flow-helpers.ts";
import type { Unit } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import { costOf, heightOf } from "./break-flow.ts";
import type { Placed } from "./regions.ts";
import type { BreakRun, BrokenRun } from "./short-ends.ts";

// A figure that has no room where it stands goes to the head of the next region in any case. The text after it then fills the
// foot that it leaves empty, so that no figure is farther from its place than it would be without.

/** Lines of body text that an empty foot must have room for before text is moved there. */
const fewestLines = 3;

/** Figures of one run that are moved at most: each costs breaking the run again. */
const mostMoved = 60;

/** Ends of the text before a figure that are tried. */
const mostTried = 4;

/** Says of captioned figures of the text itself that they may be passed, but for those that their author keeps in place. */
export function markFloats(
  units: readonly Unit[],
  flows: readonly (readonly FlowItem[])[],
): readonly (readonly FlowItem[])[] {
  const mayFloat = (unit: Unit | undefined): boolean =>
    unit?.kind === "block" &&
    unit.block.kind === "figure" &&
    unit.block.caption !== undefined &&
    unit.block.fixed !== true;
  return flows.map((flow, index) =>
    mayFloat(units[index]) ? flow.map((item): FlowItem => ({ ...item, floats: true })) : flow,
  );
}

/** Where a figure stands: its image and caption, `from` to `to`. */
type Float = { readonly from: number; readonly to: number };

/**
 * The run with text moved before its figures, where a foot is emptier without. The break before a figure that was passed
 * is forced, so it begins a region.
 * @param baseline height of a line of body text
 */
export function withFloats(
  flow: readonly FlowItem[],
  baseline: Points,
  breakRun: BreakRun,
): BrokenRun {
  let items = flow;
  let broken = breakRun(items);
  if (!flow.some((item) => item.floats === true)) return broken;
  let moved = 0;
  for (let region = 0; region < broken.placed.length - 1 && moved < mostMoved; region += 1) {
    const better = betterAt(items, broken, region, baseline, breakRun);
    if (better === undefined) continue;
    items = better.items;
    broken = better.broken;
    region = better.region;
    moved += 1;
  }
  return broken;
}

type Better = {
  readonly items: readonly FlowItem[];
  readonly broken: BrokenRun;
  readonly region: number;
};

/** Text moved before the figure that follows a region, when that fills it better; undefined when nothing does. */
function betterAt(
  items: readonly FlowItem[],
  broken: BrokenRun,
  region: number,
  baseline: Points,
  breakRun: BreakRun,
): Better | undefined {
  const placed = broken.placed[region] as Placed;
  const float = floatAt(items, placed.to + 1);
  if (float === undefined) return undefined;
  const empty = emptyFoot(broken, placed);
  if (empty < fewestLines * baseline) return undefined;
  for (const end of endsAfter(items, placed, float)) {
    const reordered = passed(items, float, end);
    const found = breakRun(reordered);
    const at = found.placed.findIndex(({ to }) => to === float.from + end - float.to - 1);
    const own = found.placed[at];
    // The place of the figure must be in the region before it, and all must be as good as it was.
    if (own === undefined || own.from >= float.from) continue;
    if (emptyFoot(found, own) > empty - baseline) continue;
    if (pagesOf(found) > pagesOf(broken) || costIn(found) > costIn(broken)) continue;
    return { items: reordered, broken: found, region: at };
  }
  return undefined;
}

/** The figure that begins there, if it may move. */
function floatAt(items: readonly FlowItem[], from: number): Float | undefined {
  const first = items[from];
  if (first?.floats !== true || first.breakBefore !== undefined || from === 0) return undefined;
  // What leads in to a figure keeps it.
  const before = items[from - 1] as FlowItem;
  if (before.penalty >= breakCost.unwelcome || before.penalty < 0) return undefined;
  let to = from;
  while ((items[to] as FlowItem).penalty >= breakCost.whole && items[to + 1]?.floats === true)
    to += 1;
  return { from, to };
}

/** Last items of the text after a figure that may stand before it, the longest text that has room first. */
function endsAfter(items: readonly FlowItem[], placed: Placed, float: Float): readonly number[] {
  const ends: number[] = [];
  let height = heightOf(items, placed.from, float.from - 1);
  let above = items[float.from - 1] as FlowItem;
  for (let index = float.to + 1; index < items.length - 1; index += 1) {
    const item = items[index] as FlowItem;
    // Neither a heading nor another figure is passed.
    const stays = item.floats === true || item.breakBefore !== undefined || item.penalty < 0;
    if (stays || isHeading(item)) break;
    height += spaceBetween(above, item) + item.height;
    if (height > placed.region.height + 0.01) break;
    if (item.penalty < breakCost.unwelcome) ends.push(index);
    above = item;
  }
  return ends.reverse().slice(0, mostTried);
}

const isHeading = ({ penalty }: FlowItem): boolean =>
  penalty >= breakCost.heading && penalty < breakCost.whole;

/** The items up to `end` before the figure, which begins a region. */
function passed(items: readonly FlowItem[], float: Float, end: number): readonly FlowItem[] {
  const text = items.slice(float.to + 1, end + 1);
  const last = text.length - 1;
  return [
    ...items.slice(0, float.from),
    ...text.map((item, index) =>
      index === last ? { ...item, penalty: Number.NEGATIVE_INFINITY } : item,
    ),
    ...items.slice(float.from, float.to + 1),
    ...items.slice(end + 1),
  ];
}

const emptyFoot = ({ flow }: BrokenRun, { region, from, to }: Placed): Points =>
  region.height - heightOf(flow, from, to);

const pagesOf = ({ placed }: BrokenRun): number => (placed.at(-1)?.region.page ?? 0) + 1;

const costIn = ({ flow, placed }: BrokenRun): number =>
  costOf(
    flow,
    placed.map(({ to }) => to),
  );
