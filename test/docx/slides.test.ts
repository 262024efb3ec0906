import { expect, test } from "vitest";
import type { Block, DocumentTree, Slide } from "../../src/document/index.ts";
import { paragraph, sample, words } from "../layout/support.ts";
import { documentOf as documentOfSource } from "../template/support.ts";
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
  expect(beside.map(({ columns }) => columns)).toEqual([5, 3, 2, 2, 2]);
  // The last is a list beside what is said of it.
  for (const { columns, paragraphs } of beside.slice(0, -1)) {
    const begun = paragraphs.filter((each) =>
      all(each, "w:br").some((line) => line.attributes["w:type"] === "column"),
    );
    const isTimeline = attributeOf(paragraphs[0] ?? body, "w:pStyle") === "SlideTimeline";
    expect(begun.length).toBe(isTimeline ? 0 : columns - 1);
    for (const each of begun) expect(attributeOf(each, "w:pStyle")).toMatch(/Heading(Alone)?$/);
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
  const titles = titlesOf(await made);
  const notes = titles.indexOf("Speaking notes");
  expect(titles.slice(notes).join(", ")).toMatch(
    /^Speaking notes(, Speaking notes \(continued\))+$/,
  );
  // The title slide has a style of its own.
  expect(notes + 1).toBe(sample("slides").content.length);
});

const titlesOf = (document: XmlElement): readonly string[] =>
  paragraphsOf(document)
    .filter((each) => attributeOf(each, "w:pStyle") === "SlideTitle")
    .map(textOfParagraph);

const lines = (count: number): readonly Block[] => [
  {
    kind: "list",
    id: "list",
    ordered: true,
    start: 1,
    loose: false,
    items: Array.from({ length: count }, (_, index) => ({
      kind: "listItem",
      id: `item-${index}`,
      children: [paragraph(`line-${index}`, `Point ${index + 1}`)],
    })),
  },
];

const deck = (parts: Partial<Slide>): DocumentTree => {
  const slides = sample("slides");
  const slide: Slide = {
    kind: "slide",
    id: "much",
    layout: "statement",
    heading: { kind: "heading", id: "much-heading", children: words("Much") },
    children: [],
    notes: [],
    annex: false,
    continued: "continued",
    ...parts,
  };
  return { ...slides, content: [slide] };
};

test("what has no room on a slide goes on under its title, and nothing is said twice or lost", async () => {
  const document = open(await bytesOf(deck({ children: lines(60) }))).part("word/document.xml");
  const titles = titlesOf(document);
  expect(titles.length).toBeGreaterThan(4);
  expect(titles).toEqual(["Much", ...titles.slice(1).map(() => "Much (continued)")]);
  const points = paragraphsOf(document).map(textOfParagraph);
  expect(points.filter((text) => text.startsWith("Point"))).toEqual(
    Array.from({ length: 60 }, (_, index) => `Point ${index + 1}`),
  );
  const names = all(document, "w:bookmarkStart").map((each) => each.attributes["w:name"]);
  expect(new Set(names).size).toBe(names.length);
});

test("a list that goes on counts on", async () => {
  const file = open(await bytesOf(deck({ children: lines(60) })));
  const starts = all(file.part("word/numbering.xml"), "w:startOverride").map((each) =>
    Number(each.attributes["w:val"]),
  );
  const document = file.part("word/document.xml");
  const firsts: number[] = [];
  let isFirst = false;
  for (const each of paragraphsOf(document)) {
    const text = textOfParagraph(each);
    if (text.startsWith("Much")) isFirst = true;
    else if (isFirst) {
      firsts.push(Number(text.replace("Point ", "")));
      isFirst = false;
    }
  }
  expect(starts).toEqual(firsts);
});

