import { expect, test } from "vitest";
import { normal, paragraphsOf, textOfParagraph } from "../docx/support.ts";
import { all, attributeOf } from "../docx/xml.ts";
import type { Applied } from "./support.ts";
import {
  apply,
  documentXml,
  header,
  paragraph,
  section,
  templateOf,
  usualBody,
  wordNames,
} from "./support.ts";
import { withPart } from "./with-part.ts";

const markdown = "# The harbour\n\nIt was dredged.\n\n## Works\n\n- one\n- two\n";

function texts(applied: Applied): readonly string[] {
  return paragraphsOf(applied.file().part("word/document.xml"))
    .map(textOfParagraph)
    .map(normal)
    .filter((text) => text !== "");
}

test("the content stands at the bookmark, with cover, boilerplate, header and pages of the template around it", async () => {
  const applied = await apply(markdown, templateOf());
  const written = texts(applied);
  expect(written.slice(0, 2)).toEqual(["Cover of the office", "Before the content."]);
  expect(written.at(-1)).toBe("After the content.");
  expect(written).not.toContain("Text goes here.");
  expect(
    written.filter((text) => text === "The harbour" || text === "Works").length,
  ).toBeGreaterThan(1);
  const file = applied.file();
  expect(file.text("word/header1.xml")).toBe(header);
  const pages = all(file.part("word/document.xml"), "w:pgMar").map(
    (each) => each.attributes["w:left"],
  );
  expect(pages).toEqual(["1134", "2268"]);
  expect(file.paths.filter((path) => path.startsWith("word/header"))).toEqual(["word/header1.xml"]);
});

test.each([
  [
    "a content control of the body",
    `<w:sdt><w:sdtPr><w:tag w:val="dossier-content"/></w:sdtPr><w:sdtContent>${paragraph("Sample")}${paragraph("Sample")}</w:sdtContent></w:sdt>`,
  ],
  [
    "a content control by its title",
    `<w:sdt><w:sdtPr><w:alias w:val="Dossier Content"/></w:sdtPr><w:sdtContent>${paragraph("Sample")}</w:sdtContent></w:sdt>`,
  ],
  [
    "a content control in the line",
    `<w:p><w:sdt><w:sdtPr><w:tag w:val="DOSSIER_CONTENT"/></w:sdtPr><w:sdtContent><w:r><w:t>Sample</w:t></w:r></w:sdtContent></w:sdt></w:p>`,
  ],
  [
    "a bookmark over paragraphs",
    `<w:p><w:bookmarkStart w:id="3" w:name="dossier_content"/><w:r><w:t>Sample</w:t></w:r></w:p>${paragraph("Sample")}<w:p><w:r><w:t>Sample</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>`,
  ],
  [
    "a bookmark between paragraphs",
    `<w:bookmarkStart w:id="3" w:name="dossier_content"/>${paragraph("Sample")}<w:bookmarkEnd w:id="3"/>`,
  ],
])("%s makes room", async (_name, place) => {
  const applied = await apply(
    markdown,
    templateOf(`${paragraph("A")}${place}${paragraph("B")}${section}`),
  );
  const written = texts(applied);
  expect([written[0], written.at(-1)]).toEqual(["A", "B"]);
  expect(written).not.toContain("Sample");
  expect(written).toContain("Works");
});

test("in a cell, the content ends with a paragraph and breaks no section", async () => {
  const cell = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="7000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="7000" w:type="dxa"/></w:tcPr><w:p><w:bookmarkStart w:id="1" w:name="dossier_content"/><w:bookmarkEnd w:id="1"/></w:p></w:tc></w:tr></w:tbl>`;
  const applied = await apply(
    `${markdown}\n| a | b |\n| - | - |\n| 1 | 2 |\n`,
    templateOf(cell + paragraph("B") + section),
  );
  const [outer] = all(applied.file().part("word/document.xml"), "w:tc");
  expect(outer?.children.at(-1)?.name).toBe("w:p");
  expect(
    all(outer ?? { name: "", attributes: {}, children: [], text: "" }, "w:tbl").length,
  ).toBeGreaterThan(0);
  expect(all(applied.file().part("word/document.xml"), "w:sectPr").length).toBe(1);
});

