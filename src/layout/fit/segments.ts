/**
 * What is broken: lines of a paragraph or pages of a flow. A stretch that stays whole is a box; after each box there may be
 * a break, or else the glue that stands there. All arrays have `count` entries; lengths are in one unit, points as a rule.
 */
export type Segments = {
  readonly count: number;
  /** Of the box. */
  readonly width: Float64Array;
  /** How much the box may grow or shrink (glyph expansion, tracking); 0: not at all. */
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  /** Glue after the box; gone when the line ends there. */
  readonly glue: Float64Array;
  readonly glueStretch: Float64Array;
  readonly glueShrink: Float64Array;
  /** Added to the line that ends after the box: a hyphen. May be negative. */
  readonly tail: Float64Array;
  /** Added to the line that begins after the box: what shaping changes at the cut. May be negative. */
  readonly lead: Float64Array;
  /** Cost of a break after the box: 0 free, Infinity forbidden, -Infinity forced. The last box ends the list whatever it says. */
  readonly penalty: Float64Array;
  /** 1: a break here counts in a ladder (a hyphen). */
  readonly flagged: Uint8Array;
  /** How far the box may hang out when a line begins or ends with it (margin kerning). */
  readonly hangStart: Float64Array;
  readonly hangEnd: Float64Array;
};

/** Segments of zeros, to be filled. */
export function newSegments(count: number): Segments {
  return {
    count,
    width: new Float64Array(count),
    stretch: new Float64Array(count),
    shrink: new Float64Array(count),
    glue: new Float64Array(count),
    glueStretch: new Float64Array(count),
    glueShrink: new Float64Array(count),
    tail: new Float64Array(count),
    lead: new Float64Array(count),
    penalty: new Float64Array(count),
    flagged: new Uint8Array(count),
    hangStart: new Float64Array(count),
    hangEnd: new Float64Array(count),
  };
}

/** Sums from the beginning, so that any stretch of segments is measured by one subtraction. */
export type Sums = {
  readonly width: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
};

export function sumsOf(segments: Segments): Sums {
  const { count } = segments;
  const width = new Float64Array(count + 1);
  const stretch = new Float64Array(count + 1);
  const shrink = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    width[i + 1] = at(width, i) + at(segments.width, i) + at(segments.glue, i);
    stretch[i + 1] = at(stretch, i) + at(segments.stretch, i) + at(segments.glueStretch, i);
    shrink[i + 1] = at(shrink, i) + at(segments.shrink, i) + at(segments.glueShrink, i);
  }
  return { width, stretch, shrink };
}

/** Width of a line of segments `from` to `to` inclusive, without what its end adds. */
export function bareWidth(segments: Segments, sums: Sums, from: number, to: number): number {
  return (
    at(sums.width, to + 1) -
    at(sums.width, from) -
    at(segments.glue, to) -
    at(segments.hangStart, from) -
    at(segments.hangEnd, to) +
    (from > 0 ? at(segments.lead, from - 1) : 0)
  );
}

/** Reads an entry that is known to be there. */
export function at(array: Float64Array, index: number): number {
  return array[index] as number;
}
