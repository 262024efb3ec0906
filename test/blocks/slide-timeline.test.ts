import { expect, test } from "vitest";
import type { Slide, Timeline } from "../../src/document/index.ts";
import { continuedSlide } from "../../src/layout/blocks/slide.ts";
import { chunkByHeight } from "../../src/layout/blocks/slide-years.ts";
import type { PageItem } from "../../src/layout/page.ts";
import { boxes, collisions, glyphs, laySlide, said, slideOf, words } from "./support.ts";

const timeline = (years: readonly (readonly [string, number])[]): Timeline => ({
  kind: "timeline",
  id: "timeline",
  entries: years.flatMap(([year, count]) =>
    Array.from({ length: count }, (_, index) => ({
      kind: "timelineEntry" as const,
      id: `e${year}-${index}`,
      date: words(`May ${index + 1}, ${year}`),
      year,
      dateInYear: words(`May ${index + 1}`),
      children: words(`Ships of both navies visit port ${index} for exercises`),
    })),
  ),
});

function pagesOf(slide: Slide): readonly (readonly PageItem[])[] {
  const pages: (readonly PageItem[])[] = [];
  let next: Slide | undefined = slide;
  while (next !== undefined && pages.length < 20) {
    const set = laySlide(next);
    expect(set.overflow).toBe(0);
    pages.push(set.items);
    next = set.rest === undefined ? undefined : continuedSlide(slide, set.rest);
  }
  return pages;
}

const yearsOn = (page: readonly PageItem[]): readonly string[] =>
  glyphs(page)
    .map((run) => run.text)
    .filter((text) => /^\d{4}$/.test(text));

test("years stand side by side under rules; a year of more than four entries takes two columns", () => {
  const [page = []] = pagesOf(
    slideOf("timeline", "Milestones", [
      timeline([
        ["2009", 1],
        ["2010", 2],
        ["2011", 7],
        ["2012", 2],
      ]),
    ]),
  );
  expect(yearsOn(page)).toEqual(["2009", "2010", "2011", "2012"]);
  expect(boxes(page).map((box) => box.width)).toEqual(
    [160, 160, 336, 160].map((width) => expect.closeTo(width, 1)),
  );
  expect(collisions(page)).toEqual([]);
});

test("few events are set larger, with columns of a width that can be read", () => {
  const [page = []] = pagesOf(slideOf("timeline", "Milestones", [timeline([["2011", 3]])]));
  const text = glyphs(page).find((run) => run.text.startsWith("Ships"));
  expect(text?.size).toBe(20);
  expect(boxes(page)[0]?.width).toBeLessThan(300);
});

test("25 events are shared by years among two slides, in order and each once", () => {
  const block = timeline([
    ["2008", 5],
    ["2009", 5],
    ["2010", 5],
    ["2011", 5],
    ["2012", 5],
  ]);
  const pages = pagesOf(slideOf("timeline", "Milestones", [block]));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.length).toBeLessThanOrEqual(3);
  expect(pages.flatMap(yearsOn)).toEqual(["2008", "2009", "2010", "2011", "2012"]);
  const texts = pages.map(said).join("");
  for (const entry of block.entries)
    expect(
      texts.split(
        `${entry.dateInYear.map((part) => (part.kind === "text" ? part.value : "")).join("")}Ships`.replaceAll(
          " ",
          "",
        ),
      ).length,
    ).toBe(6);
  for (const page of pages) expect(collisions(page)).toEqual([]);
});

test("a year that no slide holds goes on under the same year", () => {
  const pages = pagesOf(slideOf("timeline", "Milestones", [timeline([["2011", 40]])]));
  expect(pages.length).toBeGreaterThan(1);
  expect(new Set(pages.flatMap(yearsOn))).toEqual(new Set(["2011"]));
  expect(pages.map(said).join("").split("Ships").length).toBe(41);
  for (const page of pages) expect(collisions(page)).toEqual([]);
});

test("columns of a year are of about equal height and in order", () => {
  const things = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ number, height: 20, after: 0 }));
  const chunks = chunkByHeight(things, 2).map((chunk) => chunk.map(({ number }) => number));
  expect(chunks).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7],
  ]);
  expect(
    chunkByHeight(
      [
        { height: 100, after: 0 },
        { height: 10, after: 0 },
      ],
      3,
    ),
  ).toHaveLength(2);
});
