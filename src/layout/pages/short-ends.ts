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

/** Shares of the space between blocks that are tried, the first that saves the page; the eye does not miss what they take. */
const tightness = [0.94, 0.88, 0.82, 0.76, 0.7];

/**
 * What a last page should have, as shares of that, and how many lines a foot before it may be empty by for its sake; the first
 * that can be had. A last page of a few lines is worse than a foot of six.
 */
const fuller: readonly (readonly [share: number, lines: number])[] = [
  [1, 4.5],
  [0.75, 4.5],
  [0.6, 6.5],
];

/** A run longer than this is not broken again and again for the sake of its last page. */
const mostItems = 20_000;

/**
 * A run that does not end with a page as good as empty, where there is a way: with less space between blocks it may need a page less;
 * or else its last page takes over from those before. Breaks are never worse for it.
 * @param baseline height of a line of body text
 */
export function withoutShortEnd(
  flow: readonly FlowItem[],
  baseline: Points,
  breakRun: BreakRun,
): BrokenRun {
  const usual = breakRun(flow);
  const pages = pagesOf(usual);
  if (pages < 2 || flow.length > mostItems || filled(usual) >= leastFilled) return usual;
  const cost = costIn(usual);
  for (const share of tightness) {
    const tight = breakRun(tightened(flow, share));
    if (pagesOf(tight) < pages && costIn(tight) <= cost) return tight;
  }
  const before = emptiest(usual);
  for (const [share, lines] of fuller) {
    const other = breakRun(flow, lastHeight(usual) * leastFilled * share);
    const isBetter =
      pagesOf(other) === pages && costIn(other) <= cost && filled(other) > filled(usual);
    if (isBetter && emptiest(other) <= Math.max(before, lines * baseline)) return other;
  }
  return usual;
}

/** Height that is left empty at most in a region with another after it. */
function emptiest({ flow, placed }: BrokenRun): Points {
  return placed
    .slice(0, -1)
    .reduce(
      (most, { region, from, to }) => Math.max(most, region.height - heightOf(flow, from, to)),
      0,
    );
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
