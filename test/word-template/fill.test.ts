import { initialize, verifyDeliverable } from "docxodus/core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { head } from "../cli/support.ts";
import { bytesOf, normal, paragraphsOf, textOfParagraph } from "../docx/support.ts";
import { all } from "../docx/xml.ts";
import { sample } from "../layout/support.ts";
import type { Applied } from "./support.ts";
import {
  apply,
  paragraph,
  reportOf,
  section,
  templateOf,
  usualPart,
  wordNames,
} from "./support.ts";

const source = `${head}# The harbour\n\nIt was dredged.\n`;

const simple = (instruction: string, result = "old"): string =>
  `<w:p><w:fldSimple w:instr=" ${instruction} "><w:r><w:rPr><w:b/></w:rPr><w:t>${result}</w:t></w:r></w:fldSimple></w:p>`;
const complex = (instruction: string): string =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ol</w:t></w:r><w:r><w:t>d</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const control = (properties: string, content: string): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const bound = (name: string): string =>
  `<w:dataBinding w:prefixMappings="" w:xpath="/ns1:coreProperties[1]/ns0:${name}[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/>`;

function firstTexts(applied: Applied, count: number): readonly string[] {
  return paragraphsOf(applied.file().part("word/document.xml"))
    .slice(0, count)
    .map(textOfParagraph)
    .map(normal);
}

describe("the template shows the document's properties", () => {
  test("in fields, with the look of what stood there", async () => {
    const body =
      simple("TITLE") +
      complex("TITLE \\* MERGEFORMAT") +
      simple("DOCPROPERTY Classification") +
      complex('DOCPROPERTY "Status"') +
      simple("PAGE", "1");
    const applied = await apply(await reportOf(source), templateOf(body + section));
    const [title, again, classification, status, page] = firstTexts(applied, 5);
    expect([title, again]).toEqual(["The harbour", "The harbour"]);
    expect(classification?.toLowerCase()).toContain("unclassified");
    expect(status).toBe("draft");
    expect(page).toBe("1");
    const document = applied.file().part("word/document.xml");
    expect(all(document, "w:b").length).toBeGreaterThan(0);
    expect(all(document, "w:i").length).toBeGreaterThan(0);
  });

  test("in content controls that are bound to them or carry their name", async () => {
    const hint = '<w:r><w:rPr><w:rStyle w:val="Platzhaltertext"/></w:rPr><w:t>[Titel]</w:t></w:r>';
    const body = [
      `<w:p>${control(`${bound("title")}<w:showingPlcHdr/><w:text/>`, hint)}</w:p>`,
      control('<w:tag w:val="dossier-status"/>', paragraph("old")),
      `<w:p>${control('<w:tag w:val="dossier-date"/><w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>', "<w:r><w:t>old</w:t></w:r>")}</w:p>`,
    ].join("");
    const applied = await apply(await reportOf(source), templateOf(body + section));
    expect(firstTexts(applied, 2)).toEqual(["The harbour", "draft"]);
    // A document without a date shows none.
    expect(firstTexts(applied, 3)[2]).toBe("old");
    expect(applied.file().text("word/document.xml")).not.toMatch(/showingPlcHdr|Platzhaltertext/);
  });

  test("in headers too", async () => {
    const header = `<w:hdr ${wordNames}>${complex("TITLE")}${simple("DOCPROPERTY Classification")}</w:hdr>`;
    const applied = await apply(
      await reportOf(source),
      templateOf(undefined, { "word/header1.xml": header }),
    );
    expect(paragraphsOf(applied.file().part("word/header1.xml")).map(textOfParagraph)[0]).toBe(
      "The harbour",
    );
    expect(applied.rules).not.toContain("word-template-shows-the-marking");
  });

  test("and is told when it does not show the classification, or asks for what is not there", async () => {
    const applied = await apply(
      await reportOf(source),
      templateOf(simple("DOCPROPERTY Nothing") + section),
    );
    expect(applied.rules).toContain("word-template-shows-the-marking");
    expect(applied.rules).toContain("word-property-exists");
    expect(firstTexts(applied, 1)).toEqual(["old"]);
  });
});

test("properties are the document's, with what the template alone says", async () => {
  const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Letterhead</dc:title><cp:category>Correspondence</cp:category><dcterms:created xsi:type="dcterms:W3CDTF">2001-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`;
  const applied = await apply(
    await reportOf(source),
    templateOf(undefined, {
      "docProps/core.xml": core,
      "_rels/.rels": usualPart(
        "_rels/.rels",
        "</Relationships>",
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
      ),
    }),
  );
  const properties = applied.file().part("docProps/core.xml").children;
  const said = properties.map(({ name, text }) => `${name} ${text}`);
  expect(said).toContain("dc:title The harbour");
  expect(said).toContain("cp:category Correspondence");
  expect(said.join()).not.toMatch(/Letterhead|2001/);
  expect(applied.file().paths.filter((path) => path.includes("custom"))).toEqual([
    "docProps/custom.xml",
  ]);
});

describe("the file", () => {
  beforeAll(async () => {
    for (const level of ["log", "info", "debug", "warn"] as const)
      vi.spyOn(console, level).mockImplementation(() => undefined);
    await initialize();
  }, 60_000);

  test.each(["fact-sheet", "briefing-note", "report", "slides"])(
    "of the sample %s has no fault for the Open XML SDK, and the same bytes each time",
    async (product) => {
      const own = await bytesOf(sample(product));
      const first = await apply(own, templateOf());
      const second = await apply(own, templateOf());
      expect(first.bytes).toEqual(second.bytes);
      const { findings } = await verifyDeliverable(first.bytes ?? new Uint8Array());
      expect(
        findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
      ).toEqual([]);
    },
    120_000,
  );

  test("of all sorts has no fault either", async () => {
    const markdown = [
      "# All sorts",
      "A ***joint*** `look`, a note[^1], [a **link**](https://example.org/?a=1&b=<2>), H~2~O.",
      "[^1]: Said *below*, [there](https://example.org/n).",
      "![](dot.png)\n\n![A dot](dot.png)",
      "> quote\n\n- [x] done\n- a\n  1. b\n     - c\n\n---\n\n```\ncode\n\tmore\n```",
      "| A | B |\n| - | -: |\n| 1 | 2 |",
    ].join("\n\n");
    const applied = await apply(markdown, templateOf());
    const { findings } = await verifyDeliverable(applied.bytes ?? new Uint8Array());
    expect(
      findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
    ).toEqual([]);
    const file = applied.file();
    const relationsOf = (part: string): readonly string[] =>
      all(file.part(part), "Relationship").map((each) => each.attributes["Target"] ?? "");
    expect(relationsOf("word/_rels/footnotes.xml.rels")).toContain("https://example.org/n");
    expect(
      relationsOf("word/_rels/document.xml.rels").filter(
        (target) => /^media\//.test(target) && !file.paths.includes(`word/${target}`),
      ),
    ).toEqual([]);
  }, 120_000);
});
