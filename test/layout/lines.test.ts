import { text as specification } from "commonmark-spec";
import { expect, test } from "vitest";
import type { DocumentTree } from "../../src/document/index.ts";
import type { GlyphRun, Page } from "../../src/layout/index.ts";
import { layOut } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { seedText } from "../text/setting.ts";
import { assetsOf, documentOf, paragraph, sample, themeOf } from "./support.ts";

// What lines of a product look like on its pages. Lines for themselves are tested in test/text.

const text = documentOf(
  seedText()
    .split("\n")
    .filter((line) => line.length > 300)
    .map((line, index) => paragraph(`p${index}`, line)),
);

type Set = { readonly run: GlyphRun; readonly space: number };

/** First run of each line of the text, and its word space as a multiple of the font's own. */
function linesOf(document: DocumentTree, theme: Theme): readonly Set[] {
  const assets = assetsOf(theme);
  const found = new Map<string, Set>();
  const runsOf = (page: Page): readonly GlyphRun[] =>
    page.items.filter((item): item is GlyphRun => item.kind === "glyphs" && "node" in item.tag);
  for (const page of layOut(document, theme, assets).value.pages) {
    for (const run of runsOf(page)) {
      const key = `${page.number} ${"node" in run.tag ? run.tag.node : ""} ${run.y}`;
      if (found.has(key) || !run.text.trim().includes(" ")) continue;
      const font = assets.face(run.face);
      const own = ((font?.advance(font.glyph(0x20)) ?? 0) * run.size) / (font?.unitsPerEm ?? 1000);
      found.set(key, { run, space: run.expansion + run.wordSpace / own });
    }
  }
  return [...found.values()];
}

/** Standard deviation of the spaces of lines that were stretched or shrunk. */
function spread(lines: readonly Set[]): number {
  const spaces = lines.map(({ space }) => space).filter((space) => Math.abs(space - 1) > 1e-6);
  const mean = spaces.reduce((sum, space) => sum + space, 0) / spaces.length;
  return Math.sqrt(spaces.reduce((sum, space) => sum + (space - mean) ** 2, 0) / spaces.length);
}

const rigid = (theme: Theme): Theme => ({
  ...theme,
  breaks: { ...theme.breaks, expansion: 0, tracking: 0 },
});

test.each(["report", "fact-sheet"])(
  "in print, letters of a %s give up to 2 per cent of their width and half a hundredth of an em, and spaces differ less for it",
  (product) => {
    const theme = themeOf(product, "print");
    const lines = linesOf(text, theme);
    for (const { run } of lines) {
      expect(Math.abs(run.expansion - 1)).toBeLessThanOrEqual(0.02 + 1e-9);
      expect(Math.abs(run.tracking)).toBeLessThanOrEqual(0.005 * run.size + 1e-9);
    }
    expect(lines.some(({ run }) => run.expansion > 1)).toBe(true);
    expect(lines.some(({ run }) => run.expansion < 1 && run.tracking < 0)).toBe(true);
    expect(spread(lines)).toBeLessThan(0.8 * spread(linesOf(text, rigid(theme))));
  },
);

test.each(["report", "fact-sheet"])(
  "in the accessible %s letters are as their face has them",
  (product) => {
    const lines = linesOf(text, themeOf(product));
    expect(lines.length).toBeGreaterThan(50);
    for (const { run } of lines) expect([run.expansion, run.wordSpace]).toEqual([1, 0]);
  },
);

// At most twice the width of the font's own space in a column of 86 mm, and seldom more than 1.6 times.
test("columns of a printed fact sheet have no holes", () => {
  const spaces = linesOf(text, themeOf("fact-sheet", "print")).map(({ space }) => space);
  expect(spaces.length).toBeGreaterThan(80);
  expect(Math.max(...spaces)).toBeLessThan(2.02);
  expect(Math.min(...spaces)).toBeGreaterThan(0.7);
  expect(spaces.filter((space) => space > 1.6).length / spaces.length).toBeLessThan(0.16);
});

