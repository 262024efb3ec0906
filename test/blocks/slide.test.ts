import { expect, test } from "vitest";
import type { Block, List, Slide } from "../../src/document/index.ts";
import { continuedSlide, setSlide } from "../../src/layout/blocks/slide.ts";
import type { PageItem } from "../../src/layout/page.ts";
import { sample } from "../layout/support.ts";
import {
  beyond,
  boxes,
  cards,
  collisions,
  glyphs,
  laySlide,
  paragraph,
  placeIn,
  said,
  slideOf,
  tableOf,
} from "./support.ts";

const list = (texts: readonly string[], ordered = false): List => ({
  kind: "list",
  id: "list",
  ordered,
  start: 1,
  loose: false,
  items: texts.map((text, index) => ({
    kind: "listItem",
    id: `i${index}`,
    children: [paragraph(`i${index}p`, text)],
  })),
});

const lowest = (items: readonly PageItem[]): number =>
  Math.max(...glyphs(items).map((run) => run.y));
const sizes = (items: readonly PageItem[], node: string): readonly number[] => [
  ...new Set(
    glyphs(items)
      .filter((run) => "node" in run.tag && run.tag.node === node)
      .map((run) => run.size),
  ),
];

/** All pages of a slide. */
function pagesOf(slide: Slide): readonly (readonly PageItem[])[] {
  const place = placeIn("slides");
  const pages: (readonly PageItem[])[] = [];
  let next: Slide | undefined = slide;
  while (next !== undefined && pages.length < 50) {
    const set = setSlide(next, place.context, { x: 48, y: 144, width: 864, height: 344 });
    expect(set.overflow).toBe(0);
    pages.push(set.items);
    next = set.rest === undefined ? undefined : continuedSlide(slide, set.rest);
  }
  return pages;
}

const sentence = (count: number): string =>
  Array.from({ length: count }, (_, index) => `part ${index} of an argument`).join(" and ");

test("statements stand under rules, with their numbers in the label column on the same baseline", () => {
  const { items, overflow, rest } = laySlide(
    slideOf("statement", "Two commitments", [list(["First.", "Second."], true)]),
  );
  expect(overflow).toBe(0);
  expect(rest).toBeUndefined();
  for (const index of [0, 1]) {
    const number = glyphs(items).find((run) => run.text === String(index + 1));
    const text = glyphs(items).find((run) => run.text === ["First.", "Second."][index]);
    expect([number?.x, text?.x]).toEqual([48, 268]);
    expect(number?.y).toBe(text?.y);
    expect(number?.tag).toEqual({ node: `i${index}`, part: "label" });
  }
  expect(boxes(items).map((box) => [box.x, box.width, box.height])).toEqual([
    [48, 864, 1],
    [48, 864, 0.5],
  ]);
});

test("few words are set larger, many smaller, none below 20 points", () => {
  const sizeOf = (count: number): number =>
    sizes(laySlide(slideOf("text", "Why", [paragraph("p", sentence(count))])).items, "p")[0] ?? 0;
  expect(sizeOf(2)).toBe(32);
  expect(sizeOf(14)).toBeLessThan(32);
  expect(sizeOf(22)).toBeLessThan(26);
  expect(sizeOf(22)).toBeGreaterThanOrEqual(20);
  expect(sizeOf(200)).toBe(20);
});

test("what has no room goes on, with the title seen again and nothing lost or doubled", () => {
  const texts = Array.from({ length: 9 }, (_, index) => `${index}: ${sentence(8)}`);
  for (const layout of ["statement", "text", "list", "image", "unknown-layout"]) {
    const pages = pagesOf(slideOf(layout, "Much to say", [list(texts, layout === "statement")]));
    expect(pages.length, layout).toBeGreaterThan(1);
    const numbers = layout === "statement" ? texts.map((_, index) => index + 1) : [];
    const wanted = texts.map((text, index) => `${numbers[index] ?? ""}${text}`).join("");
    expect(pages.map(said).join(""), layout).toBe(`Muchtosay${wanted}`.replaceAll(" ", ""));
    for (const page of pages) {
      expect(collisions(page)).toEqual([]);
      expect(lowest(page)).toBeLessThan(490);
      expect(glyphs(page).some((run) => run.text.startsWith("Much to say"))).toBe(true);
    }
  }
});

