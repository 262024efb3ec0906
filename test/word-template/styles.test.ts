import { describe, expect, test } from "vitest";
import type { WordFile } from "../docx/support.ts";
import { bytesOf, paragraphsOf, textOfParagraph } from "../docx/support.ts";
import type { XmlElement } from "../docx/xml.ts";
import { all, attributeOf } from "../docx/xml.ts";
import { sample } from "../layout/support.ts";
import { apply, paragraph, reportOf, section, templateOf, usualPart } from "./support.ts";
import { withAccent } from "./with-part.ts";

const nothing: XmlElement = { name: "", attributes: {}, children: [], text: "" };

function styleNamed(file: WordFile, name: string): XmlElement {
  const found = all(file.part("word/styles.xml"), "w:style").filter(
    (style) => attributeOf(style, "w:name") === name,
  );
  if (found.length !== 1) throw new Error(`${found.length} styles are called ${name}`);
  return found[0] ?? nothing;
}

function paragraphWith(file: WordFile, text: string): XmlElement {
  const found = paragraphsOf(file.part("word/document.xml")).filter(
    (each) => textOfParagraph(each).trim() === text,
  );
  return found.at(-1) ?? nothing;
}

const markdown = [
  "# The harbour",
  "It was dredged.",
  "## Works",
  "Some.",
  "### Details",
  "More.",
  "> said",
  "- a bullet\n  - deeper",
  "3. three\n4. four",
  "Between.",
  "1. one\n2. two",
].join("\n\n");

