import { expect, test } from "vitest";
import type { Block, DocumentTree } from "../../src/document/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { build } from "../references/support.ts";
import { lay, numberWith, pageWith, report } from "./laid.ts";
import { documentOf, overlaps, paragraph, section, sentences, words } from "./support.ts";

// ---------------------------------------------------------------------------------------------------------- page breaks

test.each([
  ["<!-- pagebreak -->"],
  ["<!-- page-break -->"],
  ["\\newpage"],
  ["\\pagebreak"],
  [":::page-break\n:::"],
  [":::page-break\n:::\n\n<!-- pagebreak -->"],
])("%j begins a page, and says nothing", (mark) => {
  const { document } = build(`# T\n\n## One\n\nBefore.\n\n${mark}\n\nAfter.\n`);
  const { trace } = lay(document);
  expect(numberWith(trace, "After.")).toBe(numberWith(trace, "Before.") + 1);
  expect(trace.flatMap(({ lines }) => lines.map(({ text }) => text)).join(" ")).not.toMatch(
    /page-?break|newpage/,
  );
});

test.each([["## Two {.page-break}"], ["After it. {.page-break}"]])("%s begins a page", (marked) => {
  const { document, rules } = build(`# T\n\n## One\n\nBefore.\n\n${marked}\n`);
  expect(rules).toEqual([]);
  const { trace } = lay(document);
  const text = marked.replace(/^#+ | \{.*$/g, "");
  expect(numberWith(trace, text)).toBe(numberWith(trace, "Before.") + 1);
});

test("page breaks at the beginning and at the end make no empty pages", () => {
  const broken: Block = { kind: "pageBreak", id: "a" };
  const last: Block = { kind: "pageBreak", id: "b" };
  expect(lay(documentOf([broken, paragraph("p", "Text."), last])).pages).toHaveLength(1);
});

// ------------------------------------------------------------------------------------------------------------- landscape

test("a section in landscape has pages of its own, as wide as the others are high", () => {
  const { document, rules } = build(
    "# T\n\n## One\n\nBefore it.\n\n### Wide part {.landscape}\n\nWithin it.\n\n## Two\n\nAfter it.\n",
  );
  expect(rules).toEqual([]);
  const { trace, pages } = lay(document);
  const wide = pageWith(trace, "Within it.");
  expect([wide?.width, wide?.height]).toEqual([792, 612]);
  for (const text of ["Before it.", "After it."]) {
    expect([pageWith(trace, text)?.width, pageWith(trace, text)?.height]).toEqual([612, 792]);
  }
  expect(numberWith(trace, "Within it.")).toBe(numberWith(trace, "Before it.") + 1);
  expect(numberWith(trace, "After it.")).toBe(numberWith(trace, "Within it.") + 1);
  const foot = wide?.lines.find(({ text }) => text.startsWith("Page"));
  expect((foot?.x ?? 0) + (foot?.width ?? 0)).toBeCloseTo(720, 0);
  expect(foot?.y).toBeGreaterThan(612 - 54);
  for (const page of pages) expect(overlaps(page)).toEqual([]);
});

test("text in landscape fills the wider page", () => {
  const long = { ...section("s", 1, "Wide", [paragraph("p", sentences(60))]), landscape: true };
  const { trace } = lay(documentOf([long]));
  const right = Math.max(
    ...trace.flatMap(({ lines }) =>
      lines.filter(({ node }) => node === "p").map(({ x, width }) => x + width),
    ),
  );
  expect(right).toBeGreaterThan(640);
  expect(right).toBeLessThanOrEqual(720.5);
});

// ---------------------------------------------------------------------------------------------------------- running heads

const runningSection: DocumentTree["running"] = [
  {
    kind: "running",
    id: "head",
    frame: "header-left",
    pages: "all",
    children: [{ kind: "currentSection" }],
  },
];

test("a running head names the first section that begins on the page, or else the one that goes on", () => {
  const long = Array.from({ length: 30 }, (_, index) =>
    paragraph(`a${index}`, sentences(4, index)),
  );
  const { trace } = lay(
    documentOf(
      [
        paragraph("start", "Before any section."),
        { kind: "pageBreak", id: "x" },
        section("one", 1, "First", long),
        section("two", 1, "Second", [paragraph("b", "Text.")]),
        section("three", 1, "Third", [paragraph("c", "Text.")]),
        { kind: "pageBreak", id: "y" },
        paragraph("d", "At the end."),
      ],
      { running: runningSection },
    ),
  );
  const heads = trace.map(({ lines }) => lines.find(({ node }) => node === undefined)?.text ?? "");
  expect(heads[0]).toBe("");
  const starts = ["First", "Second", "Third"].map((text) => numberWith(trace, text) - 1);
  expect(heads[1]).toBe("First");
  for (let page = 2; page < (starts[1] ?? 0); page += 1) expect(heads[page]).toBe("First");
  expect(heads[starts[1] ?? 0]).toBe("Second");
  expect(heads.at(-1)).toBe("Third");
});

// --------------------------------------------------------------------------------------------------------- page numbers

test("front matter is i, ii, the text is 1, 2, annexes are A-1, and contents say so", () => {
  const content: readonly Block[] = [
    { kind: "title", id: "t", children: words("Title") },
    { kind: "tableOfContents", id: "toc", depth: 1 },
    { kind: "pageBreak", id: "x" },
    paragraph("preface", "A preface."),
    { kind: "pageBreak", id: "y" },
    section("one", 1, "First", [paragraph("a", sentences(160))]),
    section("annex", 1, "Annex A: More", [paragraph("b", sentences(160))], true),
    section("annex-2", 1, "Annex B: Last", [paragraph("c", "Text.")], true),
  ];
  const running: DocumentTree["running"] = [
    {
      kind: "running",
      id: "foot",
      frame: "footer-right",
      pages: "all",
      children: [{ kind: "pageNumber" }, ...words(" of "), { kind: "pageCount" }],
    },
  ];
  const { trace } = lay(
    documentOf(content, { running, pageNumbers: { romanFront: true, letteredAnnexes: true } }),
  );
  const labels = trace.map(({ label }) => label);
  expect(labels.slice(0, 2)).toEqual(["i", "ii"]);
  expect(labels[2]).toBe("1");
  expect(labels).toContain("A-2");
  expect(labels.at(-1)).toBe("B-1");
  const pages = (node: string) =>
    trace.flatMap(({ lines }) =>
      lines.filter((line) => line.node === node && line.part === "page").map(({ text }) => text),
    );
  expect(["toc-one", "toc-annex", "toc-annex-2"].flatMap(pages)).toEqual(["1", "A-1", "B-1"]);
  const feet = trace.map(({ lines }) =>
    lines
      .filter(({ node }) => node === undefined)
      .map(({ text }) => text)
      .join(""),
  );
  expect(feet[0]).toBe("i of ii");
  expect(feet.at(-1)).toBe("B-1 of 1");
});

test("an annex with a page in landscape keeps its letter, and the next one has its own", () => {
  const wide: Block = { ...section("wide", 2, "Wide", [paragraph("w", "Wide.")]), landscape: true };
  const { trace } = lay(
    documentOf(
      [
        section("one", 1, "First", [paragraph("a", "Text.")]),
        section("annex", 1, "Annex A: More", [paragraph("b", "Text."), wide], true),
        section("annex-2", 1, "Annex B: Last", [paragraph("c", "Text.")], true),
      ],
      { pageNumbers: { romanFront: false, letteredAnnexes: true } },
    ),
  );
  expect(trace.map(({ label }) => label)).toEqual(["1", "A-1", "A-2", "B-1"]);
});

test("the head of a source asks for it", () => {
  const { document, rules } = build(
    "---\npage-numbers: {front: roman, annexes: lettered}\n---\n# T\n\nText.\n",
  );
  expect(document.pageNumbers).toEqual({ romanFront: true, letteredAnnexes: true });
  expect(rules).toEqual([]);
});

// --------------------------------------------------------------------------------------------------------------- binding

test("where pages are bound, text keeps away from the binding and page numbers stand outside", () => {
  const theme: Theme = { ...report, page: { ...report.page, binding: 12 } };
  const content = Array.from({ length: 40 }, (_, index) =>
    paragraph(`p${index}`, sentences(4, index)),
  );
  const running: DocumentTree["running"] = [
    {
      kind: "running",
      id: "foot",
      frame: "footer-right",
      pages: "all",
      children: [{ kind: "pageNumber" }],
    },
  ];
  const { trace } = lay(documentOf(content, { running }), theme);
  const left = (page: number): number =>
    Math.min(
      ...(trace[page]?.lines ?? []).filter(({ node }) => node !== undefined).map(({ x }) => x),
    );
  expect(left(2) - left(1)).toBeCloseTo(24, 2);
  const foot = (page: number) => trace[page]?.lines.find(({ node }) => node === undefined);
  expect(foot(1)?.x).toBeCloseTo(72 - 12, 1);
  expect((foot(2)?.x ?? 0) + (foot(2)?.width ?? 0)).toBeCloseTo(540 + 12, 1);
});
