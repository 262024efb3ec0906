import { beforeAll, expect, test } from "vitest";
import { bytesOf, open, paragraphsOf, textOfParagraph } from "../docx/support.ts";
import { all, attributeOf } from "../docx/xml.ts";
import { sample } from "../layout/support.ts";
import { apply, reportOf, templateOf, usualPart } from "./support.ts";

const markdown =
  "# T\n\n## Harbours\n\nThese.\n\n| Port | Depth |\n| - | - |\n| North | 12 |\n\n- In a list:\n\n  | Port | Depth |\n  | - | - |\n  | South | 8 |\n";
// Of the usual template: A4 with margins of 4 cm.
const width = 11906 - 2 * 2268;
let own: Uint8Array;
beforeAll(async () => {
  own = await reportOf(markdown);
});

function indents(file: ReturnType<typeof open>): readonly number[] {
  return all(file.part("word/document.xml"), "w:tbl").map((table) =>
    Number(all(table, "w:tblInd")[0]?.attributes["w:w"] ?? 0),
  );
}

test("a table that stood at our running text stands at that of the template, as wide as it", async () => {
  expect(indents(open(own))[0]).toBeGreaterThan(1000);
  const file = (await apply(own, templateOf())).file();
  const [first, second] = indents(file);
  expect(first).toBe(0);
  // In a list it stays as far in as it was.
  expect(second).toBe((indents(open(own))[1] ?? 0) - (indents(open(own))[0] ?? 0));
  for (const [index, table] of all(file.part("word/document.xml"), "w:tbl").entries()) {
    const right = Number(attributeOfWidth(table)) + (indents(file)[index] ?? 0);
    expect(Math.abs(right - width)).toBeLessThan(4);
    const columns = all(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
    const sum = columns.reduce((before, each) => before + each, 0);
    expect(Math.abs(sum - Number(attributeOfWidth(table)))).toBeLessThan(4);
  }
});

function attributeOfWidth(table: Parameters<typeof all>[0]): string | undefined {
  return all(table, "w:tblW")[0]?.attributes["w:w"];
}

test("columns grow with the words in the type of the template", async () => {
  const document = (await apply(own, templateOf())).file().part("word/document.xml");
  const layouts = all(document, "w:tblLayout").map(({ attributes }) => attributes["w:type"]);
  expect(layouts.filter((layout) => layout === "fixed")).toEqual([]);
});

test("tables have the style of the template that is named for ours, and say nothing against it", async () => {
  const styles = usualPart(
    "word/styles.xml",
    "</w:styles>",
    '<w:style w:type="table" w:customStyle="1" w:styleId="Tabelle"><w:name w:val="Office Table"/></w:style></w:styles>',
  );
  const applied = await apply(own, templateOf(undefined, { "word/styles.xml": styles }), {
    styles: new Map([["Dossier Table", "Office Table"]]),
  });
  const document = applied.file().part("word/document.xml");
  const used = all(document, "w:tblStyle").map(({ attributes }) => attributes["w:val"]);
  expect(new Set(used)).toEqual(new Set(["Tabelle"]));
  for (const name of ["w:tblBorders", "w:tcBorders", "w:shd"])
    expect(all(document, name)).toEqual([]);
  expect(applied.file().text("word/styles.xml")).not.toContain('"Dossier Table"');
});

test("headings and quick facts that stood beside the text stand in it, without frames", async () => {
  const sheet = await bytesOf(sample("fact-sheet"));
  expect(all(open(sheet).part("word/document.xml"), "w:framePr").length).toBeGreaterThan(0);
  const file = (await apply(sheet, templateOf())).file();
  for (const path of ["word/document.xml", "word/styles.xml"])
    expect(all(file.part(path), "w:framePr")).toEqual([]);
  const words = (from: ReturnType<typeof open>): readonly string[] =>
    paragraphsOf(from.part("word/document.xml"))
      .map((each) => textOfParagraph(each).trim())
      .filter((text) => text !== "");
  const written = words(file).slice(2, -1);
  expect(written).toEqual(words(open(sheet)));
  const headings = paragraphsOf(file.part("word/document.xml")).filter(
    (each) => attributeOf(each, "w:pStyle") === "Titre1",
  );
  expect(headings.length).toBeGreaterThan(2);
  for (const each of headings) expect(all(each, "w:ind")).toEqual([]);
});
