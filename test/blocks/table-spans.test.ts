import { expect, test } from "vitest";
import type { Table } from "../../src/document/index.ts";
import { placedCells, rowsFrom, textOf } from "../../src/document/index.ts";
import { documentOf } from "../layout/support.ts";
import { render } from "../pdf/support.ts";
import { build } from "../references/support.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf } from "../support/pdf/tag-tree.ts";
import type { Glyphs } from "./support.ts";
import { boxes, collisions, flow, glyphs, piled, placeIn } from "./support.ts";

function tableIn(markdown: string): Table {
  const found = build(`# T\n\n${markdown}`).document.content.find(
    (block) => block.kind === "table",
  );
  if (found?.kind !== "table") throw new Error("No table.");
  return found;
}

/** Each cell as "text column×row of its spans", row by row. */
const grid = (table: Table): readonly (readonly string[])[] =>
  (["head", "body"] as const).flatMap((part) =>
    placedCells(table[part], table.columns.length).map((row) =>
      row.map(({ cell, column, columnSpan, rowSpan }) => {
        const text = cell.children
          .map((block) => (block.kind === "paragraph" ? textOf(block.children) : ""))
          .join("");
        return `${text}@${column}${columnSpan * rowSpan > 1 ? ` ${columnSpan}x${rowSpan}` : ""}`;
      }),
    ),
  );

test("cells span columns and rows, with what they cover left out or left empty", () => {
  const left = tableIn(
    "| A | B | C |\n|-|-|-|\n| 1 {rowspan=2} | 2 | 3 |\n| 4 | 5 |\n| 6 | 7 {colspan=2} |\n",
  );
  const empty = tableIn(
    "| A | B | C |\n|-|-|-|\n| 1 {rowspan=2} | 2 | 3 |\n| | 4 | 5 |\n| 6 | 7 {colspan=2} | |\n",
  );
  const expected = [
    ["A@0", "B@1", "C@2"],
    ["1@0 1x2", "2@1", "3@2"],
    ["4@1", "5@2"],
    ["6@0", "7@1 2x1"],
  ];
  expect(grid(left)).toEqual(expected);
  expect(grid(empty)).toEqual(expected);
});

test("^^ joins the cell above, and stays text where there is none", () => {
  expect(
    grid(tableIn("| A | B |\n|-|-|\n| ^^ | 0 |\n| 1 | 2 |\n| ^^ | 3 |\n| ^^ | 4 |\n| 5 | ^^ |\n")),
  ).toEqual([["A@0", "B@1"], ["^^@0", "0@1"], ["1@0 1x3", "2@1"], ["3@1"], ["4@1 1x2"], ["5@0"]]);
});

test("cells of the first row that reach down make a head of several rows", () => {
  const table = tableIn("| A {rowspan=2} | B {colspan=2} | |\n|-|-|-|\n| 1 | 2 |\n| x | y | z |\n");
  expect(table.head).toHaveLength(2);
  expect(grid(table)).toEqual([
    ["A@0 1x2", "B@1 2x1"],
    ["1@1", "2@2"],
    ["x@0", "y@1", "z@2"],
  ]);
});

test("spans are cut at the edges of their part, and no word is lost when rows have too many cells", () => {
  const table = tableIn(
    "| A | B |\n|-|-|\n| 1 {colspan=900 rowspan=900} | x |\n| 2 {rowspan=2} | 3 |\n| 4 | 5 |\n",
  );
  expect(grid(table)).toEqual([
    ["A@0", "B@1", "@2", "@3"],
    ["1@0 1x3", "x@1", "@2", "@3"],
    ["2@1 1x2", "3@2", "@3"],
    ["4@2", "5@3"],
  ]);
});

