import { expect, test } from "vitest";
import type { Block, TableCell, TableRow } from "../../src/document/index.ts";
import { documentOf } from "../layout/support.ts";
import { bytesOf, open, textOfParagraph } from "./support.ts";
import { all, attributeOf } from "./xml.ts";

const text = (id: string): Block => ({
  kind: "paragraph",
  id: `${id}-text`,
  children: [{ kind: "text", value: id }],
});
const cell = (
  id: string,
  spans: Partial<TableCell> = {},
  ...more: readonly Block[]
): TableCell => ({
  kind: "tableCell",
  id,
  children: more.length > 0 ? more : [text(id)],
  ...spans,
});
const row = (id: string, ...cells: readonly TableCell[]): TableRow => ({
  kind: "tableRow",
  id,
  cells,
});
const table = (id: string, columns: number, ...body: readonly TableRow[]): Block => ({
  kind: "table",
  id,
  columns: Array.from({ length: columns }, () => ({ alignment: "start" })),
  head: [],
  body,
  rowHeaders: false,
});

const body = async (...blocks: readonly Block[]) =>
  open(await bytesOf(documentOf(blocks))).part("word/document.xml");

test("a cell that spans rows and columns goes on in each row, and every row covers the grid", async () => {
  const xml = await body(
    table(
      "t",
      3,
      row("1", cell("a", { rowSpan: 2, columnSpan: 2 }), cell("b")),
      row("2", cell("c", { rowSpan: 2 })),
      row("3", cell("d"), cell("e")),
    ),
  );
  const shape = all(xml, "w:tr").map((each) =>
    all(each, "w:tc").map((part) => {
      const merge = all(part, "w:vMerge")[0];
      const rows = merge === undefined ? "" : (merge.attributes["w:val"] ?? "goes on");
      const words = all(part, "w:p").map(textOfParagraph).join();
      return [words, attributeOf(part, "w:gridSpan") ?? "", rows].join("/");
    }),
  );
  expect(shape).toEqual([
    ["a/2/restart", "b//"],
    ["/2/goes on", "c//restart"],
    ["d//", "e//", "//goes on"],
  ]);
});

test("a cell ends with a paragraph, whatever stands in it", async () => {
  const inner = table("inner", 1, row("i", cell("deep")));
  const xml = await body(
    table("t", 3, row("1", cell("empty", { children: [] }), cell("x", {}, inner), cell("y"))),
  );
  const last = all(xml, "w:tc").map((each) => each.children.at(-1)?.name);
  expect(last).toEqual(["w:p", "w:p", "w:p", "w:p"]);
});

test("tables that touch are parted, and a paragraph follows the last", async () => {
  const xml = await body(table("t", 1, row("1", cell("a"))), table("u", 1, row("2", cell("b"))));
  const names = (xml.children[0]?.children ?? []).map(({ name }) => name);
  expect(names).toEqual(["w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"]);
});

test("a list in a cell begins at the edge of the cell and has styles of its own", async () => {
  const list: Block = {
    kind: "list",
    id: "l",
    ordered: true,
    start: 3,
    loose: false,
    items: [{ kind: "listItem", id: "i", children: [text("item")] }],
  };
  const file = open(await bytesOf(documentOf([table("t", 1, row("1", cell("c", {}, list)))])));
  const item = all(file.part("word/document.xml"), "w:p").find(
    (each) => textOfParagraph(each) === "item",
  );
  const style = item === undefined ? undefined : attributeOf(item, "w:pStyle");
  expect(style).toBe("TableListNumber");
  const definition = all(file.part("word/styles.xml"), "w:style").find(
    (each) => each.attributes["w:styleId"] === style,
  );
  const indent = definition === undefined ? undefined : all(definition, "w:ind")[0]?.attributes;
  expect(indent?.["w:left"]).toBe(indent?.["w:hanging"]);
  // A number given to the paragraph itself outdoes the indent of the style, so the level says the same.
  const levels = all(file.part("word/numbering.xml"), "w:abstractNum").filter(
    (each) => each.attributes["w:abstractNumId"] === "4",
  );
  expect(levels.flatMap((each) => all(each, "w:ind"))[0]?.attributes).toEqual(indent);
});
