import { expect, test } from "vitest";
import type { DocumentTree } from "../../src/document/index.ts";
import { textsOf } from "../../src/document/index.ts";
import { layOut, traceOf } from "../../src/layout/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { assetsOf, themeOf } from "../layout/support.ts";
import { build, linesOf, tagsOf } from "./support.ts";

const table = (marks: string): string => `| A | B |\n| --- | --- |\n| 1 | 2 |\n\n{${marks}}\n`;

const numbered = `---
numbering: 2
---
# Title

## Trade {#trade}

Opening.

### Goods {#goods}

![Ships](chart.png "Exports by year"){#fig-exports}

${table('#tbl-goods caption="Goods and their value"')}
## Preface {#preface .unnumbered}

Text.

## Next {#next}

1. First
2. Second {#second}

A paragraph. {#plain}
`;

const said = (document: DocumentTree): string => textsOf(document).join("\n");

test("captions and headings bear numbers", () => {
  const { document, rules } = build(numbered);
  const text = said(document);
  expect(text).toContain("Figure\u00A01: Exports by year");
  expect(text).toContain("Table\u00A01: Goods and their value");
  for (const heading of ["1\u2002Trade", "1.1\u2002Goods", "2\u2002Next"]) {
    expect(text.split("\n")).toContain(heading);
  }
  expect(text.split("\n")).toContain("Preface");
  expect(rules).toEqual([]);
});

test.each([
  ["[](#fig-exports)", "Figure\u00A01"],
  ["[](#tbl-goods)", "Table\u00A01"],
  ["[](#goods)", "section\u00A01.1"],
  ["[](#preface)", "Preface"],
  ["[](#second)", "2"],
  ["[Section {number}, {title}](#goods)", "Section 1.1, Goods"],
  ["[Fig. %s](#fig-exports)", "Fig. 1"],
  ["[*{name}*](#tbl-goods)", "Goods and their value"],
  ["[see there](#goods)", "see there"],
  ["[format(%s)](#preface)", "format(%s)"],
  ["@fig-exports and (@tbl-goods)", "Figure\u00A01 and (Table\u00A01)"],
  ["[@fig-exports]", "Figure\u00A01"],
  ["fig. [-@fig-exports]", "fig. 1"],
  ["@fig-nothing, me@fig-exports.ca, @someone", "@fig-nothing, me@fig-exports.ca, @someone"],
])("%s prints %s", (written, printed) => {
  const { document } = build(numbered.replace("Opening.", `Opening: ${written}.`));
  expect(said(document).split("\n")).toContain(`Opening: ${printed}.`);
});

test("a permalink in a heading is no reference", () => {
  const { document } = build("# T\n\n## Install [](#install)\n\nText.\n");
  expect(said(document).split("\n")).toContain("Install");
});

test("in French the labels and the colon are French", () => {
  const { document } = build(
    `---\nlang: fr-CA\n---\n# Titre\n\n## Un\n\nVoir [](#tbl-x).\n\n${table('#tbl-x caption="Commerce"')}`,
  );
  expect(said(document)).toContain("Tableau\u00A01\u00A0: Commerce");
  expect(said(document)).toContain("Voir Tableau\u00A01.");
});

test("what has no caption is numbered when someone asks its number, and a number typed by hand counts", () => {
  const { document } = build(
    `# T\n\nSee [](#tbl-b) and [](#tbl-c).\n\n${table('#tbl-a caption="Table 4. By hand"')}\n${table("#tbl-b")}\n${table('#tbl-c caption="Last"')}\n${table("#tbl-d")}`,
  );
  const text = said(document);
  expect(text).toContain("Table 4. By hand");
  expect(text).toContain("See Table\u00A05 and Table\u00A06.");
  expect(text.split("\n").filter((line) => line === "Table\u00A05")).toHaveLength(1);
  expect(text).toContain("Table\u00A06: Last");
  expect(text).not.toContain("Table\u00A07");
});

