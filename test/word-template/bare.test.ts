import { expect, test } from "vitest";
import { all, attributeOf } from "../docx/xml.ts";
import {
  apply,
  paragraph,
  relations,
  section,
  templateOf,
  usualPart,
  wordNames,
} from "./support.ts";

const source =
  "# The harbour\n\nIt was dredged.\n\n## Works\n\n- one\n\n| a | b |\n| - | - |\n| 1 | 2 |\n";

const withoutStyles = templateOf(paragraph("Letterhead") + section, {
  "word/styles.xml": undefined,
  "word/numbering.xml": undefined,
  "word/_rels/document.xml.rels": relations([
    ["rId3", "settings", "settings.xml"],
    ["rId4", "header", "header1.xml"],
  ]),
  "[Content_Types].xml": usualPart(
    "[Content_Types].xml",
    /<Override PartName="\/word\/styles.xml"[^>]*>/.exec(usualTypes())?.[0] ?? "",
    "",
  ).replace(/<Override PartName="\/word\/numbering.xml"[^>]*>/, ""),
});

function usualTypes(): string {
  return usualPart("[Content_Types].xml", "<Types", "<Types");
}

test("a template without a part for styles gets ours, with the defaults that they rest on", async () => {
  const applied = await apply(source, withoutStyles);
  const file = applied.file();
  const styles = all(file.part("word/styles.xml"), "w:style");
  const ids = styles.map(({ attributes }) => attributes["w:styleId"]);
  const used = ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap((name) =>
    all(file.part("word/document.xml"), name).map(({ attributes }) => attributes["w:val"]),
  );
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  expect(all(file.part("word/styles.xml"), "w:docDefaults").length).toBe(1);
  const usual = styles.filter(({ attributes }) => attributes["w:default"] === "1");
  expect(usual.map((style) => attributeOf(style, "w:name"))).toContain("Normal");
  expect(file.text("[Content_Types].xml")).toContain("/word/styles.xml");
  expect(file.text("word/_rels/document.xml.rels")).toContain('Target="styles.xml"');
  expect(applied.rules).toContain("word-style-exists");
});

test("styles of a template that says no default get one, and keep theirs where it says one", async () => {
  const styles = `<w:styles ${wordNames}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style></w:styles>`;
  const bare = (await apply(source, templateOf(undefined, { "word/styles.xml": styles }))).file();
  const defaults = (text: string): readonly string[] =>
    [...text.matchAll(/w:type="(\w+)" w:default="1"/g)].map(([, type = ""]) => type);
  expect(defaults(bare.text("word/styles.xml"))).toContain("paragraph");
  const usual = defaults((await apply(source, templateOf())).file().text("word/styles.xml"));
  expect(new Set(usual).size).toBe(usual.length);
});

test("the list of addresses of a mail merge is forgotten, with a word", async () => {
  const settings = `<w:settings ${wordNames}><w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataSource r:id="rId1"/></w:mailMerge><w:defaultTabStop w:val="708"/></w:settings>`;
  const template = templateOf(undefined, {
    "word/settings.xml": settings,
    "word/_rels/settings.xml.rels": relations([
      ["rId1", "mailMergeSource", "file:///c:/addresses.docx", "External"],
    ]),
  });
  const applied = await apply(source, template);
  const file = applied.file();
  expect(file.text("word/settings.xml")).not.toContain("mailMerge");
  expect(file.text("word/_rels/settings.xml.rels")).not.toContain("addresses");
  const told = applied.diagnostics.filter(({ rule }) => rule === "word-template-is-plain");
  expect(told.map(({ message }) => message).join()).toContain("mail merge");
});
