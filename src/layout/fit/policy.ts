import type { Segments, Sums } from "./segments.ts";
import { at, bareWidth } from "./segments.ts";

/** What is wanted of the lines (or pages). */
export type FitPolicy = {
  /** Length of a line by its number from 0. */
  readonly extent: (line: number) => number;
  /** From this line on all are equal; 0 unless given. */
  readonly constantFrom?: number;
  /** Highest ratio of stretch that each pass allows, rising. The first pass that finds lines wins; the last always finds some. */
  readonly tolerances: readonly number[];
  /** First pass that may break at flagged places; 0 unless given. */
  readonly flaggedFrom?: number;
  /** Stretch that every line has at its end (ragged right, pages not quite full); 0 unless given. */
  readonly slack?: number;
  /** Most flagged breaks in a row, 1 to 7; any number unless given. */
  readonly ladder?: number;
  /** Shortest last line; a shorter one costs `weights.short`. */
  readonly shortest?: number;
  /** Wanted number of lines, where it can be had. */
  readonly lines?: number;
  readonly weights?: Partial<Weights>;
  /** Length taken from a line by what it carries: notes, repeated heads. Must not fall as `to` rises. */
  readonly extra?: (from: number, to: number) => number;
  /**
   * By break, the length that the line lacks for what follows it up to the next good break. An end that is shorter cannot be filled, so
   * it costs no more than one with all its slack used, and is not shared among lines before it; absent: every end can be filled.
   */
  readonly next?: Float64Array;
  /** Cost of a line beyond the usual, added to its demerits. */
  readonly surcharge?: (from: number, to: number, line: number) => number;
};

/** Demerits, as in TeX. */
export type Weights = {
  /** Of each line, added to its badness before squaring. */
  readonly line: number;
  /** Of two flagged breaks in a row. */
  readonly flaggedPair: number;
  /** Of a flagged break before the last line. */
  readonly flaggedLast: number;
  /** Of two neighbours of very different tightness. */
  readonly contrast: number;
  /** Of a last line shorter than `shortest`. */
  readonly short: number;
};

export const usualWeights: Weights = {
  line: 10,
  flaggedPair: 10_000,
  flaggedLast: 5_000,
  contrast: 30_000,
  short: 250_000,
};

/** Where the lines end. */
export type Fit = {
  /** Last segment of each line, rising; the last is `count - 1`. Empty when there are no segments. */
  readonly ends: readonly number[];
  /** Ratio of each line (see `ratioOf`); below -1: too long. */
  readonly ratios: readonly number[];
  /** Sum of demerits; NaN for first fit. */
  readonly cost: number;
  /** Pass that found it, from 0; -1 for first fit. */
  readonly pass: number;
};

/** Above this ratio a line is as bad as can be. */
const worstRatio = 20;

/** How far a line is from its natural width: -1 all shrink used, 0 natural, 1 all stretch used; ±Infinity when it has none. */
export function ratioOf(
  segments: Segments,
  sums: Sums,
  policy: FitPolicy,
  from: number,
  to: number,
  line: number,
): number {
  const extent = policy.extent(line) - (policy.extra === undefined ? 0 : policy.extra(from, to));
  const missing = extent - bareWidth(segments, sums, from, to) - at(segments.tail, to);
  return ratio(segments, sums, policy.slack ?? 0, from, to, missing);
}

/** The same for a line that lacks `missing` of its extent. */
export function ratio(
  segments: Segments,
  sums: Sums,
  slack: number,
  from: number,
  to: number,
  missing: number,
): number {
  if (missing < 1e-6 && missing > -1e-6) return 0;
  if (missing > 0) {
    const stretch =
      at(sums.stretch, to + 1) - at(sums.stretch, from) - at(segments.glueStretch, to) + slack;
    return stretch > 0 ? missing / stretch : Number.POSITIVE_INFINITY;
  }
  const shrink = at(sums.shrink, to + 1) - at(sums.shrink, from) - at(segments.glueShrink, to);
  return shrink > 0 ? missing / shrink : Number.NEGATIVE_INFINITY;
}

/** The same where nothing but the end of the line gives way. */
export function rigidRatio(missing: number, slack: number): number {
  if (missing < 1e-6) return missing > -1e-6 ? 0 : Number.NEGATIVE_INFINITY;
  return slack > 0 ? missing / slack : Number.POSITIVE_INFINITY;
}

/** 0 tight, 1 decent, 2 loose, 3 very loose. An end (`ended`) that may stay empty is as good as any decent line. */
export function fitnessOf(ratio: number, ended: boolean): number {
  if (ended && ratio > 0) return 1;
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** Whether no two neighbours are of very different tightness. */
export function isEven({ ratios }: Fit): boolean {
  const last = ratios.length - 1;
  let before = 1;
  for (let line = 0; line <= last; line++) {
    const fitness = fitnessOf(ratios[line] as number, line === last);
    if (line > 0 && Math.abs(fitness - before) > 1) return false;
    before = fitness;
  }
  return true;
}

/** Demerits of a line for itself (Knuth and Plass 1981, page 1128). `ended`: nothing follows, so its own end may stay empty. */
export function ownDemerits(
  weights: Weights,
  ratio: number,
  penalty: number,
  ended: boolean,
): number {
  const size = Math.min(Math.abs(ratio), worstRatio);
  const badness = weights.line + (ended && ratio > 0 ? 0 : 100 * size * size * size);
  if (ended) return badness * badness;
  return penalty >= 0 ? (badness + penalty) ** 2 : badness * badness - penalty * penalty;
}
