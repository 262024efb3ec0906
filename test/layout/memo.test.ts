import { expect, test } from "vitest";
import type { MemoCounts } from "../../src/layout/index.ts";
import { createLayoutMemo, layOut } from "../../src/layout/index.ts";
import { fromMarkdown } from "../pdf/support.ts";
import { assetsOf, sentences, themeOf } from "./support.ts";

const theme = themeOf("report");
const assets = assetsOf(theme);

/** A report of some ten pages; `word` stands in the middle of it. */
function report(word: string): string {
  const sections = Array.from({ length: 16 }, (_, index) => {
    const text = `${sentences(9, index)} ${index === 8 ? word : "ship"} ${sentences(3, index + 50)}`;
    return `## Section ${index + 1}\n\n${text}\n\n${sentences(8, index + 100)}\n\n- ${sentences(1, index)}\n- two`;
  });
  return `# Report\n\n${sections.join("\n\n")}\n`;
}

/** Lays out one document after another with one memo; what each added to the counts. */
function counted(...sources: readonly string[]): readonly MemoCounts[] {
  const of = createLayoutMemo();
  let before = of.counts();
  return sources.map((source) => {
    layOut(fromMarkdown(source, "report"), theme, assets, { of, name: "report" });
    const after = of.counts();
    const added = (what: keyof MemoCounts) => ({
      found: after[what].found - before[what].found,
      set: after[what].set - before[what].set,
    });
    const difference = {
      blocks: added("blocks"),
      texts: added("texts"),
      words: added("words"),
      breaks: added("breaks"),
      pages: added("pages"),
    };
    before = after;
    return difference;
  });
}

test("an edit of one word sets one block again, and changes one page", () => {
  const [cold, warm] = counted(report("ship"), report("boat"));
  expect(cold?.blocks.set).toBeGreaterThan(60);
  // Contents name sections from all over the document, and are set in each pass.
  expect(warm?.blocks.set).toBe(1);
  expect(warm?.blocks.found).toBe((cold?.blocks.set ?? 0) - 1);
  expect(warm?.pages.set).toBe(1);
  // What a cold layout sets twice, with page numbers and without, a warm one finds once.
  expect(warm?.texts.set).toBe(1);
  expect(warm?.texts.found).toBeGreaterThan(60);
  // The new word alone is shaped, and where pages end follows from numbers that are the same.
  expect(warm?.words.set).toBeLessThanOrEqual(2);
  expect(warm?.words.found).toBeLessThan(0.2 * (cold?.words.found ?? 0));
  expect(cold?.breaks.set).toBeGreaterThan(0);
  expect(warm?.breaks.set).toBe(0);
  expect(warm?.breaks.found).toBeGreaterThan(0);
});

test("a document that is laid out again sets nothing", () => {
  const [, warm] = counted(report("ship"), report("ship"));
  expect(warm?.blocks.set).toBe(0);
  expect(warm?.texts.set).toBe(0);
  expect(warm?.words.set).toBe(0);
  expect(warm?.breaks.set).toBe(0);
  expect(warm?.pages.set).toBe(0);
});

test("what is told of a block is told again", () => {
  const of = createLayoutMemo();
  const told = (word: string): readonly string[] =>
    layOut(
      fromMarkdown(`# Report\n\nBefore.\n\nA sign: \u{E123} here.\n\n${word}\n`, "report"),
      theme,
      assets,
      {
        of,
        name: "report",
      },
    ).diagnostics.map(({ rule, place }) => `${rule} ${place?.line}`);
  expect(told("one")).toEqual(["font-has-character 5"]);
  expect(told("two")).toEqual(["font-has-character 5"]);
});

/** Sections with notes and references to pages, of which the `long` first have more text. */
function referring(long: number, word: string): string {
  const sections = Array.from({ length: 14 }, (_, index) => {
    const to = (index + 7) % 14;
    const text = `${sentences(index < long ? 14 : 6, index)} See [section](#section-${to + 1}), page [{page}](#section-${to + 1}).`;
    return `## Section ${index + 1}\n\n${text} A ${word}.^[Note of ${index}: ${sentences(1, index)}]\n\n- ${sentences(2, index)}\n- ${word}`;
  });
  return `---\ntitle: Report\ntoc: true\n---\n\n# Report\n\n${sections.join("\n\n")}\n`;
}

test("a layout after others is the one that it would be alone, whatever page numbers moved", () => {
  const of = createLayoutMemo();
  const edits = [
    [3, "ship"],
    [3, "boat"],
    [9, "boat"],
    [0, "vessel"],
    [14, "vessel"],
    [14, "s"],
  ] as const;
  for (const [long, word] of edits) {
    const document = fromMarkdown(referring(long, word), "report");
    const alone = layOut(document, theme, assets);
    const warm = layOut(document, theme, assets, { of, name: "report" });
    expect(warm).toEqual(alone);
    expect(alone.value.facts.pageOf.get("section-14")).not.toBeUndefined();
  }
});

test("running matter of a page is set again when the section on it has another name, or the pages another count", () => {
  const of = createLayoutMemo();
  const long = report("ship");
  for (const source of [
    long,
    long.replace("## Section 3", "## Third section"),
    `${long}\n${sentences(200, 3)}\n`,
    long,
  ]) {
    const document = fromMarkdown(source, "report");
    const warm = layOut(document, theme, assets, { of, name: "report" });
    expect(warm.value.pages).toEqual(layOut(document, theme, assets).value.pages);
  }
});
