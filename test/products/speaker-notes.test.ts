import { expect, test } from "vitest";
import type { Block, Slide } from "../../src/document/index.ts";
import { textsOfBlocks } from "../../src/document/index.ts";
import { layOut, traceOf } from "../../src/layout/index.ts";
import {
  assetsOf,
  documentOf,
  overlaps,
  ownItems,
  paragraph,
  printed,
  sample,
  squeezed,
  themeOf,
  words,
} from "../layout/support.ts";

const theme = themeOf("slides", "notes");

function laid(document = sample("slides")) {
  const { value, diagnostics } = layOut(document, theme, assetsOf(theme));
  return { document, pages: value.pages, told: diagnostics, trace: traceOf(value.pages).pages };
}

const slide = (
  notes: readonly Block[],
  children: readonly Block[] = [paragraph("shown", "Shown.")],
): Slide => ({
  kind: "slide",
  id: "slide",
  layout: "text",
  heading: { kind: "heading", id: "heading", children: words("What we ask for") },
  children,
  notes,
  annex: false,
});

test("each slide of the sample has a page of paper, numbered as the slide", () => {
  const { document, pages, told } = laid();
  const slides = document.content.filter((block) => block.kind === "slide");
  expect(told).toEqual([]);
  expect(pages).toHaveLength(slides.length);
  expect(pages.map(({ label }) => label)).toEqual([
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "A1",
    "A2",
  ]);
  expect(new Set(pages.map(({ width, height }) => `${width} x ${height}`))).toEqual(
    new Set(["612 x 792"]),
  );
});

test("what is shown and what is said stand on the page, in this order and apart", () => {
  const { document, pages } = laid();
  for (const [index, block] of document.content.filter((each) => each.kind === "slide").entries()) {
    const page = pages[index];
    if (block.kind !== "slide" || page === undefined) continue;
    expect(overlaps(page)).toEqual([]);
    const text = squeezed(printed([page]));
    const said = textsOfBlocks(block.notes).map(squeezed);
    const shown = text.indexOf(squeezed(textsOfBlocks(block.children).at(-1) ?? ""));
    for (const each of said) expect(text.indexOf(each), block.id).toBeGreaterThan(shown);
    for (const item of ownItems(page)) {
      expect(item.x).toBeGreaterThanOrEqual(72);
      expect(item.y).toBeLessThan(746);
    }
  }
});

test("the slide is smaller, what is said is of a size that is read from a lectern", () => {
  const { trace } = laid(documentOf([slide([paragraph("said", "Said.")])], { product: "slides" }));
  const sizeOf = (node: string): number | undefined =>
    trace[0]?.lines.find((line) => line.node === node)?.size;
  expect(sizeOf("heading")).toBeLessThan(15);
  expect(sizeOf("said")).toBe(12);
});

test("long notes go on over pages of the same number, with nothing lost", () => {
  const said = Array.from({ length: 12 }, (_, index) =>
    paragraph(`said${index}`, `Note ${index}: ${"what is said to this slide goes on. ".repeat(9)}`),
  );
  const next = {
    ...slide([]),
    id: "next",
    heading: { kind: "heading" as const, id: "next-heading", children: words("Next") },
  };
  const { pages, trace } = laid(documentOf([slide(said), next], { product: "slides" }));
  expect(pages.map(({ label }) => label)).toEqual(["1", "1", "2"]);
  const text = squeezed(printed(pages));
  for (const index of said.keys()) expect(text.split(`Note${index}:`)).toHaveLength(2);
  const titles = trace.flatMap(({ lines }) => lines.filter((line) => line.node === "heading"));
  expect(titles).toHaveLength(1);
});

test("a slide that was divided has a picture for each part, and what is said below the last one", () => {
  const shown = Array.from({ length: 9 }, (_, index) =>
    paragraph(
      `p${index}`,
      `Point ${index}: ships, aircraft and staff of both countries work together on relief.`,
    ),
  );
  const { pages, trace } = laid(
    documentOf([slide([paragraph("said", "Said.")], shown)], { product: "slides" }),
  );
  expect(pages.map(({ label }) => label)).toEqual(["1", "2"]);
  expect(trace.map(({ lines }) => lines.some((line) => line.node === "said"))).toEqual([
    false,
    true,
  ]);
});

test("where nothing is said there are lines to write on", () => {
  const rules = (notes: readonly Block[]): number =>
    laid(documentOf([slide(notes)], { product: "slides" })).pages[0]?.items.filter(
      (item) => item.kind === "box" && item.width === 468 && item.y > 363 && item.y < 745,
    ).length ?? 0;
  expect(rules([])).toBeGreaterThan(10);
  expect(rules([paragraph("said", "Said.")])).toBe(0);
});
