import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { FontFace } from "../../src/layout/text/index.ts";
import { openFace, openShaper } from "../../src/layout/text/index.ts";
import { openSfnt } from "../../src/layout/text/sfnt.ts";
import { outlinesOf } from "../../src/layout/text/subset.ts";
import { fc, runs } from "../support/property.ts";
import { face, fontBytes, shaper } from "./setting.ts";

const keys = [
  "source-sans-3/400",
  "source-sans-3/700-italic",
  "source-serif-4/400",
  "arimo/400",
  "source-code-pro/400",
];
const latin = { language: "en", script: "Latn", rightToLeft: false };

test("the measures of a face are those that its tables state", () => {
  const sans = face("source-sans-3/400");
  expect(sans).toMatchObject({
    postscriptName: "SourceSans3-Regular",
    unitsPerEm: 1000,
    ascent: 1024,
    descent: -400,
    capHeight: 660,
    xHeight: 486,
    weight: 400,
    serif: false,
    fixedPitch: false,
    italicAngle: 0,
  });
  expect(face("source-sans-3/700-italic")).toMatchObject({ weight: 700, italicAngle: -11 });
  expect(face("source-serif-4/400").serif).toBe(true);
  expect(face("source-code-pro/400").fixedPitch).toBe(true);
});

test("characters and advances read from the tables are those that HarfBuzz finds", () => {
  for (const key of keys) {
    const font = face(key);
    for (let code = 0x21; code < 0x250; code++) {
      const glyph = font.glyph(code);
      if (glyph === 0 || code === 0xad || (code >= 0x7f && code <= 0xa0)) continue;
      const shaped = font.shape(String.fromCharCode(code), latin);
      expect(shaped.glyphs[0], `${key} U+${code.toString(16)}`).toBe(glyph);
      expect(shaped.advances[0]).toBe(font.advance(glyph));
    }
    expect(font.glyph(0x10ffff)).toBe(0);
  }
});

test("each glyph stands for the same text in every document", () => {
  const read = (font: FontFace, text: string, features = {}): string =>
    [...font.shape(text, { ...latin, features }).glyphs]
      .map((glyph) => font.textOf(glyph))
      .join("");
  for (const key of keys) {
    const text = "office, fjord & waffle – “Été” 2012 (DND/CF’s) fi ffl Th";
    expect(read(face(key), text), key).toBe(text);
    expect(read(face(key), "0123456789", { tnum: 1, lnum: 1 }), key).toBe("0123456789");
  }
  const sans = face("source-sans-3/400");
  expect(sans.textOf(sans.glyph(0xa0))).toBe(" ");
  expect(sans.textOf(sans.glyph(0x2d))).toBe("-");
  expect(sans.textOf(0)).toBe("");
});

test("a subset keeps ids, advances and outlines, and the parts of composed glyphs", () => {
  for (const key of keys) {
    const font = face(key);
    const glyphs = [...font.shape("Québec àéîõü ½ Ÿ (DND/CF)", latin).glyphs];
    const bytes = font.subset(glyphs);
    const again = openFace(bytes, shaper, key);
    const before = openSfnt(sourceOf(key), key);
    const after = openSfnt(bytes, key);
    const outlines = [outlinesOf(before), outlinesOf(after)] as const;
    for (const glyph of glyphs) {
      expect(again.advance(glyph)).toBe(font.advance(glyph));
      const [from, to] = outlines.map((table, i) => {
        const file = i === 0 ? before : after;
        const start = table.start(glyph);
        return [...file.bytes.subarray(start, start + table.length(glyph))];
      });
      expect(to?.slice(0, from?.length)).toEqual(from);
    }
    for (const part of componentsIn(after)) {
      expect(outlines[1].length(part), `${key}: component ${part}`).toBeGreaterThan(0);
    }
    expect(wordSum(bytes)).toBe(0xb1b0afba);
    expect(bytes.byteLength).toBeLessThan(before.bytes.byteLength / 5);
    expect(hex(font.subset([...glyphs].reverse()))).toBe(hex(bytes));
  }
});

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16)).join(" ");

function sourceOf(key: string): Uint8Array {
  const [family = "", style = ""] = key.split("/");
  return fontBytes(family, Number.parseInt(style, 10), style.endsWith("italic"));
}

/** First component of each composed glyph. */
function componentsIn(file: ReturnType<typeof openSfnt>): number[] {
  const outlines = outlinesOf(file);
  const found: number[] = [];
  for (let glyph = 0; glyph < outlines.count; glyph++) {
    const start = outlines.start(glyph);
    if (outlines.length(glyph) > 0 && file.view.getInt16(start) < 0) {
      found.push(file.view.getUint16(start + 12));
    }
  }
  return found;
}

function wordSum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at < bytes.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

test.each([
  ["OTTO", "has PostScript outlines"],
  ["wOFF", "is a compressed web font"],
  ["wOF2", "is a compressed web font"],
  ["ttcf", "is a collection of fonts"],
  ["%PDF", "is not a TrueType font"],
])("a file that begins with %s is refused by name", (magic, why) => {
  const bytes = new TextEncoder().encode(`${magic}${"\0".repeat(40)}`);
  expect(() => openFace(bytes, shaper, "brand/logo.otf")).toThrow(`"brand/logo.otf" ${why}`);
});

test("a broken font is refused or used, and nothing crashes", () => {
  const whole = fontBytes("source-code-pro");
  const used = { opened: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }),
      fc.option(fc.nat(whole.byteLength), { freq: 4 }),
      fc.boolean(),
      (changes, length, early) => {
        const bytes = Uint8Array.from(whole.subarray(0, length ?? whole.byteLength));
        for (const [at, value] of changes) {
          bytes[at % Math.max(1, early ? 400 : bytes.byteLength)] = value;
        }
        let font: FontFace;
        try {
          font = openFace(bytes, shaper, "broken.ttf");
        } catch (error) {
          used.refused++;
          expect((error as Error).message).toContain('"broken.ttf"');
          return;
        }
        used.opened++;
        const shaped = font.shape("Défense 2+2", latin);
        expect(shaped.count).toBeGreaterThan(0);
        for (const glyph of shaped.glyphs) {
          expect(font.advance(glyph)).toBeGreaterThanOrEqual(0);
          expect(typeof font.textOf(glyph)).toBe("string");
        }
        expect(font.subset(shaped.glyphs).byteLength).toBeGreaterThan(100);
      },
    ),
    { numRuns: runs(150) },
  );
  expect(used.opened).toBeGreaterThan(10);
  expect(used.refused).toBeGreaterThan(10);
});

test("the shaper is not started before a text is shaped", () => {
  let asked = 0;
  const lazy = openShaper(() => {
    asked++;
    return readFileSync(
      new URL("../../node_modules/harfbuzzjs/dist/harfbuzz.wasm", import.meta.url),
    );
  });
  const font = openFace(fontBytes("arimo"), lazy, "arimo");
  expect(font.advance(font.glyph(0x41))).toBeGreaterThan(0);
  font.subset([font.glyph(0x41)]);
  expect(asked).toBe(0);
  font.shape("A", latin);
  font.shape("B", latin);
  expect(asked).toBe(1);
});
