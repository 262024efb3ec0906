import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import type { Block, Slide, SlideOverflow } from "../../src/document/index.ts";
import { textsOfBlocks } from "../../src/document/index.ts";
import type { Page } from "../../src/layout/index.ts";
import { layOut, traceOf } from "../../src/layout/index.ts";
import {
  assetsOf,
  documentOf,
  overlaps,
  paragraph,
  printed,
  squeezed,
  themeOf,
  words,
} from "../layout/support.ts";

const theme = themeOf("slides");

const slideOf = (
  layout: string,
  children: readonly Block[],
  overflow?: SlideOverflow,
  change: Partial<Slide> = {},
): Slide => ({
  kind: "slide",
  id: "slide",
  layout,
  heading: { kind: "heading", id: "heading", children: words("What we ask for") },
  children,
  notes: [],
  annex: false,
  continued: "continued",
  place: { file: "template.hbs", line: 16, column: 1 },
  ...(overflow === undefined ? {} : { overflow }),
  ...change,
});

type Laid = { readonly pages: readonly Page[]; readonly told: readonly Diagnostic[] };

function lay(...slides: readonly Slide[]): Laid {
  const { value, diagnostics } = layOut(
    documentOf(slides, { product: "slides" }),
    theme,
    assetsOf(theme),
  );
  return { pages: value.pages, told: diagnostics };
}

const argument = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, index) => ({
    ...paragraph(
      `p${index}`,
      `Point ${index}: ships, aircraft and staff of both countries work together on relief at sea.`,
    ),
    place: { file: "source.md", line: 10 + index, column: 1 },
  }));

const textsOn = (page: Page | undefined): readonly string[] =>
  (page === undefined ? [] : (traceOf([page]).pages[0]?.lines ?? [])).map((line) => line.text);
const sizesOf = (pages: readonly Page[]): ReadonlySet<number> =>
  new Set(
    traceOf(pages).pages.flatMap(({ lines }) =>
      lines.filter(({ node }) => node?.startsWith("p")).map(({ size }) => size),
    ),
  );

test("what has no room goes on under the same title, which says so, in text of one size", () => {
  const { pages, told } = lay(slideOf("text", argument(9)));
  expect(pages.length).toBe(2);
  expect(textsOn(pages[0])).toContain("What we ask for");
  expect(textsOn(pages[1])).toContain("What we ask for (continued)");
  expect(sizesOf(pages).size).toBe(1);
  expect(squeezed(printed(pages))).toContain("Point8:ships");
  expect(told).toMatchObject([
    {
      rule: "slide-fits",
      severity: "warning",
      message: 'The slide "What we ask for" is divided into 2 slides.',
      place: { file: "source.md", line: 10 },
    },
  ]);
});

test("the parts of a divided slide are about equally high", () => {
  const { pages } = lay(slideOf("text", argument(7)));
  const counts = pages.map(
    (page) => textsOn(page).filter((text) => text.startsWith("Point")).length,
  );
  expect(pages.length).toBe(2);
  expect(Math.abs((counts[0] ?? 0) - (counts[1] ?? 0))).toBeLessThanOrEqual(1);
});

test("records are divided without a word", () => {
  const cell = (text: string, id: string) => ({
    kind: "tableCell" as const,
    id,
    children: [paragraph(`${id}p`, text)],
  });
  const row = (id: string, texts: readonly string[]) => ({
    kind: "tableRow" as const,
    id,
    cells: texts.map((text, index) => cell(text, `${id}-${index}`)),
  });
  const table: Block = {
    kind: "table",
    id: "table",
    columns: [{ alignment: "start" }, { alignment: "start" }],
    head: [row("head", ["Date", "Step"])],
    body: Array.from({ length: 40 }, (_, index) => row(`r${index}`, [`${2000 + index}`, "Talks"])),
    rowHeaders: true,
  };
  const { pages, told } = lay(slideOf("table", [table]));
  expect(told).toEqual([]);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map((page) => page.label)).toEqual(pages.map((_, index) => String(index + 1)));
});

test("with overflow=fit the text goes below the size of the layout, and no lower than its floor", () => {
  const split = lay(slideOf("text", argument(8)));
  const fit = lay(slideOf("text", argument(8), "fit"));
  expect([split.pages.length, fit.pages.length]).toEqual([2, 1]);
  const [size = 0] = sizesOf(fit.pages);
  expect(size).toBeLessThan(20);
  expect(size).toBeGreaterThanOrEqual(12);
  expect(fit.told).toEqual([]);
  expect(fit.pages.flatMap((page) => overlaps(page))).toEqual([]);
});

