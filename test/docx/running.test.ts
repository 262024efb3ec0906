import { expect, test } from "vitest";
import type { DocumentTree } from "../../src/document/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { themeOf } from "../layout/support.ts";
import { documentOf } from "../template/support.ts";
import type { WordFile } from "./support.ts";
import { bytesOf, open, textOfParagraph } from "./support.ts";
import type { XmlElement } from "./xml.ts";
import { all, attributeOf } from "./xml.ts";

const text =
  "# T\n\n## One\n\nText.\n\n## Wide {.landscape}\n\nWide.\n\n## After\n\nLast.\n\n## Data {annex=report #data}\n\nFirst.\n\n## More {annex=report #more}\n\nSecond.\n";

function documentWith(head: string): DocumentTree {
  const { value } = documentOf(`---\n${head}\n---\n${text}`, { product: "report", file: "t.md" });
  return value;
}

/** The parts that sections name themselves, in the order of the text, by what they are for. */
function namedParts(file: WordFile, sort: "header" | "footer", type: string) {
  const relations = all(file.part("word/_rels/document.xml.rels"), "Relationship");
  return all(file.part("word/document.xml"), "w:sectPr").map((section) => {
    const reference = section.children.find(
      ({ name, attributes }) => name === `w:${sort}Reference` && attributes["w:type"] === type,
    );
    const relation = relations.find(
      ({ attributes }) => attributes["Id"] === reference?.attributes["r:id"],
    );
    return relation === undefined ? undefined : file.part(`word/${relation.attributes["Target"]}`);
  });
}

/** The last stop of the last paragraph that has words, twips from the left margin. */
function lastStop(part: XmlElement | undefined, file: WordFile): number {
  const style = part === undefined ? undefined : attributeOf(part, "w:pStyle");
  const found = all(file.part("word/styles.xml"), "w:style").find(
    ({ attributes }) => attributes["w:styleId"] === style,
  );
  const stops = found === undefined ? [] : all(found, "w:tab");
  return Number(stops.at(-1)?.attributes["w:pos"]);
}

test("the page number of a page in landscape stands at its right margin", async () => {
  const file = open(await bytesOf(documentWith("title: T")));
  const sections = all(file.part("word/document.xml"), "w:sectPr");
  const footers = namedParts(file, "footer", "default");
  const widths = sections.map((section) => {
    const value = (name: string, key: string): number =>
      Number(all(section, name)[0]?.attributes[key]);
    return value("w:pgSz", "w:w") - value("w:pgMar", "w:left") - value("w:pgMar", "w:right");
  });
  expect(sections.map((each) => all(each, "w:pgSz")[0]?.attributes["w:orient"])).toEqual([
    "portrait",
    "landscape",
    "portrait",
  ]);
  footers.forEach((footer, index) => {
    expect(Math.abs(lastStop(footer, file) - (widths[index] ?? 0))).toBeLessThan(3);
  });
});

test("pages of annexes are counted from 1 after the letter of the annex", async () => {
  const file = open(await bytesOf(documentWith("page-numbers: {annexes: lettered}")));
  const said = namedParts(file, "footer", "default").flatMap((footer) =>
    footer === undefined ? [] : [textOfParagraph(footer)],
  );
  expect(said.map((each) => /[A-Z]-/.exec(each)?.[0])).toEqual([
    undefined,
    undefined,
    undefined,
    "A-",
    "B-",
  ]);
  const starts = all(file.part("word/document.xml"), "w:sectPr").map(
    (each) => all(each, "w:pgNumType")[0]?.attributes["w:start"],
  );
  expect(starts.slice(-2)).toEqual(["1", "1"]);
});

test("the number of pages is that of the pages that are counted together, also when Word counts them anew", async () => {
  const head = "page-numbers: {front: roman, annexes: lettered}";
  const file = open(await bytesOf(documentWith(head), {}, 1));
  const feet = namedParts(file, "footer", "default").map((footer) => {
    const field = footer && all(footer, "w:instrText").at(-1)?.text.trim();
    return footer && [textOfParagraph(footer).trim(), field];
  });
  expect(feet).toEqual([
    ["Page i of ii", "PAGEREF _Pages_front"],
    ["Page 1 of 9", "PAGEREF _Pages_main"],
    ["Page 1 of 9", "PAGEREF _Pages_main"],
    ["Page 1 of 9", "PAGEREF _Pages_main"],
    ["Page A-1 of 3", "PAGEREF _Pages_A"],
    ["Page B-1 of 1", "PAGEREF _Pages_B"],
  ]);
  // Each leads to the end of the last page of its own.
  const body = file.part("word/document.xml");
  const ends = ["front", "main", "A", "B"].map((series) =>
    all(body, "w:p").findIndex((each) =>
      all(each, "w:bookmarkStart").some(
        ({ attributes }) => attributes["w:name"] === `_Pages_${series}`,
      ),
    ),
  );
  const sections = all(body, "w:p").flatMap((each, at) => (all(each, "w:sectPr")[0] ? [at] : []));
  expect(ends).toEqual([sections[0], sections[3], sections[4], all(body, "w:p").length - 1]);
});

test("a document whose pages are counted through has Word's own count", async () => {
  const file = open(await bytesOf(documentWith("title: T")));
  const [footer] = namedParts(file, "footer", "default");
  expect(footer && all(footer, "w:instrText").map(({ text }) => text.trim())).toEqual([
    "PAGE",
    "NUMPAGES",
  ]);
});

test("where pages are bound, even ones have the mirror image of the footer", async () => {
  const theme = themeOf("report");
  const facts = {
    pages: 2,
    frontPages: 0,
    counts: new Map<string, string>(),
    pageOf: new Map<string, string>(),
    columnsOf: new Map(),
  };
  const assets = { face: () => undefined, fallbacks: [], image: () => undefined };
  const bound = { ...theme, page: { ...theme.page, binding: 12 } };
  const file = open(
    await renderDocx(documentWith("title: T"), bound, facts, assets, () => undefined),
  );
  const [odd] = namedParts(file, "footer", "default");
  const [even] = namedParts(file, "footer", "even");
  expect(file.text("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
  // The number at the outer edge: at a stop on odd pages, at the left margin on even ones.
  expect(odd && all(odd, "w:tab").length).toBeGreaterThan(0);
  expect(even && textOfParagraph(even).trim()).toBe(odd && textOfParagraph(odd).trim());
  expect(even && all(even, "w:tab")).toEqual([]);
});
