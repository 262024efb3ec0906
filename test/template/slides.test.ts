import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Slide } from "../../src/document/index.ts";
import { textOf, textsOfBlocks } from "../../src/document/index.ts";
import { blocksOf, documentOf, errorsOf, seed } from "./support.ts";

type OutlineSlide = {
  readonly id: string;
  readonly number: string;
  readonly layout: string;
  readonly heading?: string;
  readonly annex?: boolean;
  readonly show?: readonly (readonly string[])[];
};
const outline: readonly OutlineSlide[] = JSON.parse(
  readFileSync("test/fixtures/outlines/canada-japan.json", "utf8"),
).slides.blocks;

const { value: document, diagnostics } = documentOf(seed(), { product: "slides" });
const slides = blocksOf(document, "slide");
const slide = (id: string): Slide => {
  const found = slides.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No slide "${id}"`);
  return found;
};

test("follow the outline", () => {
  expect(errorsOf(diagnostics)).toEqual([]);
  expect(
    slides.map(({ id, layout, annex, label, heading }) => ({
      id,
      layout,
      annex,
      label,
      heading: textOf(heading.children),
    })),
  ).toEqual(
    outline.map(({ id, layout, annex = false, number, heading }) => ({
      id,
      layout,
      annex,
      label: annex ? number : undefined,
      heading: heading ?? "Canada-Japan Defence Relations",
    })),
  );
});

test("show commitments, cards, a timeline, columns and tables", () => {
  expect(slide("slide-commitments").children).toMatchObject([
    { kind: "list", ordered: true, items: [{}, {}] },
  ]);
  const [cards] = slide("slide-initiatives").children;
  expect(
    cards?.kind === "cards" &&
      cards.cards.map(({ heading, foot = [] }) => [textOf(heading.children), textOf(foot)]),
  ).toEqual(outline[3]?.show);
  const [timeline] = slide("slide-milestones").children;
  expect(timeline?.kind === "timeline" && timeline.entries).toHaveLength(12);
  const [columns] = slide("slide-operational").children;
  expect(
    columns?.kind === "columns" &&
      columns.columns.map(({ heading, children }) => [
        textOf(heading?.children ?? []),
        children.map(({ kind }) => kind),
      ]),
  ).toEqual([
    ["Visits by Canada", ["timeline"]],
    ["Visits by Japan", ["timeline"]],
  ]);
  const [next] = slide("slide-next").children;
  expect(
    next?.kind === "table" &&
      next.body.map(({ cells }) => cells.flatMap(({ children }) => textsOfBlocks(children))),
  ).toEqual(outline[7]?.show);
  expect(textsOfBlocks(slide("slide-partners").children).slice(1)).toEqual(outline[8]?.show);
});

test("use the shorter wording, and keep it in full in what is said", () => {
  const why = slide("slide-why");
  expect(textsOfBlocks(why.children)[1]).toBe(
    "Japan is a valued regional and global security partner.",
  );
  expect(textsOfBlocks(why.notes)[0]).toMatch(/includes the following initiatives:$/);
  expect(textsOfBlocks(slide("slide-commitments").notes).at(-1)).toBe(
    "Name the two commitments first, then the five initiatives.",
  );
});

test("without slides in the source a deck is derived that holds all of the text", () => {
  const text =
    "# Plan\n\nOpening.\n\n## One\n\nFirst.\n\n### Below\n\nDeep.\n\n## Two\n\n- Second.\n";
  const { value } = documentOf(text, { product: "slides" });
  expect(blocksOf(value, "slide").map(({ heading }) => textOf(heading.children))).toEqual([
    "Plan",
    "Overview",
    "One",
    "Two",
  ]);
  expect(textsOfBlocks(value.content)).toEqual(
    expect.arrayContaining(["Opening.", "First.", "Below", "Deep.", "Second."]),
  );
});

test("what an English source says in a French deck is marked as English, and the words of the template are not", () => {
  const { value } = documentOf(seed(), { product: "slides", language: "fr" });
  const slides = blocksOf(value, "slide");
  const next = slides.find(({ id }) => id === "slide-next");
  expect(next?.heading.children).toMatchObject([{ kind: "span", language: "en-CA" }]);
  const [table] = next?.children ?? [];
  const [head, row] = table?.kind === "table" ? [table.head[0], table.body[0]] : [];
  expect(head?.cells.map(({ children }) => children)).toMatchObject([
    [{ children: [{ kind: "text", value: "Date" }] }],
    [{ children: [{ kind: "text", value: "Étape" }] }],
    [{ children: [{ kind: "text", value: "État" }] }],
  ]);
  expect(row?.cells[1]?.children).toMatchObject([
    { children: [{ kind: "span", language: "en-CA", children: [{ kind: "text" }] }] },
  ]);
});
