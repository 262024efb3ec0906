import { expect, test } from "vitest";
import type { PageFacts } from "../../src/document/index.ts";
import { documentOf } from "../template/support.ts";
import { bytesOf, open, textOfParagraph } from "./support.ts";
import type { XmlElement } from "./xml.ts";
import { all, attributeOf } from "./xml.ts";

const source = [
  "---\nnumbering: {sections: 3, captions: true}\n---\n# T",
  "## One\n\nSee [](#deep), [](#fig) and [page {page}](#deep), [{title}](#deep).",
  "### Deep {#deep}",
  "### Left out {.unnumbered}",
  "### Again",
  "#### Lower",
  '![](dot.png "Words"){#fig}',
  "## Two",
  "### Down",
  "#### Farther",
  "##### Bottom",
].join("\n\n");

const { value } = documentOf(source, { product: "report", file: "t.md" });
const made = bytesOf(value).then(open);

const fieldsOf = (xml: XmlElement): readonly string[] =>
  all(xml, "w:instrText").map(({ text }) => text.trim());

test("Word counts headings by their styles, and leaves out those that are not counted", async () => {
  const file = await made;
  const styles = new Map(
    all(file.part("word/styles.xml"), "w:style").map((each) => [
      each.attributes["w:styleId"] ?? "",
      each,
    ]),
  );
  /** The list and level of a style, its own or that of the style it is based on; of two that differ Word takes the level that is linked. */
  const numberOf = (id: string): string | undefined => {
    const style = styles.get(id);
    if (style === undefined) return undefined;
    const list = attributeOf(style, "w:numId");
    const level = attributeOf(style, "w:ilvl");
    if (list === "0") return undefined;
    return list === undefined
      ? numberOf(attributeOf(style, "w:basedOn") ?? "")
      : `${level} of ${id}`;
  };
  const headings = all(file.part("word/document.xml"), "w:p")
    .filter((each) => /^Heading/.test(attributeOf(each, "w:pStyle") ?? ""))
    .map((each) => [textOfParagraph(each), numberOf(attributeOf(each, "w:pStyle") ?? "")]);
  expect(headings).toEqual([
    ["One", "0 of Heading1"],
    ["Deep", "1 of Heading2"],
    ["Left out", undefined],
    ["Again", "1 of Heading2"],
    ["Lower", "2 of Heading3"],
    ["Two", "0 of Heading1"],
    ["Down", "1 of Heading2"],
    ["Farther", "2 of Heading3"],
    ["Bottom", undefined],
  ]);
  expect(numberOf("DecisionHeading")).toBeUndefined();
  // A level that the document does not number is not numbered in Word either.
  expect(numberOf("Heading4")).toBeUndefined();
  const levels = all(file.part("word/numbering.xml"), "w:lvl");
  for (const [index, id] of ["Heading1", "Heading2", "Heading3"].entries()) {
    const style = all(file.part("word/styles.xml"), "w:style").find(
      ({ attributes }) => attributes["w:styleId"] === id,
    );
    expect(style && attributeOf(style, "w:ilvl")).toBe(String(index));
    const linked = levels.find((level) => attributeOf(level, "w:pStyle") === id);
    expect(linked?.attributes["w:ilvl"]).toBe(String(index));
  }
});

test("references are fields that point at bookmarks which are there, and say what the PDF says", async () => {
  const body = (await made).part("word/document.xml");
  const paragraph = all(body, "w:p").find((each) => textOfParagraph(each).startsWith("See "));
  expect(paragraph && textOfParagraph(paragraph).replaceAll("\u00a0", " ")).toBe(
    "See section 1.1, Figure 1 and page 7, Deep.",
  );
  const fields = fieldsOf(paragraph ?? body);
  expect(fields.map((field) => field.replace(/_\w+/, "…"))).toEqual([
    "REF … \\r \\h",
    "REF … \\h",
    "PAGEREF … \\h",
    "REF … \\h",
  ]);
  const names = all(body, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"]);
  for (const field of fields) expect(names).toContain(/_\w+/.exec(field)?.[0]);
});

test("no field waits to be updated, and captions count by SEQ", async () => {
  const file = await made;
  expect(fieldsOf(file.part("word/document.xml"))).toContain("SEQ Figure \\* ARABIC");
  expect(file.text("word/settings.xml")).not.toContain("updateFields");
  expect(file.text("word/document.xml")).not.toContain("w:dirty");
});

test("the letter of an annex stands before the field with the number of its page, so that an update leaves it", async () => {
  const source =
    "---\npage-numbers: {annexes: lettered}\n---\n# T\n\n## One\n\nSee [page {page}](#costs).\n\n## Two\n\n## Three\n\n## Four\n\n:::annex\n## Costs {#costs}\n\nText.\n:::\n";
  const { value: document } = documentOf(source, { product: "report", file: "t.md" });
  const lettered = { get: () => "A-2" } as unknown as PageFacts["pageOf"];
  const body = open(await bytesOf(document, {}, 0, lettered)).part("word/document.xml");
  const paragraph = all(body, "w:p").find((each) => textOfParagraph(each).startsWith("See "));
  const runs = all(paragraph ?? body, "w:t").map(({ text }) => text);
  expect(runs.slice(-3)).toEqual(["A-", "2", "."]);
  const entry = all(body, "w:p").find((each) => attributeOf(each, "w:pStyle") === "TOC1");
  expect(
    all(entry ?? body, "w:t")
      .slice(-2)
      .map(({ text }) => text),
  ).toEqual(["A-", "2"]);
});
