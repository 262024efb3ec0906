import type { Points } from "../../theme/index.ts";
import type { Fit, FitPolicy, Segments } from "../fit/index.ts";
import { greedyFit, ratioOf, sumsOf, totalFit } from "../fit/index.ts";
import { afterHyphen, insideName } from "./breaks.ts";
import type { Cut } from "./cuts.ts";
import { hyphensOf } from "./cuts.ts";
import type { Give } from "./give.ts";
import { rigid } from "./give.ts";
import { endCost, lastWidth, shortestLast } from "./last-line.ts";
import type { TextContext, TextInput } from "./line.ts";
import { onOneLine } from "./one-line.ts";
import { cutsOfWide, emergencyOf, hasTooWide, merged, softCuts } from "./overlong.ts";
import type { Paragraph, Point, Prepared } from "./paragraph.ts";
import { paragraphOf, pointsOf } from "./paragraph.ts";

/** Stands for a width without bound, points. */
export const unbounded = 1e6;

export type Measure = {
  readonly extent: (line: number) => Points;
  readonly narrowest: Points;
  readonly constantFrom: number;
};

/** Lines whose width is looked at one by one when it differs. */
const looked = 48;

export function measureOf(input: TextInput): Measure {
  const { width } = input;
  const first = input.firstLine ?? 0;
  const given = typeof width === "number" ? () => width : width;
  const extent = (line: number): Points => {
    const whole = Math.min(given(line), unbounded) - (line === 0 ? first : 0);
    return Math.max(whole, 1);
  };
  const count = typeof width === "number" ? 2 : looked;
  let narrowest = unbounded;
  let constantFrom = 0;
  for (let line = 0; line < count; line++) {
    narrowest = Math.min(narrowest, extent(line));
    if (extent(line) !== extent(count)) constantFrom = line + 1;
  }
  return { extent, narrowest, constantFrom };
}

export function giveOf(input: TextInput, context: TextContext): Give {
  if (input.style.align !== "justify") return rigid;
  const { wordSpace, tracking, expansion, protrusion } = context.theme.breaks;
  const stretch = Math.max(0.1, wordSpace.stretch - 1);
  const shrink = Math.min(0.9, Math.max(0, 1 - wordSpace.shrink));
  return { stretch, shrink, tracking, expansion, protrusion };
}

/** Titles, and ragged lines of less than this many em: there the hyphen of a compound costs more than an uneven edge. */
const displayWidth = 22;
const compound = 10_000;

function isDisplay({ style }: TextInput, measure: Measure): boolean {
  if (style.align === "justify") return false;
  return style.balanced || measure.narrowest < displayWidth * style.size;
}

/** Makes "Canada-Japan" stay whole where it can. */
function keepCompounds({ segments, points }: Paragraph): void {
  for (let i = 0; i < segments.count; i++) {
    if (points[i]?.kind === "plain" && segments.penalty[i] === afterHyphen) {
      segments.penalty[i] = compound;
    }
  }
}

/** How loose justified lines may be, pass by pass. */
const rising = [1.5, 2, 3, 5, 8, Number.POSITIVE_INFINITY];

type Broken = { readonly paragraph: Paragraph; readonly found: Fit };

/** Chooses the lines: hyphens only where the text cannot be set well without. */
export function breakLines(
  prepared: Prepared,
  input: TextInput,
  context: TextContext,
  measure: Measure,
  give: Give,
): Broken {
  const { manuscript, itemised, breaks, units } = prepared;
  const { text } = manuscript;
  const whole =
    input.style.align === "justify" ? undefined : onOneLine(prepared, measure.narrowest);
  if (whole !== undefined) {
    return { paragraph: whole, found: { ends: [0], ratios: [0], cost: Number.NaN, pass: -1 } };
  }
  const display = isDisplay(input, measure);
  const build = (points: readonly Point[]): Paragraph => {
    const paragraph = paragraphOf(text, itemised, units, points, give);
    if (display) keepCompounds(paragraph);
    return paragraph;
  };
  const soft = softCuts(manuscript);
  let paragraph = build(pointsOf(breaks, soft));
  let cuts: readonly Cut[] = soft;
  if (hasTooWide(paragraph, measure.narrowest)) {
    cuts = cutsOfWide(paragraph, cuts, context, measure.narrowest);
    paragraph = build(pointsOf(breaks, cuts));
    cuts = merged(cuts, emergencyOf(paragraph, measure.narrowest));
    paragraph = build(pointsOf(breaks, cuts));
  }
  const justify = input.style.align === "justify";
  const lines = (): Fit => {
    if (isBeyondFit(paragraph, measure)) {
      return greedyFit(paragraph.segments, policyOf(paragraph, input, context, measure, rising));
    }
    if (!justify) return ragged(paragraph, input, context, measure);
    return filled(paragraph, policyOf(paragraph, input, context, measure, rising));
  };
  let found = lines();
  const [wanted, bearable] = justify ? [1.2, 1.8] : [1.6, 2.2];
  if (!input.style.hyphenate) return { paragraph, found };
  if (isGood(found, wanted) && !(justify && endsShort(paragraph, found, input, context))) {
    return { paragraph, found };
  }
  const { hyphenation } = context.theme.breaks;
  paragraph = build(pointsOf(breaks, merged(cuts, hyphensOf(text, itemised, hyphenation, false))));
  found = lines();
  if (isGood(found, bearable)) return { paragraph, found };
  paragraph = build(pointsOf(breaks, merged(cuts, hyphensOf(text, itemised, hyphenation, true))));
  return { paragraph, found: lines() };
}

