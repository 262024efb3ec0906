import { expect, test } from "vitest";
import { fc, runs } from "../support/property.ts";
import { bodyStyle, face, justified, seedText, set, textOf } from "./setting.ts";

// Five em at least stand on the last line of a running text, wherever words can be set so without holes.

const size = 10;
const shortest = 5 * size;

const words = seedText()
  .split(/\s+/)
  .filter((word) => /^[a-z]{2,}[,.]?$/.test(word));

const paragraphs = fc.record({
  words: fc.array(fc.constantFrom(...words), { minLength: 12, maxLength: 70 }),
  width: fc.integer({ min: 230, max: 360 }),
});

type Measured = { readonly width: number; readonly letters: number };

function measuring(font: string): (word: string) => Measured {
  const shaping = { language: "en-CA", script: "Latn", rightToLeft: false };
  const { shape, unitsPerEm } = face(font);
  const known = new Map<string, Measured>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const { advances } = shape(word, shaping);
    const width = (advances.reduce((sum, each) => sum + each, 0) * size) / unitsPerEm;
    const made = { width, letters: advances.length };
    known.set(word, made);
    return made;
  };
}

type IsFine = (width: number, spaces: number, letters: number) => boolean;

/** Words with which the next line may begin when one begins with `from`; the last word ends no line here. */
function nextStarts(list: readonly Measured[], from: number, space: number, isFine: IsFine) {
  const found: number[] = [];
  let width = -space;
  let letters = 0;
  for (let to = from; to < list.length - 1; to += 1) {
    width += space + (list[to]?.width ?? 0);
    letters += 1 + (list[to]?.letters ?? 0);
    if (isFine(width, to - from, letters)) found.push(to + 1);
  }
  return found;
}

const widthOf = (list: readonly Measured[], space: number): number =>
  list.reduce((sum, { width }) => sum + width + space, -space);

/** Whether lines of whole words exist, as many as `most`, that `isFine` accepts and of which the last is long enough. */
function hasLongEnd(list: readonly Measured[], most: number, space: number, isFine: IsFine) {
  const wanted = Math.max(shortest, widthOf(list.slice(-2), space)) + 0.5;
  let starts = [0];
  for (let line = 1; line < most; line += 1) {
    starts = [...new Set(starts.flatMap((from) => nextStarts(list, from, space, isFine)))];
    const ends = starts.map((from) => widthOf(list.slice(from), space));
    if (ends.some((width) => width >= wanted && width < 220)) return true;
  }
  return false;
}

function check(kind: "justified" | "ragged"): void {
  const isJustified = kind === "justified";
  const measure = measuring(isJustified ? "source-serif-4/400" : "source-sans-3/400");
  const space = measure(" ").width;
  let saved = 0;
  fc.assert(
    fc.property(paragraphs, ({ words: list, width }) => {
      const style = isJustified ? { ...justified, size } : { ...bodyStyle, size };
      const { lines } = set(list.join(" "), { width, style });
      const last = lines.at(-1);
      if (lines.length < 2 || last === undefined) return;
      const measured = list.map(measure);
      const isFine: IsFine = (natural, spaces, letters) => {
        const missing = width - natural;
        if (!isJustified) return missing >= 0.5 && missing < width * 0.18 * 1.45;
        const letterGive = natural * 0.02 + letters * 0.008 * size;
        const give = letterGive + spaces * space * (missing > 0 ? 0.5 : 0.33);
        return missing > -give * 0.8 && missing < give * 1.25;
      };
      if (!hasLongEnd(measured, lines.length, space, isFine)) return;
      const natural = widthOf(textOf(last).trim().split(" ").map(measure), space);
      saved += 1;
      expect(natural, lines.map(textOf).join("\n")).toBeGreaterThanOrEqual(shortest - 0.5);
    }),
    { numRuns: runs(400) },
  );
  expect(saved).toBeGreaterThan(120);
}

test("a justified text ends with five em", () => check("justified"));
test("a ragged text ends with five em", () => check("ragged"));

test("an unjustified column that is narrow, a cell or a card, may end with two short words", () => {
  const { lines } = set("It is the only one of all of the columns that we have to do so", {
    width: 120,
  });
  expect(lines.at(-1)?.words).toBeGreaterThanOrEqual(2);
});