test("rows from within a group keep their columns", () => {
  const table = tableIn("| A | B |\n|-|-|\n| 1 {rowspan=3} | 2 |\n| 3 |\n| 4 |\n| 5 | 6 |\n");
  const body = rowsFrom(table.body, 2, 1);
  expect(grid({ ...table, head: [], body })).toEqual([["@0 1x2", "3@1"], ["4@1"], ["5@0", "6@1"]]);
  expect(rowsFrom(table.body, 2, 3)).toEqual(table.body.slice(3));
});

const regions =
  "| Region | Country |\n|-|-|\n| Asia | Japan |\n| ^^ | Korea |\n| Europe | France |\n";

test("a rule does not cross a cell that goes on, and the group is one piece", () => {
  const items = flow(tableIn(regions), placeIn("report"));
  expect(items).toHaveLength(3);
  const group = items[1];
  const rules = boxes(group?.items ?? []).map(({ x, width, height }) => [x, width, height]);
  const [inner, outer] = rules;
  expect(inner?.[0]).toBeGreaterThan(outer?.[0] ?? 0);
  expect((inner?.[0] ?? 0) + (inner?.[1] ?? 0)).toBeCloseTo(
    (outer?.[0] ?? 0) + (outer?.[1] ?? 0),
    2,
  );
  expect(collisions(piled(items))).toEqual([]);
});

test("a group higher than a page is parted between its rows, with all words, none on another", () => {
  const rows = Array.from(
    { length: 80 },
    (_, index) =>
      `| ${index === 0 ? `Region ${"with many words ".repeat(40)}` : "^^"} | Country ${index} |`,
  );
  const table = tableIn(`| Region | Country |\n|-|-|\n${rows.join("\n")}\n\n{widths="80pt auto"}`);
  const items = flow(table, placeIn("report"));
  expect(items.length).toBeGreaterThan(40);
  const all = piled(items);
  expect(collisions(all)).toEqual([]);
  const text = glyphs(all)
    .map((run) => run.text)
    .join(" ")
    .replace(/\u00AD /g, "");
  expect(text.match(/Country \d+/g)).toHaveLength(80);
  expect(text.match(/many/g)).toHaveLength(40);
});

/** Where the runs of a column's text stand, by their text. */
const rightOf = (table: Table, words: string): number => {
  const runs = glyphs(piled(flow(table, placeIn("report"))));
  const index = runs.findIndex((run) => run.text.includes(words));
  const run = runs[index] as Glyphs;
  return run.x + run.width;
};

test("numbers stand by their decimal mark when they are at the right, and when it is asked", () => {
  const right = tableIn("| A | B |\n|-|-:|\n| x | 1.5 |\n| y | 22 |\n| z | 1,333.25 |\n");
  const gap = rightOf(right, "1,333.25") - rightOf(right, "22");
  expect(gap).toBeGreaterThan(8);
  const digit = rightOf(right, "1,333.25") - rightOf(right, "1.5");
  expect(digit).toBeGreaterThan(4);
  expect(gap).toBeGreaterThan(2 * digit);
  const asked = tableIn('| A | B |\n|-|-|\n| x | 1.5 |\n| y | 22 |\n\n{align="left decimal"}');
  expect(rightOf(asked, "1.5") - rightOf(asked, "22")).toBeGreaterThan(5);
  const words = tableIn("| A | B |\n|-|-:|\n| x | 1.5 |\n| y | twenty-two |\n");
  expect(rightOf(words, "1.5")).toBeCloseTo(rightOf(words, "twenty-two"), 1);
  expect(collisions(piled(flow(right, placeIn("report"))))).toEqual([]);
});