test("columns go on side by side, each under its heading", async () => {
  const columns = ["Left", "Right"].map((name) => ({
    kind: "column" as const,
    id: name,
    heading: { kind: "heading" as const, id: `${name}-heading`, children: words(name) },
    children: Array.from({ length: 16 }, (_, index) =>
      paragraph(`${name}-${index}`, `${name} ${index}`),
    ),
  }));
  const children: readonly Block[] = [{ kind: "columns", id: "columns", columns }];
  const document = open(await bytesOf(deck({ layout: "two-column", children }))).part(
    "word/document.xml",
  );
  const texts = paragraphsOf(document).map((each) => textOfParagraph(each).trim());
  const count = titlesOf(document).length;
  expect(count).toBeGreaterThan(1);
  for (const name of ["Left", "Right"]) {
    expect(texts.filter((text) => text === name).length).toBe(count);
    expect(texts.filter((text) => text.startsWith(`${name} `)).length).toBe(16);
  }
});

test("a title of many lines is set smaller", async () => {
  const styleOf = async (title: string): Promise<string | undefined> => {
    const document = open(
      await bytesOf(
        deck({ layout: "title", heading: { kind: "heading", id: "h", children: words(title) } }),
      ),
    ).part("word/document.xml");
    return attributeOf(paragraphsOf(document)[0] ?? body, "w:pStyle");
  };
  expect(await styleOf("Relations")).toBe("Title");
  expect(await styleOf("Relations of defence ".repeat(9))).toBe("TitleLong");
  expect(await styleOf("Relations of defence ".repeat(30))).toBe("TitleLongest");
});

test("so is a title of many lines on other products", async () => {
  const report = sample("report");
  const longer = (block: Block): Block =>
    block.kind === "title" && (block.role ?? "title") === "title"
      ? { ...block, children: words("Relations of defence of both countries ".repeat(6)) }
      : block;
  const stylesOf = async (content: readonly Block[]): Promise<readonly (string | undefined)[]> =>
    paragraphsOf(open(await bytesOf({ ...report, content })).part("word/document.xml")).map(
      (each) => attributeOf(each, "w:pStyle"),
    );
  expect(await stylesOf(report.content)).not.toContain("TitleLong");
  expect(await stylesOf(report.content.map(longer))).toContain("TitleLong");
});

test("a part in landscape leaves a slide as it is", async () => {
  const { value } = documentOfSource("# T\n\n## S\n\nOne.\n\n### Wide {.landscape}\n\nTwo.\n", {
    product: "slides",
    file: "t.md",
  });
  const body = open(await bytesOf(value)).part("word/document.xml");
  const shapes = all(body, "w:pgSz").map(({ attributes }) => attributes["w:orient"]);
  expect(new Set(shapes)).toEqual(new Set(["landscape"]));
});

test("lists, tables and headings of a slide stand where its text does", async () => {
  const source =
    "# T\n\n## S\n\nSome text.\n\n- a bullet\n\n### Lower\n\n| a | b |\n| - | - |\n| c | d |\n";
  const { value } = documentOfSource(source, { product: "slides", file: "t.md" });
  const file = open(await bytesOf(value));
  const styles = all(file.part("word/styles.xml"), "w:style");
  const leftOf = (text: string): number => {
    const body = file.part("word/document.xml");
    const paragraph = all(body, "w:p").find((each) => textOfParagraph(each) === text);
    const id = paragraph === undefined ? "" : attributeOf(paragraph, "w:pStyle");
    const style = styles.find(({ attributes }) => attributes["w:styleId"] === id);
    const indent = style === undefined ? undefined : all(style, "w:ind")[0]?.attributes;
    return Number(indent?.["w:left"]) - Number(indent?.["w:hanging"] ?? 0);
  };
  const left = leftOf("Some text.");
  expect(left).toBeGreaterThan(0);
  expect(["a bullet", "Lower"].map(leftOf)).toEqual([left, left]);
  const [table] = all(file.part("word/document.xml"), "w:tbl");
  const indent = table === undefined ? undefined : all(table, "w:tblInd")[0];
  expect(Number(indent?.attributes["w:w"])).toBe(left);
});
