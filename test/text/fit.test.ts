import type { InputItem } from "tex-linebreak";
import { breakLines } from "tex-linebreak";
import { expect, test } from "vitest";
import type { FitPolicy, Segments } from "../../src/layout/fit/index.ts";
import { greedyFit, newSegments, totalFit } from "../../src/layout/fit/index.ts";
import { fc, runs } from "../support/property.ts";

type Piece = { width: number; space: boolean; hyphen: boolean };

const pieces: fc.Arbitrary<Piece[]> = fc.array(
  fc.record({
    width: fc.integer({ min: 3, max: 40 }),
    space: fc.boolean(),
    hyphen: fc.boolean(),
  }),
  { minLength: 1, maxLength: 120 },
);

/** Words with spaces of 6 (+3, -2), or a hyphen of 4 that costs 50, between them; a free break where neither stands. */
function segmentsOf(list: readonly Piece[]): Segments {
  const segments = newSegments(list.length);
  list.forEach((piece, i) => {
    segments.width[i] = piece.width;
    if (i === list.length - 1) {
      segments.penalty[i] = Number.NEGATIVE_INFINITY;
    } else if (piece.space) {
      segments.glue[i] = 6;
      segments.glueStretch[i] = 3;
      segments.glueShrink[i] = 2;
    } else if (piece.hyphen) {
      segments.tail[i] = 4;
      segments.penalty[i] = 50;
      segments.flagged[i] = 1;
    } else {
      segments.penalty[i] = Number.POSITIVE_INFINITY;
    }
  });
  return segments;
}

function texItems(list: readonly Piece[]): { items: InputItem[]; segmentOf: Map<number, number> } {
  const items: InputItem[] = [];
  const segmentOf = new Map<number, number>();
  list.forEach((piece, i) => {
    items.push({ type: "box", width: piece.width });
    if (i === list.length - 1) {
      items.push({ type: "glue", width: 0, stretch: 1e9, shrink: 0 });
      segmentOf.set(items.length, i);
      items.push({ type: "penalty", width: 0, cost: -1000, flagged: false });
    } else if (piece.space) {
      segmentOf.set(items.length, i);
      items.push({ type: "glue", width: 6, stretch: 3, shrink: 2 });
    } else if (piece.hyphen) {
      segmentOf.set(items.length, i);
      items.push({ type: "penalty", width: 4, cost: 50, flagged: true });
    }
  });
  return { items, segmentOf };
}

test("the lines have the least demerits, as another implementation finds them", () => {
  let compared = 0;
  fc.assert(
    fc.property(pieces, fc.integer({ min: 90, max: 300 }), (list, width) => {
      const tolerance = 4;
      const weights = { line: 1, contrast: 0, flaggedPair: 100, flaggedLast: 0 };
      const policy: FitPolicy = { extent: () => width, tolerances: [tolerance], weights };
      const segments = segmentsOf(list);
      const ours = totalFit(segments, policy);
      const { items, segmentOf } = texItems(list);
      let breaks: number[];
      try {
        breaks = breakLines(items, width, {
          maxAdjustmentRatio: tolerance,
          initialMaxAdjustmentRatio: tolerance,
          doubleHyphenPenalty: 100,
          adjacentLooseTightPenalty: 0,
        });
      } catch {
        return; // No lines within the tolerance.
      }
      const theirs = breaks.slice(1).map((at) => segmentOf.get(at) as number);
      if (ours.cost > 1e12 || theirs.includes(undefined as unknown as number)) return;
      compared++;
      expect(costOf(segments, theirs, width)).toBeCloseTo(costOf(segments, ours.ends, width), 4);
      expect(ours.cost).toBeCloseTo(costOf(segments, ours.ends, width), 4);
    }),
    { numRuns: runs(400) },
  );
  expect(compared).toBeGreaterThan(100);
});

/** Demerits by the book, written without sums or states. */
function costOf(segments: Segments, ends: readonly number[], extent: number): number {
  let cost = 0;
  let from = 0;
  let flaggedBefore = false;
  for (const to of ends) {
    const last = to === segments.count - 1;
    const ratio = plainRatio(segments, from, to, extent);
    const badness = last && ratio > 0 ? 0 : 100 * Math.abs(ratio) ** 3;
    cost += (1 + badness + (last ? 0 : (segments.penalty[to] ?? 0))) ** 2;
    const flagged = !last && segments.flagged[to] === 1;
    if (flagged && flaggedBefore) cost += 100;
    flaggedBefore = flagged;
    from = to + 1;
  }
  return cost;
}

function plainRatio(segments: Segments, from: number, to: number, extent: number): number {
  let missing = extent - (segments.tail[to] ?? 0) - (segments.width[to] ?? 0);
  let stretch = 0;
  let shrink = 0;
  for (let i = from; i < to; i++) {
    missing -= (segments.width[i] ?? 0) + (segments.glue[i] ?? 0);
    stretch += segments.glueStretch[i] ?? 0;
    shrink += segments.glueShrink[i] ?? 0;
  }
  return missing === 0 ? 0 : missing > 0 ? missing / stretch : missing / shrink;
}

