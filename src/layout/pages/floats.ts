import type { Points } from "../../theme/index.ts";
import { breakCost, spaceBetween } from "../blocks/flow-helpers.ts";
import type { Unit } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import { costOf, heightOf } from "./break-flow.ts";
import type { Placed } from "./regions.ts";
import type { BreakRun, BrokenRun } from "./short-ends.ts";

// A figure that has no room where it stands goes to the head of the next region in any case. The text after it then fills the
// foot that it leaves empty, so that no figure is farther from its place than it would be without.

/** Lines of body text that there must be room for before text is moved. */
const fewestLines = 3;

/** Figures of one run that are moved at most: each costs breaking the run again. */
const mostMoved = 60;

/** Shares of the empty room that moved text may take, the first that does. */
const shares = [1, 0.85, 0.7, 0.5, 0.3];

/** Cost of a break that is as good as forced. A forced one would end the run, whose last foot may be empty. */
const wanted = -breakCost.whole;

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
 * is wanted most of all, so it begins a region.
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

/** Text moved before the figure that follows a region, when that leaves less empty; undefined when nothing does. */
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
  // Breaks before the figure share what is empty among their feet.
  const anchor = broken.placed.findLastIndex(
    ({ to }, index) => index < region && (items[to] as FlowItem).penalty < 0,
  );
  const room = broken.placed
    .slice(anchor + 1, region + 1)
    .reduce((sum, each) => sum + emptyFoot(broken, each), 0);
  if (room < fewestLines * baseline) return undefined;
  for (const end of endsAfter(items, float, Math.min(room, placed.region.height))) {
    const reordered = passed(items, float, end);
    const found = breakRun(reordered);
    const at = found.placed.findIndex(({ to }) => to === float.from + end - float.to - 1);
    const own = found.placed[at];
    // The place of the figure must be in the region before it, and all must be as good as it was.
    if (own === undefined || own.from >= float.from || own.region.page > placed.region.page)
      continue;
    if (pagesOf(found) > pagesOf(broken) || costIn(found) > costIn(broken)) continue;
    if (emptiness(found) > emptiness(broken) - baseline ** 2) continue;
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

/** Last items of the text after a figure that may stand before it, as high as a share of the room, the longest first. */
function endsAfter(items: readonly FlowItem[], float: Float, room: Points): readonly number[] {
  const ends = new Set<number>();
  const found: { readonly index: number; readonly height: Points }[] = [];
  let height = 0;
  let above = items[float.from - 1] as FlowItem;
  for (let index = float.to + 1; index < items.length - 1; index += 1) {
    const item = items[index] as FlowItem;
    // Neither a heading nor another figure is passed.
    const stays = item.floats === true || item.breakBefore !== undefined || item.penalty < 0;
    if (stays || isHeading(item)) break;
    height += spaceBetween(above, item) + item.height;
    if (height > room) break;
    if (item.penalty < breakCost.unwelcome) found.push({ index, height });
    above = item;
  }
  for (const share of shares) {
    const end = found.findLast((each) => each.height <= room * share);
    if (end !== undefined) ends.add(end.index);
  }
  return [...ends];
}

const isHeading = ({ penalty }: FlowItem): boolean =>
  penalty >= breakCost.heading && penalty < breakCost.whole;

/** The items up to `end` before the figure, which begins a region. */
function passed(items: readonly FlowItem[], float: Float, end: number): readonly FlowItem[] {
  const text = items.slice(float.to + 1, end + 1);
  const last = text.length - 1;
  return [
    ...items.slice(0, float.from),
    ...text.map((item, index) => (index === last ? { ...item, penalty: wanted } : item)),
    ...items.slice(float.from, float.to + 1),
    ...items.slice(end + 1),
  ];
}

const emptyFoot = ({ flow }: BrokenRun, { region, from, to }: Placed): Points =>
  region.height - heightOf(flow, from, to);

/** Sum of the squares of empty feet, but for the last. */
const emptiness = (run: BrokenRun): number =>
  run.placed.slice(0, -1).reduce((sum, placed) => sum + emptyFoot(run, placed) ** 2, 0);

const pagesOf = ({ placed }: BrokenRun): number => (placed.at(-1)?.region.page ?? 0) + 1;

const costIn = ({ flow, placed }: BrokenRun): number =>
  costOf(
    flow,
    placed.map(({ to }) => to),
  );
