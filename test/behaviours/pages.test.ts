import { beforeAll, expect, test } from "vitest";
import type { Laid } from "./corpus.ts";
import { corpus, faultsIn, printed, randoms, samples } from "./corpus.ts";
import {
  emptyFeet,
  hyphensAtFeet,
  hyphensInColumns,
  lonelyLines,
  offGrid,
  partedHeadings,
  strandedHeadings,
} from "./pages.ts";
import { columnsOf, rowsByOwner } from "./reading.ts";

// Breaks of pages and columns, in every product that is shipped and with every construct.

const everything = (): readonly Laid[] => [...corpus(), ...randoms()];

// Laid out once for all tests of the file.
beforeAll(() => {
  everything();
}, 600_000);

/** So that no judge passes since there is nothing to judge. */
test("there are pages enough, with paragraphs and headings near their ends", () => {
  const columns = corpus().flatMap(columnsOf);
  expect(columns.length).toBeGreaterThan(300);
  const parted = corpus().flatMap((laid) =>
    [...rowsByOwner(columnsOf(laid))].filter(
      ([{ kind }, rows]) =>
        kind === "paragraph" && new Set(rows.map(({ page, column }) => page * 2 + column)).size > 1,
    ),
  );
  expect(parted.length).toBeGreaterThan(100);
});

test("no paragraph leaves less than two lines at the head or the foot of a column", () => {
  expect(faultsIn(everything(), lonelyLines)).toEqual([]);
});

test("headings, captions and terms stay whole", () => {
  expect(faultsIn(everything(), partedHeadings)).toEqual([]);
});

test("two lines at least follow a heading in its column", () => {
  expect(faultsIn(everything(), strandedHeadings)).toEqual([]);
});

test("no page ends with a hyphen", () => {
  expect(faultsIn(everything(), hyphensAtFeet)).toEqual([]);
});

// The first column of a last page may, where the two would be uneven otherwise.
test("of columns within a page one in fifty ends with a hyphen at most", () => {
  const all = [...corpus(printed), ...randoms(printed)];
  const columns = all.flatMap(columnsOf).length;
  expect(faultsIn(all, hyphensInColumns).length / columns).toBeLessThan(0.02);
});

test("columns of running text have at most four empty lines at their foot", () => {
  expect(faultsIn(everything(), emptyFeet)).toEqual([]);
});

test("lines of body text stand on one grid in both columns", () => {
  const all = [...corpus(printed), ...randoms(printed)];
  expect(faultsIn(all, offGrid)).toEqual([]);
  expect(samples(printed).some(({ theme }) => theme.page.grid === true)).toBe(true);
});
