import { expect, test } from "vitest";
import { normal, paragraphsOf, textOfParagraph } from "../docx/support.ts";
import { all } from "../docx/xml.ts";
import { apply, paragraph, section, templateOf } from "./support.ts";

const markdown =
  "# The harbour\n\n## Works\n\nIt was dredged.\n\n### Quays & piers\n\nThey stand.\n\n## Costs\n\nHigh.\n";

const run = (content: string): string => `<w:r>${content}</w:r>`;
const mark = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
const place =
  '<w:p><w:bookmarkStart w:id="7" w:name="dossier_content"/><w:bookmarkEnd w:id="7"/></w:p>';

/** A table of contents as Word writes it: in a control, over paragraphs, its end in one of its own. */
function contents(before = "", levels = "1-2"): string {
  const field = `${mark("begin")}${run(`<w:instrText xml:space="preserve"> TOC \\o "${levels}" \\h </w:instrText>`)}${mark("separate")}`;
  return [
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>',
    `${paragraph("In this paper")}<w:p><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="7360"/></w:tabs></w:pPr>${before}${field}${run("<w:t>Old heading</w:t>")}</w:p>`,
    `${paragraph("Another old one")}<w:p>${mark("end")}</w:p></w:sdtContent></w:sdt>`,
  ].join("");
}

test("a table of contents of the template lists the headings of the document, as far down as it asks for", async () => {
  const applied = await apply(markdown, templateOf(contents() + place + section));
  const body = applied.file().part("word/document.xml");
  const texts = paragraphsOf(body).map(textOfParagraph).map(normal);
  expect(texts.slice(0, 4).map((text) => text.replace(/ \d+$/, ""))).toEqual([
    "In this paper",
    "Works",
    "Quays & piers",
    "Costs",
  ]);
  expect(texts.join()).not.toContain("ld heading");
  expect(texts.join()).not.toContain("Another old one");
  const marks = all(body, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"]);
  const links = all(all(body, "w:sdtContent")[0] ?? body, "w:hyperlink");
  expect(links).toHaveLength(3);
  for (const { attributes } of links) expect(marks).toContain(attributes["w:anchor"]);
  const types = all(body, "w:fldChar").map(({ attributes }) => attributes["w:fldCharType"]);
  expect(types.filter((type) => type === "begin").length).toBe(
    types.filter((type) => type === "end").length,
  );
  expect(all(body, "w:instrText").filter(({ text }) => /\bTOC\b/.test(text))).toHaveLength(1);
  expect(applied.diagnostics.map(({ rule }) => rule)).not.toContain(
    "word-template-has-no-contents",
  );
});

test("levels that the template does not ask for are not listed", async () => {
  const applied = await apply(markdown, templateOf(contents("", "1-1") + place + section));
  const list = all(applied.file().part("word/document.xml"), "w:sdtContent")[0];
  expect(
    list &&
      all(list, "w:hyperlink")
        .map(textOfParagraph)
        .map((text) => normal(text).replace(/ \d+$/, "")),
  ).toEqual(["Works", "Costs"]);
  expect(list && all(list, "w:tab").map(({ attributes }) => attributes["w:pos"])).toContain("7360");
});

test("one that stands among words of the template is left alone, and that is told", async () => {
  const words = run("<w:t>Contents: </w:t>");
  const applied = await apply(markdown, templateOf(contents(words) + place + section));
  const texts = paragraphsOf(applied.file().part("word/document.xml")).map(textOfParagraph);
  expect(texts).toContain("Another old one");
  expect(applied.diagnostics.map(({ rule }) => rule)).toContain("word-template-has-no-contents");
});

test("a document that ends on a page in landscape turns that page alone", async () => {
  const wide = "# T\n\n## One\n\nText.\n\n## Wide {.landscape}\n\nText.\n";
  const applied = await apply(wide, templateOf(place + section));
  const sizes = all(applied.file().part("word/document.xml"), "w:pgSz");
  expect(sizes.map(({ attributes }) => [attributes["w:w"], attributes["w:orient"]])).toEqual([
    ["11906", undefined],
    ["16838", "landscape"],
  ]);
  expect(applied.rules).not.toContain("word-template-turns-the-same-way");
});