describe("styles", () => {
  test("are those of the template by their names, whatever their ids and capitals", async () => {
    const file = (await apply(markdown, templateOf())).file();
    expect(attributeOf(paragraphWith(file, "The harbour"), "w:pStyle")).toBe("Titre");
    expect(attributeOf(paragraphWith(file, "Works"), "w:pStyle")).toBe("Titre1");
    expect(attributeOf(paragraphWith(file, "Details"), "w:pStyle")).toBe("berschrift2");
    // Running text is the template's, which leaves it to its default style.
    expect(attributeOf(paragraphWith(file, "Some."), "w:pStyle")).toBe("Standard");
  });

  test("that are missing are told in one sentence and added, fitted to the template", async () => {
    const applied = await apply(markdown, templateOf());
    const told = applied.diagnostics.filter(({ rule }) => rule === "word-style-exists");
    expect(told.length).toBe(1);
    expect(told[0]?.severity).toBe("warning");
    expect(told[0]?.message).toContain('"Quote"');
    expect(told[0]?.message).not.toContain('"heading 1"');
    const quote = styleNamed(applied.file(), "Quote");
    expect(attributeOf(quote, "w:basedOn")).toBe("Standard");
    expect(all(quote, "w:rFonts")).toEqual([]);
    expect(all(quote, "w:spacing").flatMap((each) => each.attributes["w:line"] ?? [])).toEqual([]);
  });

  test("are mapped by the table of the settings, without a word where ours are wanted", async () => {
    const styles = new Map([
      ["Quote", "Office Facts"],
      ["Strong", "own"],
    ]);
    const applied = await apply("# T\n\n> **said**\n", templateOf(), { styles });
    const file = applied.file();
    expect(attributeOf(paragraphWith(file, "said"), "w:pStyle")).toBe("Facts");
    const told = applied.diagnostics.map(({ message }) => message).join();
    expect(told).not.toContain('"Quote"');
    expect(told).not.toContain('"Strong"');
    expect(attributeOf(styleNamed(file, "Strong"), "w:basedOn")).toBe("Policepardfaut");
  });

  test("of the table that the template has not are an error with similar names", async () => {
    const styles = new Map([["Quote", "Ofice Facts"]]);
    const applied = await apply("# T\n\n> said\n", templateOf(), { styles });
    const [told] = applied.diagnostics.filter(({ severity }) => severity === "error");
    expect(told?.rule).toBe("word-style-exists");
    expect(told?.hints).toContain('Did you mean "Office Facts"?');
  });

  test("never take an id or a name that the template uses for another style", async () => {
    const own = await reportOf("# T\n\nLead words.\n\n## S\n\ntext\n");
    const file = (await apply(own, templateOf())).file();
    const styles = all(file.part("word/styles.xml"), "w:style");
    const ids = styles.map((style) => style.attributes["w:styleId"]?.toLowerCase());
    const names = styles.map((style) => attributeOf(style, "w:name")?.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(names).size).toBe(names.length);
    // A character style of the template has the id "Lead", so that the paragraph style of ours has another.
    expect(ids.filter((id) => id?.startsWith("lead")).length).toBeGreaterThan(1);
    const used = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"].flatMap(
      (name) =>
        ["word/document.xml", "word/styles.xml"].flatMap((path) =>
          all(file.part(path), name).map((each) => each.attributes["w:val"]?.toLowerCase()),
        ),
    );
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("speak the language of the document, and a template in another one is told", async () => {
    const applied = await apply(
      await reportOf("---\nlang: fr-CA\n---\n\n# Le port\n\nTexte.\n", "fr"),
      templateOf(),
    );
    const [language] = all(applied.file().part("word/styles.xml"), "w:lang");
    expect(language?.attributes["w:val"]).toMatch(/^fr/);
    expect(language?.attributes["w:eastAsia"]).toBe("ja-JP");
    expect(applied.rules).toContain("word-template-speaks-the-language");
    expect((await apply("# T\n\ntext\n", templateOf())).rules).not.toContain(
      "word-template-speaks-the-language",
    );
  });
});

test("colours follow the theme of the template where they can be read, and name none where it has none", async () => {
  const own = await bytesOf(sample("fact-sheet"));
  const accents = async (template: Uint8Array): Promise<readonly (string | undefined)[]> =>
    all((await apply(own, template)).file().part("word/styles.xml"), "w:color")
      .filter(({ attributes }) => attributes["w:themeColor"] === "accent1")
      .map(({ attributes }) => attributes["w:val"]);
  const dark = await accents(withAccent("004488"));
  expect(dark.length).toBeGreaterThan(0);
  expect(new Set(dark)).toEqual(new Set(["004488"]));
  expect(await accents(withAccent("99CCFF"))).toEqual([]);
  expect(await accents(templateOf())).toEqual([]);
});

describe("lists", () => {
  test("look as the template's, and each that counts begins where the source says", async () => {
    const file = (await apply(markdown, templateOf())).file();
    const bullet = paragraphWith(file, "a bullet");
    expect(attributeOf(bullet, "w:pStyle")).toBe("Listepuces");
    expect(all(bullet, "w:numPr")).toEqual([]);
    const lists = new Map(
      all(file.part("word/numbering.xml"), "w:num").map((each) => [
        each.attributes["w:numId"],
        each,
      ]),
    );
    const numbersOf = (text: string): string | undefined =>
      attributeOf(paragraphWith(file, text), "w:numId");
    expect(numbersOf("three")).toBe(numbersOf("four"));
    expect(numbersOf("one")).not.toBe(numbersOf("three"));
    const three = lists.get(numbersOf("three")) ?? nothing;
    expect(attributeOf(three, "w:abstractNumId")).toBe("4");
    expect(attributeOf(three, "w:startOverride")).toBe("3");
    expect(attributeOf(lists.get(numbersOf("one")) ?? nothing, "w:startOverride")).toBe("1");
  });

  test("that the template has no style for bring their own definition, under numbers of its own", async () => {
    const plain = usualPart(
      "word/styles.xml",
      '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>',
      "",
    );
    const file = (
      await apply(markdown, templateOf(undefined, { "word/styles.xml": plain }))
    ).file();
    const numbering = file.part("word/numbering.xml");
    const abstracts = all(numbering, "w:abstractNum").map(
      (each) => each.attributes["w:abstractNumId"],
    );
    const lists = all(numbering, "w:num").map((each) => each.attributes["w:numId"]);
    expect(new Set(abstracts).size).toBe(abstracts.length);
    expect(new Set(lists).size).toBe(lists.length);
    // The style of the template is called List Bullet and has no bullet: the paragraph says its list itself.
    expect(lists).toContain(attributeOf(paragraphWith(file, "a bullet"), "w:numId"));
    const kinds = numbering.children.map(({ name }) => name);
    expect(kinds.lastIndexOf("w:abstractNum")).toBeLessThan(kinds.indexOf("w:num"));
  });

  test("work in a template that has none", async () => {
    const applied = await apply(
      markdown,
      templateOf(undefined, {
        "word/numbering.xml": undefined,
        "word/_rels/document.xml.rels": usualPart(
          "word/_rels/document.xml.rels",
          /<Relationship Id="rId2"[^>]*>/.exec(usualRelations)?.[0] ?? "",
          "",
        ),
        "[Content_Types].xml": usualPart(
          "[Content_Types].xml",
          '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>',
          "",
        ),
      }),
    );
    const file = applied.file();
    const lists = all(file.part("word/numbering.xml"), "w:num").map(
      (each) => each.attributes["w:numId"],
    );
    expect(lists).toContain(attributeOf(paragraphWith(file, "three"), "w:numId"));
    expect(file.text("[Content_Types].xml")).toContain("/word/numbering.xml");
  });
});

const usualRelations =
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>';

describe("what is wide", () => {
  test("keeps its share of the width, and pictures shrink to it", async () => {
    const table = "| a | b |\n| - | - |\n| 1 | 2 |";
    const applied = await apply(
      `# T\n\n## S\n\n${table}\n\n![A dot](dot.png)\n`,
      templateOf(paragraph("A") + section),
    );
    const document = applied.file().part("word/document.xml");
    const width = 11906 - 2 * 2268;
    const [whole] = all(document, "w:tblW");
    const columns = all(document, "w:gridCol").map((each) => Number(each.attributes["w:w"]));
    expect(columns.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(width + 2);
    expect(Number(whole?.attributes["w:w"])).toBeLessThanOrEqual(width + 1);
    const [extent] = all(document, "wp:extent");
    expect(Number(extent?.attributes["cx"])).toBeLessThanOrEqual(width * 635);
    expect(Number(extent?.attributes["cx"]) / Number(extent?.attributes["cy"])).toBeCloseTo(2, 1);
  });
});
