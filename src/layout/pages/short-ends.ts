import type { Points } from "../../theme/index.ts";
import type { FlowItem } from "../flow.ts";
import { costOf, heightOf } from "./break-flow.ts";
import type { Placed } from "./regions.ts";

/** Items between two forced breaks, and the regions that they stand in. */
export type BrokenRun = { readonly flow: readonly FlowItem[]; readonly placed: readonly Placed[] };

/** Breaks a run; `shortest` is the least height wanted on its last page. */
export type BreakRun = (flow: readonly FlowItem[], shortest?: Points) => BrokenRun;

/** A last page with less than this share of its height in use looks like a mistake. */
const leastFilled = 0.26;

/** Shares of its height that a last page may take over from those before, the first that leaves none of them much emptier. */
const lastShares = [leastFilled, 0.2, 0.14];

/** A page before may lose this share of its height for it: some four lines. */
const mostTaken = 0.1;

/** Shares of the space between blocks that are tried, the first that saves the page; the eye does not miss what they take. */
const tightness = [0.94, 0.88, 0.82, 0.76, 0.7];

/** A run longer than this is not broken again and again for the sake of its last page. */
const mostItems = 20_000;

/**
 * A run that does not end with a page as good as empty, where there is a way: with less space between blocks it may need a page less;
 * or else its last page takes over from the one before. Breaks are never worse for it.
 */
export function withoutShortEnd(flow: readonly FlowItem[], breakRun: BreakRun): BrokenRun {
  const usual = breakRun(flow);
  const pages = pagesOf(usual);
  if (pages < 2 || flow.length > mostItems || filled(usual) >= leastFilled) return usual;
  const cost = costIn(usual);
  for (const share of tightness) {
    const tight = breakRun(tightened(flow, share));
    if (pagesOf(tight) < pages && costIn(tight) <= cost) return tight;
  }
  for (const share of lastShares) {
    const fuller = breakRun(flow, lastHeight(usual) * share);
    const isBetter =
      pagesOf(fuller) === pages && costIn(fuller) <= cost && filled(fuller) > filled(usual);
    if (isBetter && keepsFeet(fuller, usual)) return fuller;
  }
  return usual;
}

/** Whether no region but the last holds much less than before. */
function keepsFeet(run: BrokenRun, before: BrokenRun): boolean {
  return before.placed.slice(0, -1).every(({ region, from, to }, index) => {
    const own = run.placed[index];
    const held = own === undefined ? 0 : heightOf(run.flow, own.from, own.to);
    return heightOf(before.flow, from, to) - held <= region.height * mostTaken;
  });
}

const pagesOf = ({ placed }: BrokenRun): number => (placed.at(-1)?.region.page ?? 0) + 1;

const costIn = ({ flow, placed }: BrokenRun): number =>
  costOf(
    flow,
    placed.map(({ to }) => to),
  );

/** Share of the last page's height that is in use. */
function filled(run: BrokenRun): number {
  const used = onLastPage(run).reduce((sum, { from, to }) => sum + heightOf(run.flow, from, to), 0);
  return used / Math.max(1, lastHeight(run));
}

const lastHeight = (run: BrokenRun): Points =>
  onLastPage(run).reduce((sum, { region }) => sum + region.height, 0);

function onLastPage({ placed }: BrokenRun): readonly Placed[] {
  const last = placed.at(-1)?.region.page;
  return placed.filter(({ region }) => region.page === last);
}

const tightened = (flow: readonly FlowItem[], share: number): readonly FlowItem[] =>
  flow.map((item) =>
    item.before === 0 && item.after === 0
      ? item
      : { ...item, before: item.before * share, after: item.after * share },
  );
