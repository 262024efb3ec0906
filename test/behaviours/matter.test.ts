import { beforeAll, expect, test } from "vitest";
import type { Laid } from "./corpus.ts";
import { constructs, corpus, faultsIn, randoms, samples } from "./corpus.ts";
import {
  crowdedNotes,
  headlessParts,
  misplacedNotes,
  overfullCells,
  overfullSlides,
  partedRows,
  strayFigures,
  tablesOf,
  widthsOfTables,
  wrongNumbers,
} from "./matter.ts";

// Notes, tables, figures, running matter and slides, in every product that is shipped and with every construct.

const everything = (): readonly Laid[] => [...corpus(), ...randoms()];
const slides = (): readonly Laid[] => [
  ...samples([["slides", "accessible"]]),
  ...constructs([["slides", "accessible"]]),
];

// Laid out once for all tests of the file.
beforeAll(() => {
  everything();
  slides();
}, 600_000);

test("notes begin on the page that refers to them, in their order", () => {
  expect(everything().flatMap(({ document }) => document.notes).length).toBeGreaterThan(50);
  expect(faultsIn(everything(), misplacedNotes)).toEqual([]);
});

test("text and notes of a column keep clear of each other and within the page", () => {
  expect(faultsIn(everything(), crowdedNotes)).toEqual([]);
});

test("a table has its head wherever it goes on, and readers for the blind hear it once", () => {
  expect(everything().flatMap(({ document }) => tablesOf(document)).length).toBeGreaterThan(100);
  expect(faultsIn(everything(), headlessParts)).toEqual([]);
});

test("rows stay whole where a page can hold them", () => {
  expect(everything().flatMap(({ document }) => tablesOf(document)).length).toBeGreaterThan(100);
  expect(faultsIn(everything(), partedRows)).toEqual([]);
});

test("cells have room for their text, and tables for their columns", () => {
  expect(faultsIn(everything(), overfullCells)).toEqual([]);
  const widths = everything().flatMap(widthsOfTables);
  expect(widths.length).toBeGreaterThan(100);
  expect(widths.filter((share) => share > 1.0001)).toEqual([]);
});

test("figures stand no more than a page after their text, and never before their section", () => {
  expect(faultsIn(everything(), strayFigures)).toEqual([]);
});

test("feet and contents say the pages that there are", () => {
  expect(faultsIn(everything(), wrongNumbers)).toEqual([]);
});

test("nothing on a slide runs into its foot without a word", () => {
  expect(faultsIn(slides(), overfullSlides)).toEqual([]);
});