test("widths are lengths, shares, parts of the whole, or bounds", () => {
  const table = tableIn('| A | B | C |\n|-|-|-|\n| x | y | z |\n\n{widths="100pt 1in <=50pt"}');
  expect(table.columns.map(({ width, most }) => [width, most])).toEqual([
    [100, undefined],
    [72, undefined],
    [undefined, 50],
  ]);
  const lefts = ["x", "y", "z"].map(
    (text) =>
      glyphs(piled(flow(table, placeIn("report")))).find((run) => run.text === text)?.x ?? 0,
  );
  expect((lefts[1] ?? 0) - (lefts[0] ?? 0)).toBeCloseTo(100, 1);
  const faulty = build('# T\n\n| A |\n|-|\n| 1 |\n\n{widths="wide" align="middle"}');
  expect(faulty.rules.filter((rule) => rule === "column-setting-is-known")).toHaveLength(2);
});

test("every second row of a striped table stands on a tint under its text", () => {
  const items = flow(tableIn("| A |\n|-|\n| 1 |\n| 2 |\n| 3 |\n\n{.striped}"), placeIn("report"));
  const tints = items.map(
    (item) =>
      boxes(item.items).filter((box) => "artifact" in box.tag && box.tag.artifact === "background")
        .length,
  );
  expect(tints).toEqual([0, 0, 1, 0]);
  expect(items[2]?.items[0]?.kind).toBe("box");
});

test("where a table goes on its name says so", () => {
  const rows = Array.from({ length: 5 }, (_, index) => `| ${index} |`).join("\n");
  const items = flow(
    tableIn(`| A |\n|-|\n${rows}\n\n{caption="Ports of call"}`),
    placeIn("report"),
  );
  const again = glyphs(items.at(-1)?.continuation?.items ?? [])
    .map((run) => run.text)
    .join("");
  expect(again).toBe("Table\u00A01 (continued)A");
});

test("a table that keeps together is parted nowhere", () => {
  const items = flow(
    tableIn("| A |\n|-|\n| 1 |\n| 2 |\n| 3 |\n| 4 |\n\n{.keep}"),
    placeIn("report"),
  );
  expect(items.slice(0, -1).every(({ penalty }) => penalty >= 100_000)).toBe(true);
});

test.each([
  ["| A | B |\n|-|-|\n| 1 | 2 |\n\nTable: Ports *of* call {#p}\n", "p"],
  ["| A | B |\n|-|-|\n| 1 | 2 |\n\n: Ports *of* call {#p}\n", "p"],
  ["Table: Ports *of* call {#p}\n\n| A | B |\n|-|-|\n| 1 | 2 |\n", "p"],
  [":::table[Ports *of* call]{#p}\n\n| A | B |\n|-|-|\n| 1 | 2 |\n\n:::\n", "p"],
])("%j has its caption and its name", (markdown, id) => {
  const table = tableIn(markdown);
  expect(textOf(table.caption?.children ?? [])).toBe("Table\u00A01: Ports of call");
  expect(table.id).toBe(id);
  expect(table.caption?.children.at(-2)?.kind).toBe("emphasis");
});

test("in PDF cells say what they cover and what heads them", async () => {
  const table = tableIn(
    "| Country | Year {colspan=2} | |\n|-|-|-|\n| | 2010 | 2011 |\n| Japan {rowspan=2} | 1 | 2 |\n| 3 | 4 |\n\n{header-rows=2 .row-headers}",
  );
  const { tags } = await readPdf(render(documentOf([table])).bytes);
  const told = ["TH", "TD"]
    .flatMap((type) => tagsOf(tags, type))
    .map(({ attributes }) => [
      attributes["Scope"],
      attributes["ColSpan"] ?? 1,
      attributes["RowSpan"] ?? 1,
      Array.isArray(attributes["Headers"]) ? attributes["Headers"].length : 0,
    ]);
  expect(told).toEqual([
    ["/Column", 1, 1, 0],
    ["/Column", 2, 1, 0],
    ["/Column", 1, 1, 1],
    ["/Column", 1, 1, 1],
    ["/Column", 1, 1, 1],
    ["/Row", 1, 2, 2],
    [undefined, 1, 1, 3],
    [undefined, 1, 1, 3],
    [undefined, 1, 1, 3],
    [undefined, 1, 1, 3],
  ]);
});
