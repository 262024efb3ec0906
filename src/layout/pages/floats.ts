import type { Points } from "../../theme/index.ts";
import { breakCost, spaceBetween, together } from "../blocks/flow-helpers.ts";
import type { Unit } from "../blocks/index.ts";
import type { FlowItem, NotePiece } from "../flow.ts";
import { costOf, heightOf } from "./break-flow.ts";
import { separatorHeight } from "./notes.ts";
import type { Placed } from "./regions.ts";
import type { BreakRun, BrokenRun } from "./short-ends.ts";

// A figure that has no room where it stands goes to the head of the next region in any case. The text after it then fills the
// foot that it leaves empty, so that no figure is farther from its place than it would be without. So does text after a table that
// would be parted there, when the next region holds it whole.

/** Lines of body text that there must be room for before text is moved. */
const fewestLines = 3;

/** Shares of the empty room that moved text may take, the first that does. */
const shares = [1, 0.85, 0.7, 0.5, 0.3];

/** Cost of a break that is as good as forced. A forced one would end the run, whose last foot may be empty. */
const wanted = -breakCost.whole;

/** Regions that are looked at together: what is moved in one changes those after it, and few of them. */
const looked = 12;

/** A parted table is as bad as an empty foot of this many lines; a foot of some of them costs less. */
const partedLines = 5;

/** Tables that take more than this share of a region are made to be parted. */
const mostOfRegion = 0.6;

/**
 * Says of captioned figures and tables of the text itself that they may be passed, but for those that their author keeps in place.
 * @param from the first unit that may
 * @param height of the lowest region, points
 */
export function markFloats(
  units: readonly Unit[],
  flows: readonly (readonly FlowItem[])[],
  from: number,
  height: Points,
): readonly (readonly FlowItem[])[] {
  return flows.map((flow, index) => {
    const unit = units[index];
    if (index < from || unit?.kind !== "block") return flow;
    const { block } = unit;
    const isTable = block.kind === "table" && block.keepTogether !== true;
    if (!isTable && block.kind !== "figure") return flow;
    if (block.caption === undefined || block.fixed === true) return flow;
    if (isTable && heightOf(flow, 0, flow.length - 1) > height * mostOfRegion) return flow;
    return flow.map((item): FlowItem => ({ ...item, floats: block.id }));
  });
}

/** Where a figure or table stands: an image and its caption, or caption and rows, `from` to `to`. */
type Float = { readonly from: number; readonly to: number };

export type FloatRequest = {
  /** Height of a line of body text. */
  readonly baseline: Points;
  readonly heightAt: (region: number) => Points;
  readonly noteHeight: (piece: NotePiece) => Points;
  /** Regions at the head of the run whose text stays as it is. */
  readonly settled: number;
  /** Breaks a whole run. */
  readonly breakRun: BreakRun;
  /** Breaks part of a run that begins with this region. */
  readonly breakPart: (items: readonly FlowItem[], region: number) => BrokenRun;
};

/** The run with text moved before its figures, where feet are emptier without. */
export function withFloats(flow: readonly FlowItem[], request: FloatRequest): BrokenRun {
  const usual = request.breakRun(flow);
  if (!flow.some((item) => item.floats !== undefined)) return usual;
  const { items, moves } = withMoves(flow, request);
  if (moves.length === 0) return usual;
  const found = request.breakRun(items);
  // The place of each figure is in the region before it, and all is as good as it was.
  const isNear = moves.every(({ place, end }) =>
    found.placed.some(({ from, to }) => to === end && from <= place),
  );
  const isSettled = usual.placed
    .slice(0, request.settled)
    .every(({ to }, index) => found.placed[index]?.to === to);
  const isBetter =
    isNear &&
    isSettled &&
    pagesOf(found) <= pagesOf(usual) &&
    costIn(found) <= costIn(usual) &&
    emptiness(found, request) < emptiness(usual, request);
  return isBetter ? found : usual;
}

/** Text that passed a figure: its last item, and the one after which the figure is written. */
type Move = { readonly place: number; readonly end: number };

type Moved = { readonly items: readonly FlowItem[]; readonly moves: readonly Move[] };

/** From figure to figure, some regions at a time. */
function withMoves(flow: readonly FlowItem[], request: FloatRequest): Moved {
  const moves: Move[] = [];
  let items = flow;
  let from = 0;
  let region = 0;
  while (from < items.length) {
    const to = partEnd(items, from, region, request);
    const part = items.slice(from, to + 1);
    const broken = request.breakPart(part, region);
    const ended = to === items.length - 1;
    // Breaks near the end of a part are not those of the whole.
    const usable = broken.placed.length - (ended ? 1 : 3);
    const better = firstBetter(part, broken, usable, region, request);
    if (better !== undefined) {
      const { reordered, place, end, at } = better;
      items = [...items.slice(0, from), ...reordered, ...items.slice(to + 1)];
      moves.push({ place: from + place, end: from + end });
      from += end + 1;
      region += at + 1;
      continue;
    }
    const next = broken.placed[usable];
    if (ended || next === undefined || next.from === 0) break;
    from += next.from;
    region += usable;
  }
  return { items, moves };
}