test("without a place it stands at the end, where empty paragraphs wait for it", async () => {
  const applied = await apply(
    markdown,
    templateOf(
      `${paragraph("Letterhead")}<w:p/><w:p><w:pPr><w:pStyle w:val="Standard"/></w:pPr></w:p>${section}`,
    ),
  );
  const written = texts(applied);
  expect(written[0]).toBe("Letterhead");
  const body = applied.file().part("word/document.xml").children[0]?.children ?? [];
  expect(body.slice(1, 3).some((each) => textOfParagraph(each) === "")).toBe(false);
  expect(body.at(-1)?.name).toBe("w:sectPr");
});

test("a text box is no place, since what stands in it is not read in order", async () => {
  const box = `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:bookmarkStart w:id="1" w:name="dossier_content"/><w:r><w:t>Box</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  const applied = await apply(markdown, templateOf(box + paragraph("Letterhead") + section));
  const document = applied.file().part("word/document.xml");
  const [inBox] = all(document, "w:txbxContent");
  expect(inBox === undefined ? "" : textOfParagraph(inBox)).toBe("Box");
  expect(texts(applied)).toContain("Works");
});

test("the body can be left out, with its notes and comments, so that only the looks stay", async () => {
  const body = `<w:p><w:r><w:t>Sample</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r></w:p>${section}`;
  const footnotes = `<?xml version="1.0" encoding="UTF-8"?>\n<w:footnotes ${wordNames}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="4"><w:p><w:r><w:t>Gone</w:t></w:r></w:p></w:footnote></w:footnotes>`;
  const template = withPart("footnotes", footnotes, body);
  const applied = await apply(
    "# The harbour\n\nIt was dredged.[^1]\n\n[^1]: By the office.\n",
    template,
    { body: "replace" },
  );
  expect(texts(applied)).not.toContain("Sample");
  const notes = applied.file().part("word/footnotes.xml");
  expect(
    paragraphsOf(notes)
      .map(textOfParagraph)
      .map(normal)
      .filter((text) => text !== ""),
  ).toEqual(["By the office."]);
  const ids = all(notes, "w:footnote").map((each) => each.attributes["w:id"]);
  expect(
    all(applied.file().part("word/document.xml"), "w:footnoteReference").map(
      (each) => each.attributes["w:id"],
    ),
  ).toEqual([ids.at(-1)]);
  expect(ids.at(-1)).toBe("5");
});

test("a template without headers and footers gets those of the product", async () => {
  const body = `${paragraph("A")}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;
  const applied = await apply(markdown, templateOf(body));
  const file = applied.file();
  const references = all(file.part("word/document.xml"), "w:headerReference");
  expect(references.length).toBe(2);
  expect(all(file.part("word/document.xml"), "w:titlePg").length).toBe(1);
  const targets = all(file.part("word/_rels/document.xml.rels"), "Relationship");
  const paths = references.map(
    (each) =>
      targets.find(({ attributes }) => attributes["Id"] === each.attributes["r:id"])?.attributes[
        "Target"
      ],
  );
  expect(
    paths.filter((path) => path === undefined || !file.paths.includes(`word/${path}`)),
  ).toEqual([]);
  expect(paths).not.toContain("header1.xml");
});

test("what nothing has to change in stays byte for byte", async () => {
  const odd = `<w:p xmlns:x="urn:example:unknown" x:mark='1'><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x"><x:thing   a = "1"/></mc:Choice><mc:Fallback><w:r ><w:t>&#233;</w:t></w:r></mc:Fallback></mc:AlternateContent><!-- kept --><w:r><w:t xml:space='preserve'> kept </w:t></w:r></w:p>`;
  const applied = await apply(markdown, templateOf(odd + usualBody));
  expect(applied.file().text("word/document.xml")).toContain(odd);
});

test("prefixes of the template may be any, and may be none", async () => {
  const names = wordNames.replace("xmlns:w=", "xmlns=");
  const body = `<p><pPr><pStyle xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ns0:val="Titre"/></pPr><r><t>Cover</t></r></p><sectPr/>`;
  const xml = documentXml("", names)
    .replace(/<w:body><\/w:body><\/w:document>/, `<body>${body}</body></document>`)
    .replace("<w:document", "<document");
  const applied = await apply(markdown, templateOf("", { "word/document.xml": xml }));
  const document = applied.file().part("word/document.xml");
  expect(document.attributes["xmlns:w"]).toBe(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  );
  expect(all(document, "w:p").length).toBeGreaterThan(3);
  expect(attributeOf(document, "w:pStyle")).toBeDefined();
});
