import { expect, test } from "vitest";
import { progressLine } from "../../src/cli/batch/progress.ts";
import { fc, runs } from "../support/property.ts";

const state = { done: 140, failed: 1, all: 2000, seconds: 3.7 };

test.each([
  [100, "██░░░░░░░░░░░░░░░░░░░░░░░░░░░░  140 of 2000  38 a second  50 s left  1 failed"],
  [60, "░░░░░░░░░░░░░  140 of 2000  38 a second  50 s left  1 failed"],
  [50, "140 of 2000  38 a second  50 s left  1 failed"],
  [44, "░░░░░░░░░░  140 of 2000  50 s left  1 failed"],
  [36, "140 of 2000  50 s left  1 failed"],
  [24, "140 of 2000  1 failed"],
  [9, "140 of 20"],
])("in %i columns the line of progress says what has room", (width, line) => {
  expect(progressLine(state, width)).toBe(line);
});

test("the line of progress never breaks, and never says that there is no end", () => {
  const count = fc.integer({ min: 1, max: 999_999 });
  fc.assert(
    fc.property(
      count,
      count,
      fc.integer({ min: 1, max: 200 }),
      fc.nat(1e6),
      (a, b, width, time) => {
        const [done, all] = a < b ? [a, b] : [b, a];
        const line = progressLine({ done, failed: 0, all, seconds: time / 10 }, width);
        expect(line.length).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/NaN|Infinity/);
      },
    ),
    { numRuns: runs(500) },
  );
});