/** Last item of about as many regions as are looked at together. */
function partEnd(
  items: readonly FlowItem[],
  from: number,
  region: number,
  { heightAt }: FloatRequest,
): number {
  let room = 0;
  for (let index = 0; index < looked; index += 1) room += heightAt(region + index);
  let to = from;
  for (; to < items.length - 1 && room > 0; to += 1) room -= (items[to] as FlowItem).height;
  return to;
}

type Better = Move & { readonly reordered: readonly FlowItem[]; readonly at: number };

function firstBetter(
  part: readonly FlowItem[],
  broken: BrokenRun,
  usable: number,
  region: number,
  request: FloatRequest,
): Better | undefined {
  for (let at = Math.max(0, request.settled - region); at < usable; at += 1) {
    const better = betterAt(part, broken, at, region, request);
    if (better !== undefined) return better;
  }
  return undefined;
}

/** Text moved before the figure that follows a region, when that leaves less empty up to there; undefined when nothing does. */
function betterAt(
  part: readonly FlowItem[],
  broken: BrokenRun,
  at: number,
  region: number,
  request: FloatRequest,
): Better | undefined {
  const { baseline, breakPart } = request;
  const placed = broken.placed[at] as Placed;
  const float = floatAt(part, placed.to + 1);
  if (float === undefined || float.from <= placed.from) return undefined;
  const before = { flow: broken.flow, placed: broken.placed.slice(0, at + 2) };
  // Breaks before the figure share what is empty among their feet.
  const empty = before.placed
    .slice(0, -1)
    .reduce((sum, each) => sum + emptyFoot(broken, each, request), 0);
  const parted = placed.to < float.from ? 0 : heightOf(broken.flow, float.from - 1, placed.to);
  const room = empty + parted;
  if (room < fewestLines * baseline) return undefined;
  for (const end of endsAfter(part, float, Math.min(room, placed.region.height))) {
    const reordered = passed(part.slice(0, end + 1), float, end);
    const found = breakPart(reordered, region);
    const last = float.from + end - float.to - 1;
    const own = found.placed[at];
    const begins = own?.to === last && own.from < float.from;
    if (!begins || costIn(upTo(found, at)) > costIn(before)) continue;
    const most = emptiness(before, request) - baseline ** 2;
    if (emptiness(upTo(found, at), request) > most) continue;
    const all = [...reordered, ...part.slice(end + 1)];
    return { reordered: all, place: float.from - 1, end: last, at };
  }
  return undefined;
}

/** The regions up to one and the next. */
const upTo = ({ flow, placed }: BrokenRun, at: number): BrokenRun => ({
  flow,
  placed: placed.slice(0, at + 2),
});

/** The figure or table that begins with an item, or goes on with it, if it may move. */
function floatAt(items: readonly FlowItem[], at: number): Float | undefined {
  const id = items[at]?.floats;
  if (id === undefined) return undefined;
  let from = at;
  while (from > 0 && items[from - 1]?.floats === id) from -= 1;
  // What leads in to a figure keeps it.
  const before = items[from - 1];
  if (before === undefined || before.penalty >= breakCost.unwelcome || before.penalty < 0) {
    return undefined;
  }
  let to = at;
  while (items[to + 1]?.floats === id) to += 1;
  const own = items.slice(from, to + 1);
  // What goes on of a note stands at the foot of this region in any case; its own notes stand where their figure does.
  const stays = own.some(
    ({ breakBefore, notes = [] }) => breakBefore || notes.some(({ from }) => from === 0),
  );
  return stays ? undefined : { from, to };
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
    const stays = item.floats !== undefined || item.breakBefore !== undefined || item.penalty < 0;
    if (stays || isHeading(item)) break;
    height += spaceBetween(above, item) + item.height;
    if (height > room) break;
    // A table does not go on below a figure, since its head stands again at the head of a region alone.
    const goesOn = items[index + 1]?.continuation !== undefined;
    if (item.penalty < breakCost.unwelcome && !goesOn) found.push({ index, height });
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
    ...together(items.slice(float.from, float.to + 1)),
    ...items.slice(end + 1),
  ];
}

/** Between the text and its notes. */
function emptyFoot(
  { flow }: BrokenRun,
  { region, from, to }: Placed,
  { noteHeight }: FloatRequest,
): Points {
  const pieces = flow.slice(from, to + 1).flatMap(({ notes = [] }) => notes);
  const notes = pieces.reduce((sum, piece) => sum + noteHeight(piece), 0);
  const below = notes === 0 ? 0 : notes + separatorHeight;
  return region.height - heightOf(flow, from, to) - below;
}

/** Sum of the squares of empty feet, but for the last, and what parted tables are as bad as. */
function emptiness(run: BrokenRun, request: FloatRequest): number {
  const { baseline } = request;
  const { flow, placed } = run;
  let sum = 0;
  for (const each of placed.slice(0, -1)) {
    sum += emptyFoot(run, each, request) ** 2;
    const id = flow[each.to]?.floats;
    if (id !== undefined && flow[each.to + 1]?.floats === id) sum += (partedLines * baseline) ** 2;
  }
  return sum;
}

const pagesOf = ({ placed }: BrokenRun): number => (placed.at(-1)?.region.page ?? 0) + 1;

const costIn = ({ flow, placed }: BrokenRun): number =>
  costOf(
    flow,
    placed.map(({ to }) => to),
  );