test("a title of three lines moves the body down", () => {
  const long = Array.from({ length: 22 }, () => "cooperation").join(" ");
  const { items } = laySlide(slideOf("text", long, [paragraph("p", "Text.")]));
  const title = glyphs(items).filter(
    (run) => "node" in run.tag && run.tag.node === "slide-heading",
  );
  expect(new Set(title.map((run) => run.y)).size).toBeGreaterThanOrEqual(3);
  expect(collisions(items)).toEqual([]);
  const rule = boxes(items)[0];
  expect(rule?.y).toBeGreaterThan(Math.max(...title.map((run) => run.y)) + 20);
});

test.each([2, 3, 5, 6])("%i cards fill the width, none under its neighbour", (count) => {
  const { items, overflow, rest } = laySlide(
    slideOf("cards", "Initiatives", [cards(count, "Some words.")]),
  );
  expect([overflow, rest]).toEqual([0, undefined]);
  expect(collisions(items)).toEqual([]);
  const tints = boxes(items).filter((box) => box.colour === "F3F1EB");
  expect(tints).toHaveLength(count);
  expect(Math.max(...tints.map((box) => box.x + box.width))).toBeCloseTo(912, 2);
  expect(new Set(tints.map((box) => box.y)).size).toBe(count === 6 ? 2 : 1);
});

test("9 cards are lines, with all that they say", () => {
  const block = cards(9, "Some words.");
  const { items } = laySlide(slideOf("cards", "Initiatives", [block]));
  expect(boxes(items).filter((box) => box.colour === "F3F1EB")).toEqual([]);
  for (const [index, card] of block.cards.entries()) {
    expect(said(items)).toContain(
      `Initiative${index}Somewords.${card.foot === undefined ? "" : `201${index}`}`,
    );
  }
  expect(collisions(items)).toEqual([]);
});

test("a table goes on at a row; its head is said once and its foot ruled on each slide", () => {
  const rows = Array.from({ length: 30 }, (_, index) => [
    `Step ${index}`,
    `What is done in step ${index}`,
    "Open",
  ]);
  const pages = pagesOf(
    slideOf("table", "Steps", [tableOf([["Name", "Step", "Standing"], ...rows])]),
  );
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map(said).join("")).toBe(
    `StepsNameStepStanding${rows.flat().join("")}`.replaceAll(" ", ""),
  );
  for (const page of pages) {
    expect(glyphs(page).some((run) => run.text === "Standing")).toBe(true);
    const lines = boxes(page).sort((one, other) => one.y - other.y);
    expect(lines.at(-1)?.height).toBe(1);
    expect(collisions(page)).toEqual([]);
    expect(Math.min(...glyphs(page).map((run) => run.size))).toBeGreaterThanOrEqual(14);
  }
});

test("an annex may be smaller, down to 12 points", () => {
  const table = tableOf([
    ["Short", "Full"],
    ...Array.from({ length: 14 }, (_, index) => [`A${index}`, `Form ${index}`]),
  ]);
  const { items, rest } = laySlide(slideOf("table", "Annex", [table], { annex: true }));
  expect(rest).toBeUndefined();
  expect(sizes(items, "r1c1p")[0]).toBeGreaterThanOrEqual(12);
  expect(sizes(items, "r1c1p")[0]).toBeLessThanOrEqual(15);
});

