import { expect, test } from "vitest";
import type { Block, DocumentTree, Inline, Note } from "../../src/document/index.ts";
import type { TraceLine } from "../../src/layout/index.ts";
import { layOut, traceOf } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import {
  assetsOf,
  documentOf,
  overlaps,
  paragraph,
  printed,
  section,
  sentences,
  squeezed,
  themeOf,
  words,
} from "./support.ts";

const report = themeOf("report");

function lay(content: readonly Block[], change: Partial<DocumentTree> = {}, theme: Theme = report) {
  const { value, diagnostics } = layOut(documentOf(content, change), theme, assetsOf(theme));
  const pages = traceOf(value.pages).pages.map((page) => page.lines);
  return { pages, diagnostics, laid: value.pages, facts: value.facts };
}

const of = (lines: readonly TraceLine[] | undefined, node: string): readonly TraceLine[] =>
  (lines ?? []).filter((line) => line.node === node);

test("an empty document has one page", () => {
  expect(lay([]).laid).toHaveLength(1);
});

test("no paragraph leaves a line alone, no heading stands without two lines of its text", () => {
  const content: Block[] = [];
  for (let index = 0; index < 60; index += 1) {
    const text = sentences(1 + ((index * 7) % 9), index);
    const own = [paragraph(`p${index}`, text), paragraph(`q${index}`, sentences(2, index))];
    content.push(section(`s${index}`, 1 + (index % 3 === 0 ? 0 : 1), `Section ${index}`, own));
  }
  const { pages } = lay(content);
  expect(pages.length).toBeGreaterThan(8);
  for (let index = 0; index < 60; index += 1) {
    for (const name of [`p${index}`, `q${index}`]) {
      const counts = pages.map((lines) => of(lines, name).length).filter((count) => count > 0);
      const total = counts.reduce((sum, count) => sum + count, 0);
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(Math.min(2, total));
    }
    const page = pages.findIndex((lines) => of(lines, `s${index}-heading`).length > 0);
    const after = of(pages[page], `p${index}`).length + of(pages[page], `q${index}`).length;
    expect(after).toBeGreaterThanOrEqual(2);
  }
});

test("pages are full but for what keeps together", () => {
  const content = Array.from({ length: 40 }, (_, index) =>
    paragraph(`p${index}`, sentences(5, index)),
  );
  const { pages } = lay(content);
  for (const lines of pages.slice(1, -1)) {
    const foot = Math.max(...lines.filter((line) => line.node !== undefined).map((line) => line.y));
    expect(foot).toBeGreaterThan(738 - 5 * 16);
  }
});

test("between blocks stands the larger of both spaces, and none at the head of a page", () => {
  const { pages } = lay([
    section("one", 2, "Heading", [paragraph("a", "Text."), paragraph("b", "More.")]),
    section("two", 2, "Another", [paragraph("c", "Text.")]),
    section("annex", 1, "Annex", [paragraph("d", "Text.")], true),
  ]);
  const [first = [], second = []] = pages;
  const y = (name: string): number => of(first, name)[0]?.y ?? Number.NaN;
  const body = report.styles["body"] as Theme["styles"][string];
  const h3 = report.styles["h3"] as Theme["styles"][string];
  expect(y("b") - y("a")).toBeCloseTo(body.leading + body.after, 2);
  const shift = report.fonts["sans"]?.baselineShift ?? 0;
  const between = y("two-heading") - y("b") - shift * (h3.size - body.size);
  expect(between).toBeCloseTo((body.leading + h3.leading) / 2 + Math.max(body.after, h3.before), 2);
  // The rule above an annex and its gap: 1 and 6.
  const annex = of(second, "annex-heading")[0]?.y ?? 0;
  expect(annex).toBeCloseTo(62 + 7 + 12 + shift * 18, 2);
});

test("a sentence that ends in a colon keeps to the first item of its list", () => {
  const list: Block = {
    kind: "list",
    id: "l",
    ordered: false,
    start: 1,
    loose: false,
    items: [1, 2, 3].map((number) => ({
      kind: "listItem" as const,
      id: `i${number}`,
      children: [paragraph(`i${number}p`, sentences(3, number))],
    })),
  };
  for (let fill = 0; fill < 20; fill += 1) {
    const filling = Array.from({ length: fill }, (_, index) => paragraph(`f${index}`, "Filling."));
    const { pages } = lay(
      [...filling, paragraph("lead", "As follows:"), list],
      {},
      {
        ...report,
        masters: { first: report.masters.later, later: report.masters.later },
        page: { ...report.page },
      },
    );
    const page = pages.findIndex((lines) => of(lines, "lead").length > 0);
    expect(of(pages[page], "i1p").length, `after ${fill}`).toBeGreaterThan(0);
  }
});

