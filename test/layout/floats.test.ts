import { expect, test } from "vitest";
import type { Block, Figure, Table, TableRow } from "../../src/document/index.ts";
import { visitNodes } from "../../src/document/index.ts";
import type { Page, TracePage } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { build, tagsOf } from "../references/support.ts";
import { fc, runs } from "../support/property.ts";
import { lay, report } from "./laid.ts";
import {
  documentOf,
  overlaps,
  ownItems,
  paragraph,
  section,
  sentences,
  themeOf,
  words,
} from "./support.ts";

const figure = (id: string, change: Partial<Figure> = {}): Figure => ({
  kind: "figure",
  id,
  image: { source: "chart.png", alternative: "A chart" },
  caption: { kind: "caption", id: `${id}-caption`, children: words(`Caption of ${id}`) },
  ...change,
});

/** Paragraphs of four sentences with a figure after the one with this number. */
function text(count: number, at: number, shown: Block = figure("f")): readonly Block[] {
  return Array.from({ length: count }, (_, index) => {
    const own = paragraph(`p${index}`, sentences(4, index * 4));
    return index === at ? [own, shown] : [own];
  }).flat();
}

const pageOfImage = (pages: readonly Page[], id: string): number =>
  pages.findIndex((page) =>
    page.items.some((item) => item.kind === "image" && "node" in item.tag && item.tag.node === id),
  );

const pageOfNode = (trace: readonly TracePage[], id: string): number =>
  trace.findIndex(({ lines }) => lines.some(({ node }) => node === id));

/** Lowest baseline of the text of a page. */
const footOf = (page: TracePage | undefined): number =>
  Math.max(...(page?.lines ?? []).filter(({ node }) => node !== undefined).map(({ y }) => y));

/** A place for a figure where it has no room. */
function withoutRoom(shown: Block): { readonly at: number; readonly page: number } {
  for (let at = 5; at < 30; at += 1) {
    const { pages, trace } = lay(documentOf(text(40, at, shown)));
    const page = pageOfNode(trace, `p${at}`);
    const foot = footOf(trace[page]);
    if (pageOfImage(pages, "f") === page + 1 && foot < 660) return { at, page };
  }
  throw new Error("The figure has room everywhere.");
}

test("text fills the foot that a figure without room would leave empty; a figure to stay does not move", () => {
  const { at, page } = withoutRoom(figure("f", { fixed: true }));
  const { pages, trace } = lay(documentOf(text(40, at)));
  expect(footOf(trace[page])).toBeGreaterThan(738 - 3 * 16);
  expect(pageOfImage(pages, "f")).toBe(page + 1);
  // The figure heads its page, with its caption, and the text goes on below.
  const [image] = ownItems(pages[page + 1] as Page);
  expect(image?.kind).toBe("image");
  const lines = trace[page + 1]?.lines.filter(({ node }) => node !== undefined) ?? [];
  expect(lines[0]?.node).toBe("f-caption");
  expect(lines[1]?.node).toMatch(/^p/);
});

test("a figure without a caption and one that a sentence leads in to keep their places", () => {
  const { caption: _caption, ...bare } = figure("f");
  const { at } = withoutRoom(bare);
  const { pages, trace } = lay(documentOf(text(40, at, bare)));
  expect(pageOfNode(trace, `p${at + 1}`)).toBe(pageOfImage(pages, "f"));
});

test("a figure does not pass the heading of the next section", () => {
  for (let at = 5; at < 14; at += 1) {
    const content = [
      section("a", 1, "One", text(at + 1, at)),
      section("b", 1, "Two", [paragraph("q", sentences(60))]),
    ];
    const { pages, trace } = lay(documentOf(content));
    expect(pageOfImage(pages, "f")).toBeLessThanOrEqual(pageOfNode(trace, "b-heading"));
    const image = pages[pageOfImage(pages, "f")]?.items.find((item) => item.kind === "image");
    const heading = trace
      .flatMap(({ lines, number }) => lines.map((line) => ({ ...line, number })))
      .find(({ node }) => node === "b-heading");
    if (heading?.number === pageOfImage(pages, "f") + 1) {
      expect(heading.y).toBeGreaterThan(image?.y ?? 0);
    }
  }
});

/** Each region in the order of reading, and what stands in it. */
type Kinds = readonly ("text" | "figure" | "heading")[];

const kinds: fc.Arbitrary<Kinds> = fc.array(
  fc.constantFrom("text", "text", "text", "figure", "heading"),
  { minLength: 10, maxLength: 45 },
);

function contentOf(list: Kinds): readonly Block[] {
  return list.map((kind, index) =>
    kind === "figure"
      ? figure(`f${index}`)
      : kind === "heading"
        ? section(`s${index}`, 1, `Section ${index}`, [])
        : paragraph(`p${index}`, sentences(1 + ((index * 5) % 7), index * 10)),
  );
}

