import { expect, test } from "vitest";
import { sample } from "../layout/support.ts";
import { bytesOf, open, paragraphsOf, textOfParagraph } from "./support.ts";
import type { XmlElement } from "./xml.ts";
import { all, attributeOf } from "./xml.ts";

const made = bytesOf(sample("slides")).then((bytes) => open(bytes).part("word/document.xml"));

/** The section that each paragraph stands in, as the properties that end it say. */
async function sections(): Promise<
  readonly { readonly columns: number; readonly paragraphs: readonly XmlElement[] }[]
> {
  const body = (await made).children[0];
  const found: { columns: number; paragraphs: XmlElement[] }[] = [];
  let open: XmlElement[] = [];
  for (const child of body?.children ?? []) {
    open.push(child);
    const properties = child.name === "w:sectPr" ? child : all(child, "w:sectPr")[0];
    if (properties === undefined) continue;
    const columns = Number(all(properties, "w:cols")[0]?.attributes["w:num"] ?? 1);
    found.push({ columns, paragraphs: open.filter(({ name }) => name === "w:p") });
    open = [];
  }
  return found;
}

test("what stands side by side on a slide stands in columns of text, each begun by its heading", async () => {
  const beside = (await sections()).filter(({ columns }) => columns > 1);
  expect(beside.map(({ columns }) => columns)).toEqual([5, 3, 2, 2]);
  for (const { columns, paragraphs } of beside) {
    const begun = paragraphs.filter((each) =>
      all(each, "w:br").some((line) => line.attributes["w:type"] === "column"),
    );
    const isTimeline = attributeOf(paragraphs[0] ?? body, "w:pStyle") === "SlideTimeline";
    expect(begun.length).toBe(isTimeline ? 0 : columns - 1);
    for (const each of begun) expect(attributeOf(each, "w:pStyle")).toMatch(/Heading$/);
  }
});
const body: XmlElement = { name: "", attributes: {}, children: [], text: "" };

test("headers and footers belong to the first section, and later ones inherit them", async () => {
  const properties = all(await made, "w:sectPr");
  const references = properties.map((each) => all(each, "w:headerReference").length);
  expect(references).toEqual(properties.map((_, index) => (index === 0 ? 2 : 0)));
  expect(properties.map((each) => all(each, "w:titlePg").length)).toEqual(
    properties.map((_, index) => (index === 0 ? 1 : 0)),
  );
});

test("each slide begins a page, and the notes stand after the last", async () => {
  const titles = paragraphsOf(await made).filter(
    (each) => attributeOf(each, "w:pStyle") === "SlideTitle",
  );
  expect(titles.map(textOfParagraph).at(-1)).toBe("Speaking notes");
  expect(titles.length).toBe(sample("slides").content.length);
});
