import { expect, test } from "vitest";
import type { GlyphRun, Page } from "../../src/layout/index.ts";
import { renderPdf } from "../../src/render/pdf/index.ts";
import { differences } from "../../src/render/pdf/paint/actual-text.ts";
import { assetsOf, documentOf, paragraph, themeOf } from "../layout/support.ts";
import { operationsOf } from "../support/pdf/content.ts";
import { readObjects } from "../support/pdf/objects.ts";
import type { ReadPdf } from "../support/pdf/read-pdf.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagText } from "../support/pdf/tag-tree.ts";
import { fc } from "../support/property.ts";

const theme = themeOf("fact-sheet");
const assets = assetsOf(theme);
const faceKey = Object.values(theme.fonts)[0]?.faces[0]?.key ?? "";
const face = assets.face(faceKey);
if (face === undefined) throw new Error("The face is not there.");

/** A run at 100, 200 as layout would place it, of the glyphs of `set` that are to be read as `text`. */
function run(set: string, change: Partial<GlyphRun> = {}): GlyphRun {
  const shaped = face?.shape(set, { language: "en", script: "Latn", rightToLeft: false });
  if (face === undefined || shaped === undefined) throw new Error("The face is not there.");
  const glyphs = shaped.glyphs.slice(0, shaped.count);
  const adjust = new Float32Array(shaped.count);
  glyphs.forEach((glyph, index) => {
    const own = shaped.advances[index] ?? 0;
    adjust[index] = ((own - face.advance(glyph)) * 1000) / face.unitsPerEm;
  });
  const layout = { tracking: 0, wordSpace: 0, expansion: 1, width: 0 };
  const place = { x: 100, y: 200, face: faceKey, size: 10, colour: "000000" };
  return {
    kind: "glyphs",
    tag: { node: "p" },
    ...place,
    ...layout,
    glyphs,
    adjust,
    text: set,
    ...change,
  };
}

function fileOf(...items: readonly GlyphRun[]): Uint8Array {
  const page: Page = { number: 1, label: "1", width: 600, height: 800, items };
  return renderPdf(documentOf([paragraph("p", "")]), [page], assets);
}

const read = (...items: readonly GlyphRun[]): Promise<ReadPdf> => readPdf(fileOf(...items));

test("text stands where layout put it, y from above", async () => {
  const { pages } = await read(run("Texts"));
  expect(pages[0]?.runs).toMatchObject([{ text: "Texts", x: 100, y: 600 }]);
});

// Readers do not count the tracking after the last letter.
test("tracking, word space and expansion make a run as wide as layout meant", async () => {
  const plain = (await read(run("one two six"))).pages[0]?.runs[0]?.width ?? 0;
  const width = async (change: Partial<GlyphRun>): Promise<number> => {
    const { pages } = await read(run("one two six", change));
    const runs = pages[0]?.runs ?? [];
    const last = runs.at(-1);
    return (last?.x ?? 0) + (last?.width ?? 0) - (runs[0]?.x ?? 0);
  };
  expect(await width({ tracking: 0.5 })).toBeCloseTo(plain + 10 * 0.5, 1);
  expect(await width({ wordSpace: 1 })).toBeCloseTo(plain + 2, 1);
  expect(await width({ expansion: 0.98 })).toBeCloseTo(plain * 0.98, 1);
  expect(await width({ expansion: 0.98, tracking: 0.5, wordSpace: 1 })).toBeCloseTo(
    plain * 0.98 + 10 * 0.5 + 2,
    1,
  );
});

test("a hyphen at the end of a line is read as a soft one", async () => {
  const bytes = fileOf(run("coop-", { text: "coop\u00ad" }), run("eration", { y: 214 }));
  const { tags, pages } = await readPdf(bytes);
  expect(tags.children).toEqual([expect.objectContaining({ children: ["coop\u00aderation"] })]);
  expect(tagText(tags)).toBe("cooperation");
  expect(pages[0]?.text).toContain("coop");
});

test("capitals are read as they were written, ligatures letter for letter", async () => {
  const { tags } = await read(run("DEFENCE office", { text: "Defence office" }));
  expect(tagText(tags)).toBe("Defence office");
});

test("figures raised and lowered come back to the line", async () => {
  const rise = Float32Array.of(0, 300, 0);
  const bytes = fileOf(run("x2y", { rise }), run("after", { y: 220 }));
  const objects = await readObjects(bytes);
  const [page] = objects.pages;
  const content = objects.stream(objects.dictionary(page)["/Contents"]);
  const rises = operationsOf(content).filter(({ operator }) => operator === "Ts");
  expect(rises.map(({ operands }) => operands[0])).toEqual(["3", "0"]);
});

test("words from right to left are read in their order", async () => {
  // Layout gives glyphs in the order of sight; what they are does not matter here.
  const { tags } = await read(run("abc", { text: "\u05d0\u05d1\u05d2" }));
  expect(tagText(tags)).toBe("\u05d0\u05d1\u05d2");
});

test("a run in another language says so", async () => {
  const objects = await readObjects(fileOf(run("oui", { language: "fr-CA" })));
  const content = objects.stream(objects.dictionary(objects.pages[0])["/Contents"]);
  expect(content).toContain("/Span<</Lang(fr-CA)>>BDC");
});

test("a glyph that the font does not have is a fault of ours", () => {
  const bad = run("a", { glyphs: Uint16Array.of(0) });
  expect(() => fileOf(bad)).toThrow("Bug: .notdef");
});

test("a node on a page that is not in the document is a fault of ours", () => {
  expect(() => fileOf(run("a", { tag: { node: "ghost" } }))).toThrow('Bug: the node "ghost"');
});

const glyphTexts = fc.array(fc.constantFrom("a", "b", "fi", "", "-", " ", "é"), {
  minLength: 1,
  maxLength: 30,
});
const runText = fc.string({
  unit: fc.constantFrom("a", "b", "f", "i", "\u00ad", "-", "\u00a0", "A", "é"),
  maxLength: 30,
});

test("glyphs and what they are read as instead always make the whole text", () => {
  fc.assert(
    fc.property(glyphTexts, runText, (glyphs, text) => {
      let said = "";
      let done = 0;
      for (const { from, to, text: instead } of differences(
        glyphs.length,
        (at) => glyphs[at] ?? "",
        text,
      )) {
        expect(from).toBeGreaterThanOrEqual(done);
        expect(to).toBeGreaterThan(from);
        said += glyphs.slice(done, from).join("") + instead;
        done = to;
      }
      said += glyphs.slice(done).join("");
      expect(said.replace(/\u00a0/g, " ")).toBe(text.replace(/\u00a0/g, " "));
    }),
  );
});