/** Tight, decent, loose, very loose: as lines are told apart when they are chosen. */
function classOf({ space }: Set, theme: Theme): number {
  const { stretch, shrink } = theme.breaks.wordSpace;
  const ratio = space > 1 ? (space - 1) / (stretch - 1) : (space - 1) / (1 - shrink);
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** Prose without any care for lines: the paragraphs of the specification of CommonMark. */
function proseOf(): DocumentTree {
  const paragraphs = specification
    .replace(/^`{20,} example[\s\S]*?^`{20,}$/gm, "")
    .split(/\n\n+/)
    .filter((each) => /^[A-Z]/.test(each) && each.length > 250)
    .map((each) => each.replace(/[`*\n]+/g, " ").replace(/\[([^\]]*)\](?:\([^)]*\))?/g, "$1"));
  return documentOf(paragraphs.map((each, index) => paragraph(`s${index}`, each)));
}

test.each(["report", "fact-sheet"])(
  "of neighbouring lines of a printed %s five in a hundred differ by more than a class of tightness",
  (product) => {
    const theme = themeOf(product, "print");
    const nodeOf = ({ run }: Set) => ("node" in run.tag ? run.tag.node : "");
    let all = 0;
    let apart = 0;
    for (const document of [text, proseOf()]) {
      const lines = linesOf(document, theme);
      for (const [index, line] of lines.slice(1).entries()) {
        const before = lines[index] as Set;
        if (nodeOf(before) !== nodeOf(line)) continue;
        all += 1;
        if (Math.abs(classOf(line, theme) - classOf(before, theme)) > 1) apart += 1;
      }
    }
    expect(all).toBeGreaterThan(400);
    expect(apart / all).toBeLessThanOrEqual(0.05);
  },
);

test("the last line of a justified text is five em long at least, and no piece of a word", () => {
  const theme = themeOf("fact-sheet", "print");
  const { pages } = layOut(text, theme, assetsOf(theme)).value;
  const last = new Map<
    string,
    { readonly y: string; readonly width: number; readonly text: string }
  >();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== "glyphs" || !("node" in item.tag)) continue;
      const y = `${page.number} ${item.x > 310} ${item.y}`;
      const before = last.get(item.tag.node);
      const same = before?.y === y;
      last.set(item.tag.node, {
        y,
        width: (same ? before.width : 0) + item.width,
        text: (same ? before.text : "") + item.text,
      });
    }
  }
  const own = [...last].filter(([node]) => /^p\d/.test(node));
  expect(own.length).toBeGreaterThan(8);
  for (const [node, { width, text: words }] of own) {
    expect(width, `${node}: ${words}`).toBeGreaterThanOrEqual(50);
    expect(words.trim()).toMatch(/\s/);
  }
});

test("the sample in print has two hyphens after one another at most", () => {
  const lines = linesOf(sample("fact-sheet"), themeOf("fact-sheet", "print"));
  let row = 0;
  let hyphens = 0;
  for (const { run } of lines) {
    row = run.text.endsWith("\u00AD") ? row + 1 : 0;
    if (row > 0) hyphens++;
    expect(row).toBeLessThanOrEqual(2);
  }
  expect(hyphens).toBeGreaterThan(5);
});

test("no paragraph ends with the end of a parted word alone", () => {
  const theme = themeOf("report", "print");
  const content = Array.from({ length: 60 }, (_, index) =>
    paragraph(
      `p${index}`,
      `The first line can be preceded by more than ${"four ".repeat(1 + (index % 12))}spaces of indentation:`,
    ),
  );
  const { pages } = layOut(documentOf(content), theme, assetsOf(theme)).value;
  const texts = content.map(({ id }) =>
    pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === "glyphs" && "node" in item.tag && item.tag.node === id ? [item.text] : [],
      ),
    ),
  );
  expect(texts.some((lines) => lines.length > 1)).toBe(true);
  for (const lines of texts.filter(({ length }) => length > 1)) {
    if (lines.at(-2)?.endsWith("\u00AD") === true) expect(lines.at(-1)).toContain(" ");
  }
});