test("notes stand at the foot of the page that refers to them", () => {
  const reference = (number: number): Inline => ({
    kind: "noteReference",
    id: `r${number}`,
    note: `n${number}`,
    number,
  });
  const notes: Note[] = [1, 2, 3].map((number) => ({
    kind: "note",
    id: `n${number}`,
    number,
    children: [paragraph(`n${number}p`, `Note ${number} explains it.`)],
  }));
  const content: Block[] = [];
  for (let index = 0; index < 30; index += 1) {
    const own = paragraph(`p${index}`, sentences(4, index));
    const number = index === 3 ? 1 : index === 12 ? 2 : index === 25 ? 3 : 0;
    content.push(
      number === 0
        ? own
        : { ...own, children: [...own.children, reference(number), ...words(" End.")] },
    );
  }
  const { pages, laid } = lay(content, { notes });
  for (const [number, name] of [
    [1, "p3"],
    [2, "p12"],
    [3, "p25"],
  ] as const) {
    const page = pages.findIndex((lines) => of(lines, `n${number}p`).length > 0);
    const lines = pages[page] ?? [];
    expect(of(lines, name).length).toBeGreaterThan(0);
    const foot = Math.max(
      ...lines.filter((line) => /^p\d/.test(line.node ?? "")).map(({ y }) => y),
    );
    expect(of(lines, `n${number}p`)[0]?.y).toBeGreaterThan(foot);
    expect(of(lines, `n${number}p`)[0]?.y).toBeLessThan(738);
  }
  for (const page of laid) expect(overlaps(page)).toEqual([]);
});

test("a note that nothing refers to is not lost", () => {
  const note: Note = { kind: "note", id: "n", number: 1, children: [paragraph("np", "Alone.")] };
  const { pages } = lay([paragraph("p", "Text.")], { notes: [note] });
  expect(pages.flatMap((lines) => of(lines, "np"))).toHaveLength(1);
});

test("a box that no page holds goes on over pages with all its text", () => {
  const children = Array.from({ length: 25 }, (_, index) =>
    paragraph(`p${index}`, sentences(4, index)),
  );
  const callout: Block = { kind: "callout", id: "box", label: words("Note"), children };
  const { laid, diagnostics } = lay([callout]);
  expect(laid.length).toBeGreaterThan(1);
  expect(diagnostics).toEqual([]);
  const text = squeezed(printed(laid));
  for (let index = 0; index < 25; index += 1) expect(text).toContain(squeezed(sentences(4, index)));
  for (const page of laid) {
    const tints = page.items.filter((item) => item.kind === "box" && item.colour === "F3F1EB");
    expect(tints).toHaveLength(1);
  }
});

test("a cell higher than a page is parted between its lines", () => {
  const cell = (id: string, value: string) => ({
    kind: "tableCell" as const,
    id,
    children: [paragraph(`${id}-p`, value)],
  });
  const table: Block = {
    kind: "table",
    id: "t",
    columns: [{ alignment: "start" }, { alignment: "start" }],
    head: [{ kind: "tableRow", id: "h", cells: [cell("h1", "Head"), cell("h2", "Other")] }],
    body: [{ kind: "tableRow", id: "r", cells: [cell("a", sentences(90)), cell("b", "Short.")] }],
    rowHeaders: false,
  };
  const { laid } = lay([table]);
  expect(laid.length).toBeGreaterThan(1);
  expect(squeezed(printed(laid))).toContain(squeezed(sentences(90).slice(0, 200)));
  for (const page of laid) {
    for (const item of page.items) {
      if (item.kind === "glyphs" && "node" in item.tag) expect(item.y).toBeLessThan(738);
    }
    expect(overlaps(page)).toEqual([]);
  }
});

test("a side box that is too high stands in the text, and the author is told", () => {
  const theme = themeOf("fact-sheet");
  const facts: Block = {
    kind: "quickFacts",
    id: "facts",
    heading: { kind: "heading", id: "fh", children: words("Quick facts") },
    facts: Array.from({ length: 14 }, (_, index) => ({
      kind: "quickFact" as const,
      id: `f${index}`,
      label: words("A label that takes more than one line of the box"),
      value: words(`Value ${index}`),
    })),
  };
  const { pages, diagnostics, laid } = lay([paragraph("p", sentences(6)), facts], {}, theme);
  expect(diagnostics.map(({ rule }) => rule)).toContain("content-fits");
  expect(pages.flatMap((lines) => lines.filter((line) => line.part === "value"))).toHaveLength(14);
  for (const page of laid) expect(overlaps(page)).toEqual([]);
});

test("a list item that a link leads to has a place", () => {
  const link: Inline = {
    kind: "link",
    id: "k",
    target: { kind: "node", id: "far" },
    children: words("there"),
  };
  const { laid } = lay([
    { kind: "paragraph", id: "p", children: [...words("Go "), link] },
    { kind: "group", id: "far", role: "unknown", children: [paragraph("q", "Here.")] },
  ]);
  const [page] = laid;
  const place = page?.items.find((item) => item.kind === "destination" && item.node === "far");
  const text = page?.items.find(
    (item) => item.kind === "glyphs" && "node" in item.tag && item.tag.node === "q",
  );
  expect(place?.y).toBeCloseTo((text?.y ?? 0) - 11, 2);
});

test("more pages than the budget allows: the longest sections are named", () => {
  const theme: Theme = { ...report, budget: { pages: 1, annexesCount: false } };
  const { diagnostics } = lay(
    [
      section("a", 1, "Short one", [paragraph("p", sentences(1))]),
      section("b", 1, "Long one", [paragraph("q", sentences(90))]),
      section("c", 1, "Annex", [paragraph("r", sentences(200))], true),
    ],
    {},
    theme,
  );
  const found = diagnostics.find(({ rule }) => rule === "length-within-budget");
  expect(found?.hints[0]).toContain('"Long one"');
  expect(found?.hints[0]).not.toContain('"Annex"');
});
