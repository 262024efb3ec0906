import { beforeAll, describe, expect, test } from "vitest";
import type { WordFile } from "../docx/support.ts";
import { bytesOf } from "../docx/support.ts";
import type { XmlElement } from "../docx/xml.ts";
import { all } from "../docx/xml.ts";
import { documentOf } from "../template/support.ts";
import { apply, paragraph, section, templateOf } from "./support.ts";

// Front matter in roman numbers, then pages from one, one of them on its side, then two annexes with letters.
const markdown =
  "---\npage-numbers: {front: roman, annexes: lettered}\n---\n# T\n\n## One\n\nText.\n\n## Wide {.landscape}\n\nWide.\n\n## After\n\nLast.\n\n## Data {annex=report #data}\n\nFirst.\n\n## More {annex=report #more}\n\nSecond.\n";
const bare = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:titlePg/></w:sectPr>';
let own: Uint8Array;
beforeAll(async () => {
  const { value } = documentOf(markdown, { product: "report", file: "t.md" });
  own = await bytesOf(value, {}, 1);
});

function sections(file: WordFile): readonly XmlElement[] {
  return all(file.part("word/document.xml"), "w:sectPr");
}

/** Instructions of the fields in the usual footer of each section; undefined where it is that of the section before. */
function footers(file: WordFile): readonly (string | undefined)[] {
  const targets = new Map(
    all(file.part("word/_rels/document.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes["Id"],
      attributes["Target"],
    ]),
  );
  return sections(file).map((each) => {
    const usual = all(each, "w:footerReference").find(
      ({ attributes }) => attributes["w:type"] === "default",
    );
    const target = targets.get(usual?.attributes["r:id"]);
    if (usual === undefined || target === undefined) return undefined;
    const fields = all(file.part(`word/${target}`), "w:instrText");
    return fields.map(({ text }) => text.trim()).join(", ");
  });
}

const numbers = (file: WordFile): readonly (string | undefined)[] =>
  sections(file).map((each) => {
    const [said] = all(each, "w:pgNumType");
    return said && `${said.attributes["w:fmt"] ?? ""} ${said.attributes["w:start"] ?? ""}`.trim();
  });

describe("in a template without headers and footers", () => {
  test("each section has those of ours, once in the file", async () => {
    const file = (await apply(own, templateOf(paragraph("A") + bare))).file();
    expect(footers(file)).toEqual([
      "PAGE, PAGEREF _Pages_front",
      "PAGE, PAGEREF _Pages_main",
      "PAGE, PAGEREF _Pages_main",
      "PAGE, PAGEREF _Pages_main",
      "PAGE, PAGEREF _Pages_A",
      "PAGE, PAGEREF _Pages_B",
    ]);
    const marks = all(file.part("word/document.xml"), "w:bookmarkStart");
    const names = marks.map(({ attributes }) => attributes["w:name"]);
    expect(names).toEqual(
      expect.arrayContaining(["_Pages_front", "_Pages_main", "_Pages_A", "_Pages_B"]),
    );
    expect(file.paths.filter((path) => /^word\/footer\d*\.xml$/.test(path))).toHaveLength(6);
    // A first page of its own is of the first section alone.
    expect(sections(file).map((each) => all(each, "w:titlePg").length)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test("pages are numbered as the document says", async () => {
    const file = (await apply(own, templateOf(paragraph("A") + bare))).file();
    expect(numbers(file).map((each) => each ?? "")).toEqual([
      "lowerRoman 1",
      "1",
      "",
      "",
      "1",
      "1",
    ]);
  });

  test("a page on its side has a footer as wide as the text on it", async () => {
    const file = (await apply(own, templateOf(paragraph("A") + bare))).file();
    const wide = all(file.part("word/styles.xml"), "w:style").find((each) =>
      all(each, "w:name").some(({ attributes }) => attributes["w:val"] === "footer Wide"),
    );
    const stops = wide === undefined ? [] : all(wide, "w:tab");
    expect(stops.at(-1)?.attributes["w:pos"]).toBe(String(16838 - 2 * 1440));
  });

  test("and without section properties, ours end the last section too", async () => {
    const file = (await apply(own, templateOf(paragraph("A")))).file();
    const body = file.part("word/document.xml").children[0];
    expect(body?.children.at(-1)?.name).toBe("w:sectPr");
    expect(footers(file).at(-1)).toBe("PAGE, PAGEREF _Pages_B");
  });

  test("a cell has the headers and footers of the first section", async () => {
    const cell = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="7000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="7000" w:type="dxa"/></w:tcPr><w:p><w:bookmarkStart w:id="1" w:name="dossier_content"/><w:bookmarkEnd w:id="1"/></w:p></w:tc></w:tr></w:tbl>`;
    const file = (await apply(own, templateOf(cell + paragraph("B") + bare))).file();
    expect(footers(file)).toEqual(["PAGE, PAGEREF _Pages_front"]);
  });
});

test("a template with a header keeps it, and its pages are numbered as the document says", async () => {
  const file = (await apply(own, templateOf(paragraph("A") + section))).file();
  expect(new Set(footers(file))).toEqual(new Set([undefined]));
  expect(numbers(file).map((each) => each ?? "")).toEqual(["lowerRoman 1", "1", "", "", "1", "1"]);
  expect(file.paths.filter((path) => path.startsWith("word/footer"))).toEqual([]);
});