test("what does not fit at the floor is an error with what is left over", () => {
  const { told, pages } = lay(slideOf("text", argument(40), "fit"));
  expect(told).toMatchObject([{ rule: "slide-fits", severity: "error" }]);
  expect(told[0]?.message).toMatch(
    /points of text more than it has room for; this did not fit: "Point \d+: ships/,
  );
  expect(squeezed(printed(pages))).toContain("Point39:ships");
});

test("with overflow=error one line too many is an error, in points, with its text", () => {
  const { told } = lay(slideOf("text", argument(7), "error"));
  expect(told).toMatchObject([
    { rule: "slide-fits", severity: "error", place: { file: "source.md" } },
  ]);
  expect(told[0]?.message).toMatch(/has \d+ points of text more than it has room for/);
  expect(told[0]?.message).toMatch(/Point 6: ships/);
  expect(lay(slideOf("text", argument(3), "error")).told).toEqual([]);
});

test("a paragraph that no slide holds goes on at the end of a sentence, code at a line, a section within", () => {
  const long = paragraph(
    "p",
    "Ships of both countries work together on relief at sea. ".repeat(40).trim(),
  );
  const code: Block = {
    kind: "codeBlock",
    id: "code",
    code: Array.from({ length: 60 }, (_, index) => `line ${index};`).join("\n"),
  };
  const section: Block = {
    kind: "section",
    id: "section",
    level: 1,
    heading: { kind: "heading", id: "section-heading", children: words("Below") },
    children: argument(12),
  };
  for (const [block, first] of [
    [long, /sea\.$/],
    [code, /^line \d+;$/],
    [section, /sea\.$/],
  ] as const) {
    const { pages, told } = lay(slideOf("text", [block]));
    expect(pages.length, block.kind).toBeGreaterThan(1);
    expect(
      told.filter(({ severity }) => severity === "error"),
      block.kind,
    ).toEqual([]);
    expect(squeezed(printed(pages)), block.kind).toContain(
      squeezed(textsOfBlocks([block]).at(-1) ?? ""),
    );
    const shown = traceOf(pages.slice(0, 1)).pages[0]?.lines.filter(
      ({ node }) => node !== undefined,
    );
    expect(shown?.at(-1)?.text.trim(), block.kind).toMatch(first);
    expect(
      pages.flatMap((page) => overlaps(page)),
      block.kind,
    ).toEqual([]);
  }
});

test("what can be parted nowhere is an error whatever is asked for", () => {
  const lines = Array.from({ length: 40 }, (_, index) => [
    { kind: "text" as const, value: `Line${index}` },
    { kind: "lineBreak" as const },
  ]).flat();
  const row = {
    kind: "tableRow" as const,
    id: "row",
    cells: [
      {
        kind: "tableCell" as const,
        id: "cell",
        children: [{ ...paragraph("p", ""), children: lines }],
      },
    ],
  };
  const table: Block = {
    kind: "table",
    id: "table",
    columns: [{ alignment: "start" }],
    head: [],
    body: [row],
    rowHeaders: false,
  };
  for (const overflow of ["split", "fit", "error"] as const) {
    const { told } = lay(slideOf("table", [table], overflow));
    expect(told, overflow).toMatchObject([{ rule: "slide-fits", severity: "error" }]);
    expect(told[0]?.message, overflow).toMatch(/is \d+ points higher than its frame/);
  }
});

test("slides after a divided one are numbered on, and an annex is not counted", () => {
  const short = (id: string, change: Partial<Slide> = {}): Slide =>
    slideOf("text", [paragraph(`${id}-p`, "Text.")], undefined, { id, ...change });
  const { pages } = lay(
    slideOf("text", argument(9)),
    short("next"),
    short("more", { annex: true, label: "A1" }),
  );
  expect(pages.map((page) => page.label)).toEqual(["1", "2", "3", "A1"]);
});

test("a title slide with a title of any length keeps clear of what stands around it", () => {
  const masthead: Block = {
    kind: "masthead",
    id: "masthead",
    columns: [[paragraph("kind", "Presentation")], [paragraph("name", "Department")]],
  };
  for (const count of [2, 6, 12, 18, 25]) {
    const title = Array.from({ length: count }, () => "Cooperation").join(" ");
    const { pages, told } = lay(
      slideOf("title", [masthead, paragraph("purpose", "For information", "purpose")], undefined, {
        heading: { kind: "heading", id: "heading", children: words(title) },
      }),
    );
    expect(told, title).toEqual([]);
    expect(
      pages.flatMap((page) => overlaps(page)),
      title,
    ).toEqual([]);
  }
});
