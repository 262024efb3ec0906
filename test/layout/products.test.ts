import { expect, test } from "vitest";
import { textsOf } from "../../src/document/index.ts";
import type { Page } from "../../src/layout/index.ts";
import { layOut, traceOf } from "../../src/layout/index.ts";
import { assetsOf, overlaps, ownItems, printed, sample, squeezed, themeOf } from "./support.ts";

const products = [
  ["fact-sheet", "accessible"],
  ["fact-sheet", "print"],
  ["briefing-note", "accessible"],
  ["report", "accessible"],
  ["slides", "accessible"],
] as const;

function laid(product: string, profile: string) {
  const theme = themeOf(product, profile);
  const document = sample(product);
  const { value, diagnostics } = layOut(document, theme, assetsOf(theme));
  return { theme, document, pages: value.pages, facts: value.facts, diagnostics };
}

test.each(products)(
  "a %s (%s) has all its text on its pages, in order of reading",
  (product, profile) => {
    const { document, pages } = laid(product, profile);
    const text = squeezed(printed(pages));
    // What is said to a slide is not on it, and a date on a slide stands under its year.
    const content = document.content.map((block) =>
      block.kind === "slide" ? { ...block, notes: [] } : block,
    );
    const wanted = textsOf({ ...document, content }).map((each) =>
      product === "slides" ? each.replace(/, \d{4}$/, "") : each,
    );
    const missing = wanted.filter((each) => !text.includes(squeezed(each)));
    expect(missing).toEqual([]);
  },
);

test.each(products)(
  "a %s (%s) keeps within its pages and lets nothing overlap",
  (product, profile) => {
    const { theme, pages } = laid(product, profile);
    const foot = Math.min(
      ...Object.values(theme.frames).flatMap((frame) => (frame.kind === "footer" ? [frame.y] : [])),
    );
    for (const page of pages) {
      for (const item of ownItems(page)) {
        const bottom =
          item.kind === "glyphs" ? item.y : item.y + ("height" in item ? item.height : 0);
        expect(item.x).toBeGreaterThanOrEqual(theme.page.margins.left - 2);
        expect(bottom).toBeLessThanOrEqual(foot);
      }
      expect(overlaps(page)).toEqual([]);
    }
  },
);

test("the fact sheet is three pages, the quick facts beside the lead on the first", () => {
  const { pages, theme, diagnostics } = laid("fact-sheet", "accessible");
  expect(pages).toHaveLength(3);
  expect(diagnostics).toEqual([]);
  const [first] = traceOf(pages).pages;
  const value = first?.lines.find((line) => line.text === "November 14, 2010");
  expect(value?.x).toBe(66);
  const lead = first?.lines.find((line) => line.text.startsWith("Canada and Japan enjoy"));
  expect(lead?.x).toBe(theme.strips["main"]?.x);
});

test("from page 2 on the heading of a section stands beside its text, on one baseline", () => {
  const { pages } = laid("fact-sheet", "accessible");
  const lines = traceOf(pages)
    .pages.slice(1)
    .flatMap((page) => page.lines);
  const heading = lines.findIndex((line) => line.text === "Canada-Japan 2+2 Dialogue");
  const text = lines.find((line) => line.text.startsWith("The inaugural “2+2” was held"));
  expect(lines[heading]?.x).toBe(54);
  expect(text?.x).toBe(226);
  expect(text?.y).toBeCloseTo(lines[heading]?.y ?? 0, 2);
});

test("on page 1 section rules span the main column only, later the whole width", () => {
  const { pages } = laid("fact-sheet", "accessible");
  const rules = (page: Page | undefined) =>
    (page?.items ?? []).flatMap((item) =>
      item.kind === "box" && item.height === 1 && "artifact" in item.tag
        ? [{ x: item.x, width: item.width }]
        : [],
    );
  expect(rules(pages[0])).toEqual(Array.from({ length: 2 }, () => ({ x: 226, width: 332 })));
  expect(new Set(rules(pages[2]).map((rule) => rule.width))).toEqual(new Set([504]));
});

test("columns of the last page of the print edition end at about one height", () => {
  const { pages } = laid("fact-sheet", "print");
  const lines =
    traceOf(pages)
      .pages.at(-1)
      ?.lines.filter((line) => line.node !== undefined) ?? [];
  const left = Math.max(...lines.filter((line) => line.x < 300).map((line) => line.y));
  const right = Math.max(...lines.filter((line) => line.x > 300).map((line) => line.y));
  expect(Math.abs(left - right)).toBeLessThan(80);
  expect(Math.max(left, right)).toBeLessThan(600);
});

test("the contents of the report name the pages on which sections begin", () => {
  const { pages, facts } = laid("report", "accessible");
  const lines = traceOf(pages).pages[0]?.lines ?? [];
  const numbers = lines.filter((line) => line.part === "page");
  expect(numbers.length).toBeGreaterThan(8);
  for (const line of numbers) {
    expect(line.text).toBe(facts.pageOf.get((line.node ?? "").replace(/^toc-/, "")));
  }
});

test("every slide has a page, annexes their own labels, and the count leaves them out", () => {
  const { pages } = laid("slides", "accessible");
  const labels = pages.map((page) => page.label);
  expect(labels).toContain("A1");
  const counted = labels.filter((label) => !label.startsWith("A"));
  expect(counted).toEqual(counted.map((_, index) => String(index + 1)));
  const foot = traceOf(pages).pages[0]?.lines.find((line) => /^1 ?\/ ?\d+$/.test(line.text.trim()));
  expect(foot?.text.replace(/\s/g, "")).toBe(`1/${counted.length}`);
});

test("places to go to are where their sections begin", () => {
  const { pages, document } = laid("briefing-note", "accessible");
  for (const block of document.content) {
    if (block.kind !== "section") continue;
    const page = pages.find((each) =>
      each.items.some((item) => item.kind === "destination" && item.node === block.id),
    );
    const heading = page?.items.some(
      (item) => item.kind === "glyphs" && "node" in item.tag && item.tag.node === block.heading.id,
    );
    expect(heading, block.id).toBe(true);
  }
});
