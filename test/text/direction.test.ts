import { createRequire } from "node:module";
import { expect, test } from "vitest";
import type { GlyphRun } from "../../src/layout/index.ts";
import type { Line } from "../../src/layout/text/index.ts";
import { directionOfLanguage } from "../../src/layout/text/index.ts";
import { fc, runs } from "../support/property.ts";
import { bodyStyle, face, justified, rightEdge, set, textOf } from "./setting.ts";

type Bidi = {
  readonly getEmbeddingLevels: (text: string, direction: string) => object;
  readonly getReorderedString: (text: string, levels: object) => string;
};
const bidi = (createRequire(import.meta.url)("bidi-js") as () => Bidi)();

const runsOf = (line: Line | undefined): readonly GlyphRun[] =>
  (line?.items ?? []).filter((item): item is GlyphRun => item.kind === "glyphs");

/** What stands on the line, from the left. */
const shown = (line: Line | undefined): string =>
  [...runsOf(line)]
    .sort((a, b) => a.x - b.x)
    .map(({ text, turned }) => (turned ? [...text].reverse().join("") : text))
    .join("");

const mirrors: Readonly<Record<string, string>> = { "(": ")", ")": "(" };
const unmirrored = (text: string): string => text.replace(/[()]/g, (sign) => mirrors[sign] ?? "");
const bare = (text: string): string => unmirrored(text).replace(/[\s()]/g, "");

test("words of both directions stand in the order that Unicode gives them", () => {
  const word = fc.constantFrom(
    ..."שלום עולם مرحبا بالعالم peace Canada 2010 1,200 (NATO) (שלום) - 25 % , .".split(" "),
  );
  const texts = fc.array(word, { minLength: 1, maxLength: 14 }).map((list) => list.join(" "));
  const languages = fc.constantFrom("en-CA", "he", "ar");
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const { lines } = set(text, { width: 2000 }, { language });
      const first = /\p{L}/u.exec(text)?.[0] ?? "";
      const rightToLeft = language !== "en-CA" || /[\u0590-\u06FF]/u.test(first);
      const levels = bidi.getEmbeddingLevels(text, rightToLeft ? "rtl" : "ltr");
      expect(bare(shown(lines[0]))).toBe(bare(bidi.getReorderedString(text, levels)));
      expect(textOf(lines[0] as Line)).toBe(text);
    }),
    { numRuns: runs(300) },
  );
});

test("a Hebrew paragraph begins at the right, line by line, and nothing stands on anything", () => {
  const text = "קנדה ויפן פועלות יחד למען שלום (DND) וסיוע בשנת 2010 ובאוקיינוס השקט. ".repeat(4);
  for (const style of [bodyStyle, { ...justified, hyphenate: false }]) {
    const { lines } = set(text.trim(), { width: 180, style });
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(rightEdge(line)).toBeCloseTo(180, 1);
      // The blank that a line ends in takes no room.
      const runs = runsOf(line)
        .filter(({ width }) => width > 0.01)
        .sort((a, b) => a.x - b.x);
      for (const [index, run] of runs.entries()) {
        const before = runs[index - 1];
        if (before !== undefined) expect(run.x).toBeGreaterThan(before.x + before.width - 0.01);
      }
    }
    expect(lines.map(textOf).join("")).toBe(text.trim());
  }
});

test("a Hebrew word in an English line leaves the line at the left", () => {
  const { lines } = set("The greeting שלום עולם means peace.", { width: 400 });
  expect(shown(lines[0])).toBe("The greeting םלוע םולש means peace.");
  expect(runsOf(lines[0])[0]?.x).toBe(0);
});

test("brackets in text from right to left open to the left", () => {
  const { lines } = set("שלום (עולם)", { width: 400 });
  const hebrew = face("noto-sans-hebrew/400");
  const glyphs = runsOf(lines[0]).flatMap((run) => [...run.glyphs].map(hebrew.textOf));
  expect(glyphs.filter((glyph) => /[()]/.test(glyph))).toEqual(["(", ")"]);
});

test("Arabic letters join, and lam with alef is one glyph", () => {
  const { lines } = set("سلام", { width: 400 });
  const [run] = runsOf(lines[0]);
  expect(run?.glyphs).toHaveLength(3);
  expect(run?.text).toBe("سلام");
  const alone = face("vazirmatn/400").glyph(0x0633);
  expect([...(run?.glyphs ?? [])]).not.toContain(alone);
});

test("points and vowels stay with their letters, wherever the run begins", () => {
  const { lines } = set("שָׁלוֹם נִקּוּד", { width: 400 });
  const font = face("noto-sans-hebrew/400");
  for (const run of runsOf(lines[0])) {
    let x = run.x;
    run.glyphs.forEach((glyph, i) => {
      const advance = (font.advance(glyph) * 1000) / font.unitsPerEm + (run.adjust?.[i] ?? 0);
      expect(x).toBeGreaterThan(run.x - 0.01);
      x += (advance * run.size) / 1000;
    });
    expect(x).toBeCloseTo(run.x + run.width, 2);
  }
});

test("code runs from left to right in any language", () => {
  const style = { ...bodyStyle, font: "code" };
  const { lines } = set("f(a) + 1;", { width: 400, style }, { language: "ar" });
  expect(shown(lines[0])).toBe("f(a) + 1;");
});

test("languages have the direction of their script", () => {
  expect(["ar", "he-IL", "fa", "ur-PK", "az-Arab"].map(directionOfLanguage)).toEqual(
    Array.from({ length: 5 }, () => "rtl"),
  );
  expect(["en", "ja", "ku-Latn", "ur-Latn"].map(directionOfLanguage)).toEqual(
    Array.from({ length: 4 }, () => "ltr"),
  );
});
