import { expect, test } from "vitest";
import { landscapeReport } from "../layout/support.ts";
import { documentOf } from "../template/support.ts";
import { bytesOf, open } from "./support.ts";
import { all, attributeOf } from "./xml.ts";

const source = (head: string): string =>
  `---\n${head}\n---\n# T\n\n## One\n\nText.\n\n<!-- pagebreak -->\n\nMore.\n\n## Wide {.landscape}\n\n| A |\n|---|\n| b |\n\n## After\n\nLast.\n`;

async function body(head = "title: T", frontPages = 0) {
  const { value } = documentOf(source(head), { product: "report", file: "t.md" });
  return open(await bytesOf(value, {}, frontPages)).part("word/document.xml");
}

test("a section in landscape has pages of its own, and the next stand upright again", async () => {
  const sections = all(await body(), "w:sectPr").map((each) => [
    all(each, "w:type")[0]?.attributes["w:val"],
    all(each, "w:pgSz")[0]?.attributes["w:orient"],
  ]);
  expect(sections).toEqual([
    ["nextPage", "portrait"],
    ["nextPage", "landscape"],
    ["nextPage", "portrait"],
  ]);
});

test("pages in landscape have the margins, headers and footers that the theme gives them", async () => {
  const { value: theme } = landscapeReport(
    "{margins: {left: 40, right: 100}, frames: {footer-right: {x: 500}}}",
  );
  const { value } = documentOf(source("title: T"), { product: "report", file: "t.md" });
  const file = open(await bytesOf(value, {}, 0, undefined, theme));
  const margins = all(file.part("word/document.xml"), "w:pgMar").map(({ attributes }) => [
    attributes["w:left"],
    attributes["w:right"],
  ]);
  expect(margins).toEqual([
    ["1440", "1440"],
    ["800", "2000"],
    ["1440", "1440"],
  ]);
  const stops = all(file.part("word/styles.xml"), "w:style")
    .filter(({ attributes }) => attributes["w:styleId"] === "FooterWide")
    .map((style) => all(style, "w:tab").map(({ attributes }) => attributes["w:pos"]));
  // The right foot ends 600 points from the edge of the page, 560 from the margin.
  expect(stops.map((each) => each.at(-1))).toEqual(["11200"]);
});

test("a page is broken by a property of what follows, not by an empty paragraph", async () => {
  const xml = await body();
  const broken = all(xml, "w:p").filter((each) => all(each, "w:pageBreakBefore").length > 0);
  const texts = broken.map((each) =>
    all(each, "w:t")
      .map(({ text }) => text)
      .join(""),
  );
  // Contents end their page, too.
  expect(texts).toEqual(["One", "More."]);
  expect(all(xml, "w:br")).toEqual([]);
});

test("front matter has roman numbers, and the first section begins at 1", async () => {
  const sections = all(await body("page-numbers: {front: roman}", 1), "w:sectPr");
  expect(sections.map((each) => all(each, "w:pgNumType")[0]?.attributes)).toEqual([
    { "w:fmt": "lowerRoman", "w:start": "1" },
    { "w:start": "1" },
    undefined,
    undefined,
  ]);
});

test("a section that begins on the first page stays there, whatever front matter asks for", async () => {
  const sections = all(await body("page-numbers: {front: roman}", 0), "w:sectPr");
  expect(sections.map((each) => all(each, "w:pgNumType")[0]?.attributes["w:fmt"])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("code runs from left to right in a document that runs from right to left", async () => {
  const { value } = documentOf("---\nlang: ar\n---\n# عنوان\n\nنص\n\n```js\ncall();\n```\n", {
    product: "report",
    file: "t.md",
    language: "ar",
  });
  const file = open(await bytesOf(value));
  const directions = all(file.part("word/document.xml"), "w:p").map((each) => [
    attributeOf(each, "w:pStyle"),
    all(each, "w:bidi")[0]?.attributes["w:val"],
  ]);
  expect(directions).toContainEqual(["HTMLPreformatted", "0"]);
  expect(directions).toContainEqual(["Lead", undefined]);
});

test("blocks of code that follow each other do not run together", async () => {
  const { value } = documentOf("# T\n\nText.\n\n```js\none();\n```\n\n```js\ntwo();\n```\n", {
    product: "report",
    file: "t.md",
  });
  const file = open(await bytesOf(value));
  const styles = all(file.part("word/document.xml"), "w:p").map((each) =>
    attributeOf(each, "w:pStyle"),
  );
  expect(styles.slice(-3)).toEqual(["HTMLPreformatted", "TableEnd", "HTMLPreformatted"]);
});

test("a paragraph in Hebrew begins at the right in an English document, in the room that others have, and so do its lists", async () => {
  const { value } = documentOf(
    "# T\n\n## One\n\nText.\n\nשלום לעולם\n\n- פריט\n\n1. ראשון\n\n| שם | מספר |\n|---|--:|\n| נמל | 12 |\n",
    { product: "report", file: "t.md" },
  );
  const file = open(await bytesOf(value));
  const styles = all(file.part("word/styles.xml"), "w:style");
  const own = all(file.part("word/document.xml"), "w:p").flatMap((each) => {
    if (all(each, "w:bidi").length === 0) return [];
    const text = all(each, "w:t")
      .map((part) => part.text)
      .join("");
    const style = styles.find(
      ({ attributes }) => attributes["w:styleId"] === attributeOf(each, "w:pStyle"),
    );
    const at = (name: string) =>
      Number((all(each, "w:ind")[0] ?? all(style ?? each, "w:ind")[0])?.attributes[name] ?? 0);
    return [
      [text, at("w:left"), at("w:right"), all(style ?? each, "w:jc")[0]?.attributes["w:val"]],
    ];
  });
  // The text strip of a report begins 2400 twips from the margin, which in these paragraphs is the end of lines.
  expect(own).toEqual([
    ["שלום לעולם", 0, 2400, "left"],
    ["פריט", 280, 2400, "left"],
    ["ראשון", expect.any(Number), 2400, "left"],
    ["שם", 0, 0, "left"],
    ["מספר", 0, 0, "left"],
    ["נמל", 0, 0, "left"],
  ]);
});