test.each([
  ["report", "accessible"],
  ["report", "print"],
  ["fact-sheet", "print"],
])(
  "figures in a %s (%s): nothing is lost, nothing overlaps, order is kept, and none is more than a page from its place",
  (product, profile) => {
    const theme: Theme = themeOf(product, profile);
    fc.assert(
      fc.property(kinds, (list) => {
        const { pages, trace } = lay(documentOf(contentOf(list)), theme);
        let before = -1;
        let figureBefore = -1;
        list.forEach((kind, index) => {
          if (kind === "figure") {
            const page = pageOfImage(pages, `f${index}`);
            expect(page).toBeGreaterThanOrEqual(Math.max(0, figureBefore));
            expect(pageOfNode(trace, `f${index}-caption`)).toBe(page);
            const place = Math.max(before, figureBefore);
            if (place >= 0) expect(page - place).toBeLessThanOrEqual(1);
            figureBefore = page;
            return;
          }
          const id = kind === "heading" ? `s${index}-heading` : `p${index}`;
          const page = pageOfNode(trace, id);
          expect(page).toBeGreaterThanOrEqual(before);
          before = trace.findLastIndex(({ lines }) => lines.some(({ node }) => node === id));
        });
        for (const page of pages) {
          expect(overlaps(page)).toEqual([]);
          for (const image of page.items) {
            if (image.kind !== "image") continue;
            const covered = page.items.filter(
              (item) =>
                item.kind === "glyphs" &&
                "node" in item.tag &&
                item.y > image.y + 1 &&
                item.y - item.size * 0.7 < image.y + image.height &&
                item.x < image.x + image.width &&
                item.x + item.width > image.x,
            );
            expect(covered).toEqual([]);
          }
        }
      }),
      { numRuns: runs(40) },
    );
  },
);

test("more figures than text stand one after another, and all are there", () => {
  const content = Array.from({ length: 30 }, (_, index) => figure(`f${index}`));
  const { pages } = lay(documentOf([paragraph("p", sentences(3)), ...content]), report);
  const places = content.map(({ id }) => pageOfImage(pages, id));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places.every((page) => page >= 0)).toBe(true);
});

test.each([
  '![A chart](chart.png "Exports"){.here}',
  ":::figure[Exports]{.here}\n![A chart](chart.png)\n:::",
])("an author keeps a figure in its place: %s", (written) => {
  const { document, rules } = build(`# Title\n\nText.\n\n${written}\n`);
  const found: unknown[] = [];
  visitNodes(document.content, (node) => {
    if (node.kind === "figure") found.push(node["fixed"]);
  });
  expect(found).toEqual([true]);
  expect(rules).not.toContain("class-is-known");
  expect(rules).not.toContain("role-has-style");
});

test("the tags of a figure that text has passed are where it is written", async () => {
  const { at } = withoutRoom(figure("f", { fixed: true }));
  const document = documentOf(text(40, at));
  const { trace } = lay(document);
  const head = trace[pageOfNode(trace, "f-caption")]?.lines.find(({ node }) => node !== undefined);
  expect(head?.node).toBe("f-caption");
  const tags = (await tagsOf(document)).join("\n");
  const caption = tags.indexOf("Caption of f");
  expect(caption).toBeGreaterThan(tags.indexOf(`Sentence ${at * 4} `));
  expect(caption).toBeLessThan(tags.indexOf(`Sentence ${at * 4 + 4} `));
});

const table = (rows: number): Table => ({
  kind: "table",
  id: "t",
  columns: [{ alignment: "start" }, { alignment: "end" }],
  head: [row("head", "Year", "Tonnes")],
  body: Array.from({ length: rows }, (_, index) => row(`r${index}`, `${1990 + index}`, "12")),
  rowHeaders: false,
  caption: { kind: "caption", id: "t-caption", children: words("Caption of t") },
});

const row = (id: string, ...cells: readonly string[]): TableRow => ({
  kind: "tableRow",
  id,
  cells: cells.map((value, index) => ({
    kind: "tableCell",
    id: `${id}-${index}`,
    children: [paragraph(`${id}-${index}-p`, value)],
  })),
});

/** Pages on which something of the table stands. */
const pagesOfTable = (trace: readonly TracePage[]): readonly number[] =>
  trace.flatMap(({ lines }, page) =>
    lines.some(({ node }) => node === "t-caption" || /^r\d+-\d/.test(node ?? "")) ? [page] : [],
  );

test("a captioned table that a page would part heads the next one, and text fills the foot; one too high is parted", () => {
  let moved = 0;
  for (let at = 4; at < 16; at += 1) {
    const { trace, pages } = lay(documentOf(text(24, at, table(9))));
    expect(pagesOfTable(trace)).toHaveLength(1);
    const [page = 0] = pagesOfTable(trace);
    expect(page - pageOfNode(trace, `p${at}`)).toBeLessThanOrEqual(1);
    const own = trace[page]?.lines.filter(({ node }) => node !== undefined) ?? [];
    if (own[0]?.node === "t-caption" && footOf(trace[page - 1]) > 738 - 4 * 16) moved += 1;
    for (const each of pages) expect(overlaps(each)).toEqual([]);
  }
  expect(moved).toBeGreaterThan(1);
  expect(pagesOfTable(lay(documentOf(text(24, 8, table(60)))).trace).length).toBeGreaterThan(1);
});
