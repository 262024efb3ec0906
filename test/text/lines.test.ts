import { expect, test } from "vitest";
import type { GlyphRun } from "../../src/layout/index.ts";
import type { Line } from "../../src/layout/text/index.ts";
import { fc, runs } from "../support/property.ts";
import { bodyStyle, face, justified, rightEdge, seedText, set, textOf } from "./setting.ts";

/** As a reader compares texts: spaces alike and folded, soft hyphens and what prints nothing gone. */
function normalised(text: string): string {
  return text
    .replace(/\u00AD/g, "")
    .replace(/[\s\u0085\u00A0\u2028\u202F]+/g, " ")
    .trim();
}

const joined = (lines: readonly Line[]): string => lines.map(textOf).join("");

const glyphRuns = (lines: readonly Line[]): GlyphRun[] =>
  lines.flatMap((line) => line.items.filter((item) => item.kind === "glyphs"));

const words = fc.oneof(
  fc.constantFrom(...seedText().split(/\s+/)),
  fc.constantFrom(
    "«\u00A0oui\u00A0»",
    "25\u202F%",
    "co\u00ADoper\u00ADation",
    "https://www.example.org/a/very-long/path/that/goes/on/and/on.html",
    "Straße",
    "office/affluent",
    "x".repeat(60),
    "日本語の文章です。",
    "café",
    "👩‍👩‍👧",
    "𝔘",
    "שלום",
    "a\u200Bb",
    "a\u2060b",
    "\u0001",
    "\uD800",
    "\t",
    "fi\u200Dfl",
    "☃\u2028!",
    "one\u2028\u2028two",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const texts = fc
  .array(words, { maxLength: 60 })
  .map((list) => list.join(" ").replace(/[\uD800-\uDFFF]/g, (unit) => unit));
const styles = fc.record({
  align: fc.constantFrom("left" as const, "justify" as const, "right" as const, "centre" as const),
  balanced: fc.boolean(),
  hyphenate: fc.boolean(),
  capitals: fc.boolean(),
  font: fc.constantFrom("sans", "serif", "note", "code"),
  tracking: fc.constantFrom(0, 0.04),
});

test("no character is lost, and no line is wider than its width, whatever the text", () => {
  fc.assert(
    fc.property(texts, styles, fc.integer({ min: 60, max: 400 }), (text, change, width) => {
      const style = { ...bodyStyle, ...change };
      const { lines } = set(text, { width, style });
      // An unpaired half of a character is printed as U+FFFD.
      const wanted = normalised(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
      expect(normalised(joined(lines))).toBe(wanted);
      for (const line of lines) {
        expect(line.width).toBeLessThanOrEqual(width + 0.001);
        if (style.align === "justify") continue;
        expect(rightEdge(line)).toBeLessThanOrEqual(width + 0.001);
      }
    }),
    { numRuns: runs(600) },
  );
});

test("runs follow each other without a gap, and are as wide as their glyphs", () => {
  for (const style of [
    bodyStyle,
    { ...justified, tracking: 0.01 },
    { ...bodyStyle, font: "note" },
  ]) {
    const { lines } = set(seedText().replaceAll("\n", " "), { width: 180, style });
    for (const line of lines) {
      let x: number | undefined;
      for (const run of glyphRuns([line])) {
        if (x !== undefined) expect(run.x).toBeCloseTo(x, 6);
        expect(paintedWidth(run)).toBeCloseTo(run.width, 2);
        x = run.x + run.width;
      }
    }
  }
});

/** Where the pen stands after a run: its glyphs scaled, the spaces added. */
function paintedWidth(run: GlyphRun): number {
  const font = face(run.face);
  let width = 0;
  run.glyphs.forEach((glyph, i) => {
    const advance = (font.advance(glyph) * 1000) / font.unitsPerEm + (run.adjust?.[i] ?? 0);
    width += (advance * run.size * run.expansion) / 1000 + run.tracking;
    if (glyph === font.glyph(0x20)) width += run.wordSpace;
  });
  return width;
}

test("justified lines end at the edge, and spaces stay within what the theme allows", () => {
  const { lines } = set(seedText().replaceAll("\n", " "), { width: 200, style: justified });
  const space = 10 * 0.237;
  lines.forEach((line, i) => {
    if (i === lines.length - 1) return;
    expect(line.width).toBeCloseTo(200, 3);
    const beyond = rightEdge(line) - 200;
    expect(beyond).toBeGreaterThanOrEqual(-0.001);
    expect(beyond).toBeLessThan(4);
    for (const run of glyphRuns([line])) {
      expect(run.expansion).toBeGreaterThanOrEqual(0.98 - 1e-9);
      expect(run.expansion).toBeLessThanOrEqual(1.02 + 1e-9);
      expect(Math.abs(run.tracking)).toBeLessThanOrEqual(0.08 + 1e-9);
      expect(run.wordSpace).toBeGreaterThanOrEqual(-space / 3 - 0.01);
      expect(run.wordSpace).toBeLessThanOrEqual(space * 1.1);
    }
  });
});

test("ragged text takes no more lines than first fit and ends with two words", () => {
  for (const paragraph of seedText()
    .split("\n")
    .filter((line) => line.length > 300)) {
    const { lines } = set(paragraph, { width: 260 });
    expect(lines.length).toBeLessThanOrEqual(firstFit(paragraph, 260));
    expect(lines.at(-1)?.words).toBeGreaterThanOrEqual(2);
    expect(lines.every((line) => line.end !== "hyphen")).toBe(true);
  }
});

/** Lines of first fit, word by word. */
function firstFit(text: string, width: number): number {
  const font = face("source-sans-3/400");
  const measure = (part: string): number => {
    const shaped = font.shape(part, { language: "en-CA", script: "Latn", rightToLeft: false });
    return (shaped.advances.reduce((sum, advance) => sum + advance, 0) * 10) / font.unitsPerEm;
  };
  let lines = 1;
  let line = "";
  for (const word of text.split(/(?<=[ —])|(?<=\p{L}-)/u)) {
    if (line !== "" && measure((line + word).trimEnd()) > width) {
      lines++;
      line = "";
    }
    line += word;
  }
  return lines;
}

test("a title in two lines is even", () => {
  const style = { ...bodyStyle, balanced: true, size: 20, leading: 24 };
  const title = "The Canada–Japan Defence Cooperation Fact Sheet";
  const { lines } = set(title, { width: 320, style });
  expect(lines).toHaveLength(2);
  const [first, second] = lines.map((line) => line.width);
  expect(Math.abs((first ?? 0) - (second ?? 0))).toBeLessThan(90);
});

test("a long address breaks after a slash or hyphen only, and has no added hyphen", () => {
  const address = "https://www.example.org/programs/defence-cooperation/joint-declaration/2010";
  const { lines } = set(`See ${address} for more.`, { width: 150, style: justified });
  expect(joined(lines)).toContain(address);
  for (const line of lines.slice(0, -1)) expect(textOf(line)).toMatch(/[ /-]$/);
});

test("a soft hyphen is a hyphen where a line ends and nothing elsewhere", () => {
  const text = "inter\u00ADoperability";
  expect(set(text, { width: 200 }).lines.map(textOf)).toEqual(["interoperability"]);
  const broken = set(`${"word ".repeat(5)}${text}`, { width: 140 }).lines;
  expect(broken[0]?.end).toBe("hyphen");
  expect(textOf(broken[0] ?? (broken[1] as Line))).toMatch(/inter\u00AD$/);
  const [run] = glyphRuns([broken[0] as Line]).slice(-1);
  expect(run?.glyphs.at(-1)).toBe(face("source-sans-3/400").glyph(0x2d));
});

test("French spaces hold, stretch with the others and are read as written", () => {
  const text =
    "«\u00A0Le Canada\u00A0» et le Japon\u202F: 12\u00A0000\u00A0$ pour 25\u202F% des cas\u202F!";
  for (let width = 60; width < 200; width += 10) {
    const { lines } = set(
      text,
      { width, style: { ...justified, hyphenate: false } },
      { language: "fr-CA" },
    );
    expect(normalised(joined(lines))).toBe(normalised(text));
    expect(joined(lines).replace(/ /g, "")).toBe(text.replace(/ /g, ""));
    for (const line of lines) expect(textOf(line)).not.toMatch(/^[»:!%$0]/);
  }
});

test("a missing character is framed with its code, read as itself and told once", () => {
  const { lines, diagnostics } = set("sign ꀕ and ꀕ\uFE0F again", { width: 300 });
  expect(joined(lines)).toBe("sign ꀕ and ꀕ\uFE0F again");
  const frames = lines[0]?.items.filter((item) => item.kind === "outline");
  expect(frames?.map((item) => item.kind === "outline" && item.actualText)).toEqual([
    "ꀕ",
    "ꀕ\uFE0F",
  ]);
  const digits = glyphRuns(lines).filter((run) => "artifact" in run.tag);
  expect(digits.map((run) => run.text)).toEqual(["A0", "15", "A0", "15"]);
  expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    "warning font-has-character",
  ]);
  expect(diagnostics[0]?.message).toContain('"ꀕ" (U+A015)');
});

test("a character that the face lacks is set in a fallback face", () => {
  const lacking = "ﬄ";
  const { lines, diagnostics } = set("Ω א Ж", { width: 300 }, { language: "en-CA" });
  expect(lacking).toHaveLength(1);
  const faces = new Set(glyphRuns(lines).map((run) => run.face));
  expect(faces).toContain("noto-sans-hebrew/400");
  expect(diagnostics).toEqual([]);
});

test("capitals are drawn, the text stays as it was written", () => {
  const { lines } = set("Unclassified / Non classifié", {
    width: 300,
    style: { ...bodyStyle, capitals: true },
  });
  const [run] = glyphRuns(lines);
  const font = face("source-sans-3/400");
  expect(run?.text).toBe("Unclassified / Non classifié");
  expect([...(run?.glyphs ?? [])].map(font.textOf).join("")).toBe("UNCLASSIFIED / NON CLASSIFIÉ");
});

test("the same text gives the same lines, whatever was set before", () => {
  const one = set(seedText(), { width: 240, style: justified }).lines;
  set("Quite another text, with Canada and Japan in it.", { width: 99, style: justified });
  const other = set(seedText(), { width: 240, style: justified }).lines;
  expect(other).toEqual(one);
});

test("lines may differ in width, and the first may be indented", () => {
  const text = seedText().slice(0, 600);
  const { lines } = set(text, { width: (line) => (line < 3 ? 120 : 240), firstLine: 20 });
  expect(lines[0]?.items[0]).toMatchObject({ x: 20 });
  lines.forEach((line, i) => {
    expect(rightEdge(line)).toBeLessThanOrEqual(i < 3 ? 120.001 : 240.001);
  });
  expect(rightEdge(lines[3] as Line)).toBeGreaterThan(121);
});
