import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { ShapedText, ShapeOptions } from "../../src/layout/text/font-face.ts";
import type { FontFace } from "../../src/layout/text/index.ts";
import { openFace, openShaper } from "../../src/layout/text/index.ts";
import type { PairTable, ShapeByPairs } from "../../src/layout/text/pair-tables/index.ts";
import {
  measurePairs,
  readPairTable,
  shapeByPairs,
  textByPairs,
  writePairTable,
} from "../../src/layout/text/pair-tables/index.ts";
import { fc, runs } from "../support/property.ts";
import { face, fontBytes, shaper } from "./setting.ts";

const styles = {
  "source-sans-3": ["400", "400-italic", "600", "600-italic", "700", "700-italic"],
  "source-serif-4": ["400", "400-italic", "600", "700", "700-italic"],
  arimo: ["400", "400-italic", "700", "700-italic"],
  "source-code-pro": ["400", "400-italic", "700"],
};
const keys = Object.entries(styles).flatMap(([family, list]) =>
  list.map((style) => `${family}/${style}`),
);
const languages = ["en-CA", "fr-CA", "en", "fr", "de", "es", "it-IT", "pt"];
const features = [undefined, { tnum: 1 }, { liga: 0, calt: 0 }];
const samples = ["data/canada-japan.md", "docs/writing.md", "test/fixtures/text/canada-japan.txt"];
const words = [
  ...new Set(
    samples.flatMap((path) =>
      readFileSync(new URL(`../../${path}`, import.meta.url), "utf8").split(/(?<=[ -])|\s+/u),
    ),
  ),
];
const french = "L’œuvre, où l’été s’achève : « 12 500 $ » — ÎLE-DU-PRINCE-ÉDOUARD ; ça coûte 3 % Œ";

function optionsOf(language: string, chosen: (typeof features)[number]): ShapeOptions {
  const plain = { language, script: "Latn", rightToLeft: false };
  return chosen === undefined ? plain : { ...plain, features: chosen };
}

function told({ glyphs, advances, shiftX, shiftY, clusters }: ShapedText): string {
  const shifts = [shiftX, shiftY].map((list) => list ?? new Float32Array(glyphs.length));
  return [glyphs, advances, ...shifts, clusters].map((list) => list.join(" ")).join(" | ");
}

describe.each(keys)("in %s", (key) => {
  let font: FontFace;
  let byPairs: ShapeByPairs;
  let table: PairTable;

  beforeAll(() => {
    font = face(key);
    table = measurePairs(font);
    byPairs = shapeByPairs(table, font.advance);
  });

  /** The number of texts that the table decides, each of which must be as HarfBuzz has it. */
  function decided(texts: readonly string[], options: ShapeOptions): number {
    let count = 0;
    for (const text of texts) {
      const shaped = byPairs(text, options);
      if (shaped === undefined) continue;
      count++;
      const wanted = told(font.shape(text, options));
      if (told(shaped) !== wanted)
        expect(`${text}: ${told(shaped)}`, JSON.stringify(options)).toBe(`${text}: ${wanted}`);
    }
    return count;
  }

  test("words are shaped as HarfBuzz shapes them, and hardly any is left to it", () => {
    for (const chosen of features) {
      const options = optionsOf("en-CA", chosen);
      expect(decided(words, options)).toBeGreaterThan(words.length * 0.98);
    }
    const texts = french.split(/(?<=\s)/u);
    expect(decided(texts, optionsOf("fr-CA", undefined))).toBe(texts.length);
  });

  test("glyphs stand for the same text by the table and by the font", () => {
    const textOf = textByPairs(table);
    const known = [...table.glyphs].filter((glyph) => textOf(glyph) !== undefined);
    expect(known.length).toBeGreaterThanOrEqual(table.codes.length);
    const differing = known.filter((glyph) => textOf(glyph) !== font.textOf(glyph));
    expect(differing.map((glyph) => [glyph, textOf(glyph), font.textOf(glyph)])).toEqual([]);
  });

  test("any text of these characters is shaped as HarfBuzz shapes it, in every language that is taken", () => {
    const letters = [..."fffiijltbhkTAVWYPLo.,-’“”—0123456789 ïîĳ½/"];
    const character = fc.oneof(
      fc.constantFrom(...letters),
      fc.constantFrom(...table.codes).map((code) => String.fromCharCode(code)),
    );
    const text = fc.array(character, { minLength: 1, maxLength: 12 }).map((list) => list.join(""));
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 20, maxLength: 20 }),
        fc.constantFrom(...languages),
        fc.constantFrom(...features),
        (texts, language, chosen) => {
          expect(decided(texts, optionsOf(language, chosen))).toBeGreaterThan(0);
        },
      ),
      { numRuns: runs(150) },
    );
  });
});

test("a table is read back as it was written, for its own font alone", () => {
  const font = fontBytes("source-serif-4");
  const table = measurePairs(face("source-serif-4/400"));
  const file = writePairTable(table, font);
  expect(readPairTable(file, font)).toEqual(table);
  // As small files come from Node: a stretch of a larger memory, whose `slice` does not copy.
  const pool = new Uint8Array(file.length + 16);
  for (const at of [1, 6]) {
    pool.set(file, at);
    const part = pool.subarray(at, at + file.length);
    part.slice = part.subarray;
    expect(readPairTable(part, font)).toEqual(table);
  }
  expect(readPairTable(file, fontBytes("arimo"))).toBeUndefined();
  expect(readPairTable(new Uint8Array(0), font)).toBeUndefined();
  expect(readPairTable(file.subarray(0, file.length - 2), font)).toBeUndefined();
});

test("HarfBuzz is not loaded for Latin text, and is for what a table does not decide", () => {
  const bytes = fontBytes("source-sans-3");
  const pairs = writePairTable(measurePairs(face("source-sans-3/400")), bytes);
  let asked = 0;
  const lazy = openShaper(() => {
    asked++;
    return readFileSync(
      new URL("../../node_modules/harfbuzzjs/dist/harfbuzz.wasm", import.meta.url),
    );
  });
  const font = openFace(bytes, lazy, "source-sans-3", pairs);
  const options = optionsOf("en-CA", undefined);
  expect(font.shape("Office", options).count).toBe(5);
  expect(asked).toBe(0);
  const greek = told(font.shape("Άλφα", { ...options, script: "Grek" }));
  expect(greek).toBe(told(openFace(bytes, shaper).shape("Άλφα", { ...options, script: "Grek" })));
  expect(asked).toBe(1);
  // Turkish has an i of its own.
  expect(font.shape("fil", optionsOf("tr", undefined)).count).toBe(3);
});
