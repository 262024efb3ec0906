import type { Fit, FitPolicy, Segments } from "../fit/index.ts";
import { greedyFit, ratioOf, sumsOf, totalFit } from "../fit/index.ts";
import { insideName } from "./breaks.ts";
import type { Paragraph } from "./paragraph.ts";

/** Lines of a text whose number is kept as low as can be: the time grows with its square. */
export const mostCounted = 100;

/** The narrowest measure that needs no more lines, found by halving. */
export function balanced(paragraph: Paragraph, policy: FitPolicy, first: Fit): Fit {
  const { segments } = paragraph;
  const sums = sumsOf(segments);
  const scaled = (scale: number): FitPolicy => ({
    ...policy,
    extent: (line) => policy.extent(line) * scale,
  });
  let low = 0;
  let high = 1;
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    const tried = greedyFit(segments, scaled(middle));
    const fits = tried.ratios.every((ratio) => ratio >= 0);
    if (fits && tried.ends.length <= first.ends.length) high = middle;
    else low = middle;
  }
  const even = greedyFit(segments, scaled(high));
  if (even.ends.length > mostCounted) return even;
  if (!even.ends.some((end) => isDear(segments, end))) return even;
  // A little more room than that, and the cheapest breaks in it.
  const wide = scaled(Math.min(1, high * 1.3));
  const other = totalFit(segments, { ...wide, lines: even.ends.length, surcharge: shortLast });
  const fits = other.ratios.every((ratio) => ratio >= 0) && other.ends.length === even.ends.length;
  return fits && !other.ends.some((end) => isDear(segments, end)) ? other : even;

  /** The last line counts as the others do: empty room at its end is as ugly. */
  function shortLast(from: number, to: number, line: number): number {
    if (to < segments.count - 1) return 0;
    const ratio = ratioOf(segments, sums, wide, from, to, line);
    return ratio > 0 ? (100 * Math.min(ratio, 10) ** 3) ** 2 : 0;
  }
}

function isDear(segments: Segments, end: number): boolean {
  const penalty = segments.penalty[end] as number;
  return end < segments.count - 1 && penalty > insideName;
}