/** Most comparisons of breaks that one text may cost, by an estimate: about half a second. */
const mostCompared = 4_000_000;

/** A text without end and with a break at every character is no paragraph, and gets the first lines that fit. */
function isBeyondFit({ segments }: Paragraph, measure: Measure): boolean {
  if (segments.count < 10_000) return false;
  let width = 0;
  for (let i = 0; i < segments.count; i++) width += segments.width[i] as number;
  const lines = Math.max(1, width / measure.narrowest);
  return (segments.count * segments.count) / lines > mostCompared;
}

/** Justified lines. Looser ones than need be where the last line is too short otherwise. */
function filled({ segments }: Paragraph, policy: FitPolicy): Fit {
  const found = totalFit(segments, policy);
  if (lastWidth(segments, found) >= (policy.shortest ?? 0) || found.pass >= 2) return found;
  const looser = totalFit(segments, { ...policy, tolerances: policy.tolerances.slice(2) });
  return looser.cost < found.cost ? looser : found;
}

function endsShort(
  paragraph: Paragraph,
  found: Fit,
  input: TextInput,
  { theme }: TextContext,
): boolean {
  const shortest = shortestLast(paragraph, input, theme.breaks.lastLineWords);
  return lastWidth(paragraph.segments, found) < shortest;
}

/** Whether no line but the last is looser than `most`, and none too long. */
function isGood(found: Fit, most: number): boolean {
  return found.ratios.every(
    (ratio, line) => ratio >= -1 && (ratio <= most || line === found.ratios.length - 1),
  );
}

/** Lines of a text whose number is kept as low as can be: the time grows with its square. */
const mostCounted = 100;

/** How short ragged lines may be; where there are no such lines, as short as need be. */
const seldomLooser = [4, Number.POSITIVE_INFINITY];
const anyLooseness = [Number.POSITIVE_INFINITY];

/** Ragged right: even lines, in no more of them than first fit needs. Titles as even as can be. */
function ragged(
  paragraph: Paragraph,
  input: TextInput,
  context: TextContext,
  measure: Measure,
): Fit {
  const { segments } = paragraph;
  const policy = policyOf(paragraph, input, context, measure, anyLooseness);
  const first = greedyFit(segments, policy);
  if (first.ends.length === 1) return first;
  if (input.style.balanced) return balanced(paragraph, policy, first);
  const found = totalFit(segments, { ...policy, tolerances: seldomLooser });
  if (found.ends.length <= first.ends.length) return found;
  if (first.ends.length > mostCounted) return first;
  return totalFit(segments, { ...policy, lines: first.ends.length });
}

/** The narrowest measure that needs no more lines, found by halving. */
function balanced(paragraph: Paragraph, policy: FitPolicy, first: Fit): Fit {
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

function policyOf(
  paragraph: Paragraph,
  input: TextInput,
  context: TextContext,
  measure: Measure,
  tolerances: readonly number[],
): FitPolicy {
  const { breaks } = context.theme;
  const justify = input.style.align === "justify";
  return {
    extent: measure.extent,
    constantFrom: Math.max(measure.constantFrom, 0),
    tolerances,
    ladder: Math.max(1, breaks.hyphenation.ladder),
    slack: justify ? 0 : Math.max(measure.narrowest * 0.18, input.style.size),
    shortest: shortestLast(paragraph, input, breaks.lastLineWords),
    weights: justify ? { flaggedLast: 100_000, short: 400_000 } : { contrast: 0 },
    ...(justify ? { surcharge: endCost(paragraph, breaks.lastLineWords) } : {}),
  };
}