test("numbering can be turned off, as a whole or for one", () => {
  const off = build(`---\nnumbering: none\n---\n# T\n\n${table('#a caption="Alone"')}`);
  expect(said(off.document).split("\n")).toContain("Alone");
  const one = build(
    `# T\n\n${table('#a .unnumbered caption="Alone"')}\n${table('#b caption="Counted"')}`,
  );
  expect(said(one.document).split("\n")).toContain("Alone");
  expect(said(one.document)).toContain("Table\u00A01: Counted");
});

test("a number that is not there, a faulty setting and a lost target are told with their places", () => {
  const { document, diagnostics } = build(
    "---\nnumbering: many\n---\n# T\n\nSee [part {number}](#one) and [](#nowhere).\n\n## One {#one}\n\nText.\n",
  );
  expect(said(document)).toContain("See part One and #nowhere.");
  expect(diagnostics.map(({ rule, place }) => [rule, place?.line])).toEqual(
    expect.arrayContaining([
      ["reference-has-number", 6],
      ["link-target-exists", 6],
      ["numbering-is-known", 2],
    ]),
  );
});

const filling = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `Filling ${index} of the text that stands before it. It goes on for a while, as text does.`,
  ).join("\n\n");

test("a page that is spoken of is the page where the part stands, and lists of captions name theirs", () => {
  const { document } = build(
    `# T\n\nSee [page {page}](#tbl-far) and [](#far).\n\n:::list-of-tables[Tables]\n:::\n\n## One\n\n${filling(60)}\n\n${table('#tbl-far caption="Far away"')}\nA named paragraph. {#far}\n`,
  );
  const { pages, facts } = layOut(document, themeOf("report"), assetsOf(themeOf("report"))).value;
  const lines = linesOf(pages);
  const page = facts.pageOf.get("tbl-far");
  expect(Number(page)).toBeGreaterThan(2);
  const sentence = lines.slice(
    0,
    lines.findIndex(({ node }) => node?.startsWith("toc-")),
  );
  expect(sentence.map(({ text }) => text).join("")).toContain(`See page ${page} and page`);
  const trace = traceOf(pages).pages;
  expect(
    trace.some((each) => each.label === page && each.lines.some(({ node }) => node === "far")),
  ).toBe(true);
  const entry = trace.flatMap((each) => each.lines).filter(({ node }) => node === "toc-tbl-far");
  expect(entry.map(({ text }) => text).join(" ")).toContain("Far away");
  expect(entry.find(({ part }) => part === "page")?.text).toBe(page);
});

test("in PDF a reference is a link with its words, and a list of tables is a TOC", async () => {
  const { document } = build(
    `# T\n\nSee [](#tbl-x).\n\n:::list-of-tables[Tables]\n:::\n\n${table('#tbl-x caption="Goods"')}`,
  );
  const tags = (await tagsOf(document)).join("\n");
  expect(tags).toMatch(/P\n\s+"See "\n\s+Link "Table\s1"/);
  expect(tags).toMatch(/TOC\n\s+TOCI\n\s+Reference\n\s+Link\n\s+"Table\s1: Goods"/);
  expect(tags).toMatch(/Caption\n\s+Span "Table\s1:"/);
});

test("in Word the same words stand", async () => {
  const { document } = build(
    `# T\n\nSee [](#tbl-x), [page {page}](#tbl-x).\n\n${table('#tbl-x caption="Goods"')}`,
  );
  const theme = themeOf("report");
  const assets = assetsOf(theme);
  const { facts } = layOut(document, theme, assets).value;
  const bytes = await renderDocx(document, theme, facts, assets, () => {});
  const { unzipSync, strFromU8 } = await import("fflate");
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  const words = xml
    .replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, "")
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "");
  expect(words).toContain("Table\u00A01: Goods");
  expect(words).toMatch(/See Table\u00A01, page \d\./);
});
