import type { Points } from "../../theme/index.ts";

/** What one column wants, with the padding of its cells. */
export type ColumnNeed = {
  /** Widest piece that should not be broken. */
  readonly min: Points;
  /** Width at which no cell needs a second line. */
  readonly max: Points;
  /** Width that the theme or the author asks for; absent: from the content. */
  readonly fixed?: Points;
};

export type ColumnWidths = {
  /** Their sum is the width there is. */
  readonly widths: readonly Points[];
  /** False when words must be broken since not even the smallest widths fit. */
  readonly fits: boolean;
};

/** What a set of widths costs: the height of the table, or anything that grows with it. */
export type WidthCost = (widths: readonly Points[]) => number;

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

const bounded = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

/** A table as wide as `available`. Of the ways to share what there is, the one with the lowest cost; the first of equals. */
export const columnWidths = (
  needs: readonly ColumnNeed[],
  available: Points,
  cost: WidthCost = () => 0,
): ColumnWidths => {
  const smallest = needs.map((need) => need.min);
  if (sum(smallest) > available + 0.01) return { widths: shrunk(smallest, available), fits: false };
  const wished = needs.map((need) =>
    need.fixed === undefined ? undefined : Math.max(need.fixed, need.min),
  );
  const asked = sum(needs.map((need, index) => wished[index] ?? need.min));
  // Wishes that do not fit become natural widths: they yield to what other columns need.
  const firm = asked <= available + 0.01;
  const bounds = needs.map((need, index) => {
    const wish = wished[index];
    if (wish === undefined) return { min: need.min, max: Math.max(need.min, need.max) };
    return firm ? { min: wish, max: wish } : { min: need.min, max: wish };
  });
  const loose = needs.map((_, index) => !firm || wished[index] === undefined);
  return { widths: shared(bounds, loose, available, cost), fits: true };
};

type Bounds = { readonly min: Points; readonly max: Points };

const shared = (
  bounds: readonly Bounds[],
  loose: readonly boolean[],
  available: Points,
  cost: WidthCost,
): readonly Points[] => {
  const natural = bounds.map((bound) => bound.max);
  if (sum(natural) <= available) return exact(stretched(natural, loose, available), available);
  const candidates = [
    levelled(bounds, available, true),
    interpolated(bounds, available),
    levelled(bounds, available, false),
  ].map((widths) => exact(widths, available));
  let best: readonly Points[] = natural;
  let lowest = Number.POSITIVE_INFINITY;
  for (const widths of candidates) {
    const price = cost(widths);
    if (price < lowest) {
      best = widths;
      lowest = price;
    }
  }
  return best;
};

/** What is left over goes to the columns without a wish, by what they hold. */
const stretched = (
  natural: readonly Points[],
  loose: readonly boolean[],
  available: Points,
): readonly Points[] => {
  const takers = loose.some(Boolean) ? loose : loose.map(() => true);
  const weight = sum(natural.filter((_, index) => takers[index]));
  const rest = available - sum(natural);
  const count = takers.filter(Boolean).length;
  return natural.map((width, index) => {
    if (takers[index] !== true) return width;
    return width + rest * (weight > 0 ? width / weight : 1 / count);
  });
};

/** Between smallest and natural width by one share for all (CSS 2.1, 17.5.2.2). */
const interpolated = (bounds: readonly Bounds[], available: Points): readonly Points[] => {
  const least = sum(bounds.map((bound) => bound.min));
  const most = sum(bounds.map((bound) => bound.max));
  const share = most > least ? (available - least) / (most - least) : 0;
  return bounds.map((bound) => bound.min + (bound.max - bound.min) * share);
};

/**
 * Columns that ask for little get it whole, so that a place or a figure keeps to its line. The others share the rest: by
 * what they hold (`weighted`), or alike.
 */
const levelled = (
  bounds: readonly Bounds[],
  available: Points,
  weighted: boolean,
): readonly Points[] => {
  let low = 0;
  let high = Math.max(...bounds.map((bound) => bound.max));
  for (let turn = 0; turn < 60; turn += 1) {
    const level = (low + high) / 2;
    const total = sum(bounds.map((bound) => bounded(level, bound.min, bound.max)));
    if (total > available) high = level;
    else low = level;
  }
  const alike = bounds.map((bound) => bounded(low, bound.min, bound.max));
  if (!weighted) return alike;
  const wide = bounds.map((bound) => bound.max > low + 0.01);
  const whole = sum(alike.filter((_, index) => wide[index] !== true));
  const spread = interpolated(
    bounds.filter((_, index) => wide[index]),
    available - whole,
  );
  let taken = 0;
  return alike.map((width, index) => {
    if (wide[index] !== true) return width;
    taken += 1;
    return spread[taken - 1] ?? width;
  });
};

/** Narrow columns keep what they need, wide ones are cut to one width. */
const shrunk = (smallest: readonly Points[], available: Points): readonly Points[] =>
  exact(
    levelled(
      smallest.map((min) => ({ min: 0, max: min })),
      available,
      false,
    ),
    available,
  );

/** Takes the rounding error out of the widest column. */
const exact = (widths: readonly Points[], available: Points): readonly Points[] => {
  const difference = available - sum(widths);
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((width, index) => (index === widest ? width + difference : width));
};