test("a long list of short items stands in columns beside what is said of it", () => {
  const names = Array.from({ length: 18 }, (_, index) => `Country ${index}`);
  const blocks: readonly Block[] = [paragraph("label", "Partners of the programme."), list(names)];
  const { items, rest } = laySlide(slideOf("list", "Partners", blocks));
  expect(rest).toBeUndefined();
  expect(said(items)).toBe(`PartnersPartnersoftheprogramme.${names.join("")}`.replaceAll(" ", ""));
  const starts = new Set(
    glyphs(items)
      .filter((run) => run.text.startsWith("Country"))
      .map((run) => run.x),
  );
  expect(starts.size).toBeGreaterThan(1);
  expect(collisions(items)).toEqual([]);
});

test("an image is as large as the frame allows, above its caption; a missing one is told in words", () => {
  const caption = {
    kind: "caption" as const,
    id: "c",
    children: paragraph("x", "Visits a year").children,
  };
  const figure = (source: string): Block => ({
    kind: "figure",
    id: "f",
    image: { source, alternative: "A chart of visits" },
    caption,
  });
  const { items, overflow } = laySlide(slideOf("image", "Visits", [figure("chart.png")]));
  const image = items.find((item) => item.kind === "image");
  expect(overflow).toBe(0);
  expect((image?.width ?? 0) / (image?.height ?? 1)).toBeCloseTo(1.6, 3);
  expect(image?.height).toBeGreaterThan(260);
  expect(lowest(items)).toBeLessThan(460);
  expect(said(laySlide(slideOf("image", "Visits", [figure("none.png")])).items)).toContain(
    "Achartofvisits",
  );
});

test("a long word in a title of 60 points, an empty slide, a slide of every block", () => {
  const word = "Verteidigungszusammenarbeitsvereinbarungen".repeat(2);
  const title = laySlide(slideOf("title", word, [paragraph("p", "For information", "purpose")]));
  expect(said(title.items)).toBe(`${word}Forinformation`);
  expect(beyond(title.items, 912)).toBeLessThan(0.01);
  expect(collisions(title.items)).toEqual([]);
  expect(glyphs(laySlide(slideOf("cards", "", [])).items)).toEqual([]);
  const mixed = slideOf("two-column", "Mixed", [
    paragraph("a", "Above."),
    tableOf([["A"], ["1"]]),
    cards(2),
    list(["x"]),
  ]);
  expect(pagesOf(mixed).map(said).join("")).toContain("Above.A1Initiative0");
});

test("the deck of the sample holds on its slides, also with a third more text", () => {
  const longer = (text: string): string =>
    `${text}${" and more".repeat(Math.round(text.length / 30))}`;
  const grown = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (key, part: unknown) =>
      key === "value" && typeof part === "string" && part.length > 24 ? longer(part) : part,
    );
  for (const change of [<Value>(value: Value): Value => value, grown]) {
    for (const block of sample("slides").content) {
      if (block.kind !== "slide") continue;
      const { items, overflow, rest } = laySlide(change(block));
      expect([block.id, overflow, rest?.length]).toEqual([block.id, 0, undefined]);
      expect(collisions(items)).toEqual([]);
    }
  }
});

test("a slide of 3,000 of anything is parted without a loss, in bounded work", () => {
  const texts = Array.from({ length: 3_000 }, (_, index) => `Entry ${index}`);
  const table = tableOf([["Name", "State"], ...texts.map((text) => [text, "open"])]);
  for (const [layout, block] of [
    ["list", list(texts)],
    ["text", list(texts)],
    ["table", table],
  ] as const) {
    const first = laySlide(slideOf(layout, "Much", [block]));
    const [rest] = first.rest ?? [];
    const left =
      rest?.kind === "list" ? rest.items.length : rest?.kind === "table" ? rest.body.length : 0;
    const shown = glyphs(first.items).filter((run) => run.text.startsWith("Entry")).length;
    expect(first.rest, layout).toHaveLength(1);
    expect(shown, layout).toBeGreaterThan(4);
    expect(shown + left, layout).toBe(3_000);
  }
});
