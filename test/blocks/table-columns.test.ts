import { expect, test } from "vitest";
import type { ColumnNeed } from "../../src/layout/blocks/table-columns.ts";
import { columnWidths } from "../../src/layout/blocks/table-columns.ts";
import { fc } from "../support/property.ts";

const total = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0);

const need: fc.Arbitrary<ColumnNeed> = fc
  .record({
    min: fc.double({ min: 0, max: 200, noNaN: true }),
    more: fc.double({ min: 0, max: 2_000, noNaN: true }),
    fixed: fc.option(fc.double({ min: 0, max: 400, noNaN: true })),
  })
  .map(({ min, more, fixed }) => ({ min, max: min + more, ...(fixed === null ? {} : { fixed }) }));

test("columns fill the width, and none is narrower than its longest word while that can be", () => {
  fc.assert(
    fc.property(
      fc.array(need, { minLength: 1, maxLength: 30 }),
      fc.double({ min: 40, max: 900, noNaN: true }),
      (needs, available) => {
        const { widths, fits } = columnWidths(needs, available);
        expect(total(widths)).toBeCloseTo(available, 2);
        const possible = total(needs.map(({ min }) => min)) <= available;
        expect(fits || !possible).toBe(true);
        widths.forEach((width, index) => {
          expect(width).toBeGreaterThanOrEqual(0);
          if (fits) expect(width).toBeGreaterThanOrEqual((needs[index]?.min ?? 0) - 0.02);
        });
      },
    ),
  );
});

test("a width that is asked for is kept, the rest is shared", () => {
  const { widths } = columnWidths(
    [
      { min: 30, max: 60, fixed: 140 },
      { min: 40, max: 100 },
      { min: 40, max: 50 },
    ],
    440,
  );
  expect(widths).toEqual([140, 200, 100]);
});

test("a short column keeps its line when its neighbour needs several anyway", () => {
  const { widths } = columnWidths(
    [
      { min: 60, max: 90 },
      { min: 60, max: 900 },
    ],
    300,
  );
  expect(widths).toEqual([90, 210]);
});

test("of the ways to share the width the one with the lowest table is taken", () => {
  const needs = [
    { min: 50, max: 400 },
    { min: 50, max: 1_000 },
  ];
  const even = columnWidths(needs, 400, ([first = 0, second = 0]) => Math.abs(first - second));
  expect(even.widths).toEqual([200, 200]);
  const lines = columnWidths(needs, 400, ([first = 0, second = 0]) =>
    Math.max(400 / first, 1_000 / second),
  );
  expect(lines.widths[1]).toBeGreaterThan(230);
});

test("when not even the longest words fit, wide columns give first", () => {
  const { widths, fits } = columnWidths(
    [
      { min: 30, max: 40 },
      { min: 300, max: 300 },
      { min: 200, max: 600 },
    ],
    230,
  );
  expect(fits).toBe(false);
  expect(widths).toEqual([30, 100, 100].map((width) => expect.closeTo(width, 3)));
});
