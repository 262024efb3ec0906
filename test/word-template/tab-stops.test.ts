import { expect, test } from "vitest";
import { bytesOf, paragraphsOf } from "../docx/support.ts";
import type { XmlElement } from "../docx/xml.ts";
import { all, attributeOf } from "../docx/xml.ts";
import { sample } from "../layout/support.ts";
import { apply, reportOf, templateOf, usualPart } from "./support.ts";

/** As Word has them: the stop of the page numbers stands in each line of contents, and not in its style. */
function withStyle(id: string, name: string, properties = ""): Uint8Array {
  const style = `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style></w:styles>`;
  return templateOf(undefined, {
    "word/styles.xml": usualPart("word/styles.xml", "</w:styles>", style),
  });
}

const hasTab = (paragraph: XmlElement): boolean =>
  all(paragraph, "w:r").some(({ children }) => children.some(({ name }) => name === "w:tab"));

async function withTabs(own: Uint8Array, template: Uint8Array, style: string) {
  const file = (await apply(own, template)).file();
  const found = paragraphsOf(file.part("word/document.xml")).filter(
    (each) => attributeOf(each, "w:pStyle") === style && hasTab(each),
  );
  expect(found.length).toBeGreaterThan(0);
  return found;
}

const report = "# T\n\n## One\n\nText.\n\n## Two\n\nText.\n";

test("page numbers of the contents stand at the right margin of a template whose style has no stops", async () => {
  const template = withStyle("TM1", "toc 1", '<w:pPr><w:spacing w:after="100"/></w:pPr>');
  for (const line of await withTabs(await reportOf(report), template, "TM1")) {
    const properties = all(line, "w:pPr")[0]?.children.map(({ name }) => name);
    expect(properties?.slice(0, 2)).toEqual(["w:pStyle", "w:tabs"]);
    const stop = all(line, "w:tabs")[0]?.children.at(-1)?.attributes;
    expect(stop?.["w:val"]).toBe("right");
    expect(Math.abs(Number(stop?.["w:pos"]) - (11906 - 2 * 2268))).toBeLessThan(3);
  }
});

test("stops of the template's style stay, with no word of ours against them", async () => {
  const stops =
    '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="7000"/></w:tabs></w:pPr>';
  const lines = await withTabs(await reportOf(report), withStyle("TM1", "toc 1", stops), "TM1");
  expect(lines.flatMap((line) => all(line, "w:tabs"))).toEqual([]);
});

test("lines to sign on keep their columns in a template that has a style for signatures", async () => {
  const own = await bytesOf(sample("briefing-note"));
  const lines = await withTabs(own, withStyle("Unterschrift", "Signature"), "Unterschrift");
  for (const line of lines) expect(all(line, "w:tabs").length).toBe(1);
});
