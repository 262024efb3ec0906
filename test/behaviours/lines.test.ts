import { beforeAll, expect, test } from "vitest";
import { oracle } from "../text/hyphen-oracle.ts";
import type { Laid } from "./corpus.ts";
import { corpus, faultsIn, printed, randoms } from "./corpus.ts";
import {
  contrasts,
  fragments,
  ladders,
  lastLines,
  misplacedSigns,
  partedFrench,
  partedWords,
  spacesIn,
  unevenEdges,
} from "./lines.ts";

// Lines, in every product that is shipped and with every construct.

const everything = (): readonly Laid[] => [...corpus(), ...randoms()];
const inPrint = (): readonly Laid[] => [...corpus(printed), ...randoms(printed)];
const inColumns = (): readonly Laid[] => inPrint().filter(({ name }) => name.includes("fact"));
const inFull = (): readonly Laid[] => inPrint().filter(({ name }) => name.includes("report"));

// Laid out once for all tests of the file.
beforeAll(() => {
  everything();
}, 600_000);

test("no more hyphens follow each other than the theme allows", () => {
  expect(faultsIn(everything(), ladders)).toEqual([]);
  expect(inPrint().flatMap(partedWords).length).toBeGreaterThan(500);
});

// Where a line of a column has few words, a space of twice the font's own is better than a hyphen in a name.
test.each([
  ["narrow columns", inColumns, 0.05, 0.01],
  ["full lines", inFull, 0.02, 0.005],
])("word spaces in %s are seldom wide and never narrow", (_, all, wide, holes) => {
  const spaces = all().flatMap((laid) => {
    const least = laid.theme.breaks.wordSpace.shrink;
    return spacesIn(laid).map(({ space, row }) => ({ space, text: row.text, least }));
  });
  expect(spaces.length).toBeGreaterThan(2000);
  expect(spaces.filter(({ space, least }) => space < least - 0.02)).toEqual([]);
  expect(spaces.filter(({ space }) => space > 2.2)).toEqual([]);
  expect(spaces.filter(({ space }) => space > 1.6).length / spaces.length).toBeLessThan(wide);
  expect(spaces.filter(({ space }) => space > 1.9).length / spaces.length).toBeLessThan(holes);
});

test.each([
  ["narrow columns", inColumns],
  ["full lines", inFull],
])(
  "of neighbouring lines in %s one in twenty differs by more than a class of tightness at most",
  (_, all) => {
    const found = all().map(contrasts);
    const pairs = found.reduce((sum, each) => sum + each.pairs, 0);
    const apart = found.reduce((sum, each) => sum + each.apart, 0);
    expect(pairs).toBeGreaterThan(2000);
    expect(apart / pairs).toBeLessThanOrEqual(0.05);
  },
);

test("last lines are five em long but for one in a hundred, and none is the end of a word", () => {
  expect(faultsIn(everything(), fragments)).toEqual([]);
  const found = inPrint().map(lastLines);
  const count = found.reduce((sum, each) => sum + each.count, 0);
  expect(count).toBeGreaterThan(700);
  expect(found.flatMap(({ short }) => short).length / count).toBeLessThan(0.01);
});

test("justified lines that end with a letter end at one edge", () => {
  expect(faultsIn(inPrint(), unevenEdges)).toEqual([]);
});

test("no line begins with a closing sign or ends with an opening one", () => {
  expect(faultsIn(everything(), misplacedSigns)).toEqual([]);
});

test("French keeps signs, numbers and names together", () => {
  const french = everything().filter(({ document }) => document.language.startsWith("fr"));
  expect(french.length).toBeGreaterThan(8);
  expect(faultsIn(french, partedFrench)).toEqual([]);
});

test.each([
  ["en", "en-us"],
  ["fr", "fr"],
])(
  "hyphens in %s stand where TeX's patterns allow them, two letters before and three after",
  async (language, patterns) => {
    const allowed = await oracle(patterns);
    const words = inPrint()
      .filter(({ document }) => document.language.startsWith(language))
      .flatMap(partedWords)
      // A hyphen of the author's own, and a word with a sign within it, are not asked of patterns.
      .filter(({ before, after }) => before !== "" && after !== "");
    expect(words.length).toBeGreaterThan(50);
    const faults = words.filter(({ before, after, whole }) => {
      if (before.length < 2 || after.length < 3) return true;
      if (/[/@]|www\./.test(whole) || before + after === (before + after).toUpperCase())
        return true;
      return !placesIn(allowed((before + after).toLowerCase())).includes(before.length);
    });
    expect(faults).toEqual([]);
  },
);

/** After how many letters hyphens of the oracle's stand. */
function placesIn(hyphenated: string): readonly number[] {
  let letters = 0;
  return hyphenated.split("•").map((part) => {
    letters += part.length;
    return letters;
  });
}
