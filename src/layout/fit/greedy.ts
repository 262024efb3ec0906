import type { Fit, FitPolicy } from "./policy.ts";
import { ratioOf } from "./policy.ts";
import type { Segments, Sums } from "./segments.ts";
import { at, sumsOf } from "./segments.ts";

/** First fit: each line takes what it can without shrinking. Always ends, drops nothing. */
export function greedyFit(segments: Segments, policy: FitPolicy): Fit {
  const sums = sumsOf(segments);
  const ends: number[] = [];
  const ratios: number[] = [];
  for (let from = 0; from < segments.count; ) {
    const to = furthest(segments, sums, policy, from, ends.length, 0);
    ratios.push(ratioOf(segments, sums, policy, from, to, ends.length));
    ends.push(to);
    from = to + 1;
  }
  return { ends, ratios, cost: Number.NaN, pass: -1 };
}

/**
 * The last segment that a line from `from` can take when its ratio may fall to `least`: at an allowed break if there is
 * one, else at a forbidden one, else after a single segment that is too long.
 */
export function furthest(
  segments: Segments,
  sums: Sums,
  policy: FitPolicy,
  from: number,
  line: number,
  least: number,
): number {
  let allowed = -1;
  let fitting = -1;
  for (let to = from; to < segments.count; to++) {
    const ratio = ratioOf(segments, sums, policy, from, to, line);
    const penalty = at(segments.penalty, to);
    if (ratio >= least) {
      fitting = to;
      if (penalty === Number.NEGATIVE_INFINITY || to === segments.count - 1) return to;
      if (penalty < Number.POSITIVE_INFINITY) allowed = to;
    } else if (at(segments.tail, to) <= 0 || to - from > 200) {
      break;
    }
  }
  if (allowed >= 0) return allowed;
  return fitting >= 0 ? fitting : from;
}