test("first fit is never better", () => {
  let better = 0;
  fc.assert(
    fc.property(pieces, fc.integer({ min: 90, max: 300 }), (list, width) => {
      const segments = segmentsOf(list);
      const weights = { line: 1, contrast: 0, flaggedPair: 100, flaggedLast: 0 };
      const policy: FitPolicy = { extent: () => width, tolerances: [20], weights };
      const best = totalFit(segments, policy);
      const first = greedyFit(segments, policy);
      const inner = first.ratios.slice(0, -1);
      if (best.cost > 1e12 || inner.some((ratio) => ratio < -1 || ratio > 20)) return;
      const cost = costOf(segments, first.ends, width);
      if (best.cost < cost - 1) better++;
      expect(best.cost).toBeLessThanOrEqual(cost * (1 + 1e-9));
    }),
    { numRuns: runs(1_600) },
  );
  expect(better).toBeGreaterThan(20);
});

test("every segment is in exactly one line, whatever the list, and lines fit where they can", () => {
  const anyPieces = fc.array(
    fc.record({
      width: fc.integer({ min: 0, max: 90 }),
      glue: fc.integer({ min: 0, max: 9 }),
      penalty: fc.oneof(
        fc.constantFrom(0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -50),
        fc.integer({ min: 0, max: 10_000 }),
      ),
      flagged: fc.boolean(),
    }),
    { maxLength: 150 },
  );
  fc.assert(
    fc.property(
      anyPieces,
      fc.integer({ min: 1, max: 120 }),
      fc.boolean(),
      (list, width, ladder) => {
        const segments = newSegments(list.length);
        list.forEach((piece, i) => {
          segments.width[i] = piece.width;
          segments.glue[i] = piece.glue;
          segments.penalty[i] = piece.penalty;
          segments.flagged[i] = piece.flagged ? 1 : 0;
        });
        const policy: FitPolicy = {
          extent: (line) => (line === 0 ? width / 2 : width),
          constantFrom: 1,
          tolerances: [1, Number.POSITIVE_INFINITY],
          flaggedFrom: 1,
          ...(ladder ? { ladder: 1 } : {}),
        };
        for (const found of [totalFit(segments, policy), greedyFit(segments, policy)]) {
          let from = 0;
          found.ends.forEach((to, line) => {
            expect(to).toBeGreaterThanOrEqual(from);
            let natural = 0;
            for (let i = from; i <= to; i++) {
              natural += list[i]?.width ?? 0;
              if (i < to) natural += list[i]?.glue ?? 0;
            }
            if (to > from) expect(natural).toBeLessThanOrEqual(policy.extent(line) + 1e-6);
            for (let i = from; i < to; i++) expect(list[i]?.penalty).not.toBe(-Infinity);
            from = to + 1;
          });
          expect(from).toBe(list.length);
        }
      },
    ),
    { numRuns: runs(500) },
  );
});

test("no more hyphens follow each other than the ladder allows", () => {
  const list = Array.from({ length: 60 }, (_, i) => ({
    width: 17 + (i % 3),
    space: i % 4 === 3,
    hyphen: true,
  }));
  const policy: FitPolicy = { extent: () => 60, tolerances: [50], ladder: 2 };
  const segments = segmentsOf(list);
  let row = 0;
  let longest = 0;
  for (const to of totalFit(segments, policy).ends) {
    row = segments.flagged[to] === 1 ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  expect(longest).toBeLessThanOrEqual(2);
});

test("a wanted number of lines is kept when it can be had", () => {
  const segments = segmentsOf(
    Array.from({ length: 12 }, () => ({ width: 20, space: true, hyphen: false })),
  );
  const policy: FitPolicy = { extent: () => 110, tolerances: [Infinity], slack: 40 };
  expect(totalFit(segments, policy).ends).toHaveLength(3);
  expect(totalFit(segments, { ...policy, lines: 5 }).ends).toHaveLength(5);
});

test("pages: what a page carries besides shortens it, and a chain that no page holds is still broken", () => {
  const segments = newSegments(10);
  segments.width.fill(100);
  segments.penalty.fill(Number.POSITIVE_INFINITY, 2, 9);
  const policy: FitPolicy = { extent: () => 450, tolerances: [Infinity], slack: 100 };
  const whole = totalFit(segments, policy);
  expect(whole.ends.at(-1)).toBe(9);
  expect(whole.ends.every((to, i) => to - (whole.ends[i - 1] ?? -1) <= 4)).toBe(true);
  const noted = totalFit(segments, {
    ...policy,
    extra: (from, to) => (from <= 1 && to >= 1 ? 300 : 0),
  });
  expect(noted.ends[0]).toBe(0);
});
