import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { checkWordFile } from "../../src/accessibility/index.ts";
import { explain } from "../../src/diagnostics/index.ts";
import { bytesOf, products } from "../docx/support.ts";
import { sample } from "../layout/support.ts";
import { fc, runs } from "../support/property.ts";
import { beforeText, body, broken, good, plain, rulesOf } from "./support.ts";

test.each(products)("the sample %s keeps nobody out", async (product) => {
  expect(checkWordFile(await bytesOf(sample(product)), "sample.docx")).toEqual([]);
});

test("a document of all sorts keeps nobody out", async () => {
  expect(checkWordFile(await good, "a.docx")).toEqual([]);
});

test("a long file without headings is told", async () => {
  const many = Array.from({ length: 40 }, (_, index) => plain(`Paragraph ${index}.`)).join("");
  const parts = unzipSync(await good);
  parts[body] = strToU8(
    strFromU8(parts[body] ?? new Uint8Array()).replace(
      /<w:body>.*<\/w:body>/s,
      `<w:body>${many}</w:body>`,
    ),
  );
  expect(rulesOf(zipSync(parts))).toContain("word-headings-are-there");
});

test("what is right is not told", async () => {
  const decorative =
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';
  const file = await broken(
    [body, /<wp:docPr([^>]*) descr="A dot"([^>]*)\/>/, `<wp:docPr$1$2>${decorative}</wp:docPr>`],
    // Deleted and hidden words are not seen.
    [
      body,
      beforeText,
      `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Seen.</w:t></w:r><w:del w:id="900" w:author="a"><w:r><w:rPr><w:color w:val="EEEEEE"/></w:rPr><w:delText>Gone</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/><w:color w:val="EEEEEE"/></w:rPr><w:t>Hidden</w:t></w:r></w:p>$1`,
    ],
  );
  expect(rulesOf(file)).toEqual([]);
  const merged = await broken([body, /(<w:tc>)<w:tcPr>/, '$1<w:tcPr><w:gridSpan w:val="2"/>']);
  expect(checkWordFile(merged, "a.docx", { mergedCellsAreMeant: true })).toEqual([]);
});

test("a fault has the part, the number of the paragraph and how it begins", async () => {
  const [fault] = checkWordFile(
    await broken([body, "the register of works", "here"]),
    "out/a.docx",
  );
  expect(fault?.place?.file).toBe("out/a.docx/word/document.xml");
  expect(fault?.place?.line).toBeGreaterThan(1);
  expect(fault?.hints[0]).toMatch(
    /^Paragraph \d+: "It was dredged\. See here, and the works\."\.$/,
  );
});

test("a fault of the whole file names the file, so that each of several files is told", async () => {
  const untitled = await broken(["docProps/core.xml", /<dc:title>.*?<\/dc:title>/, ""]);
  const [fault] = checkWordFile(untitled, "out/a.docx");
  expect(fault?.rule).toBe("word-file-has-title");
  expect(fault?.place?.file).toBe("out/a.docx/docProps/core.xml");
});

test("text of headers stands out too", async () => {
  const file = await broken([
    "word/header1.xml",
    /<w:r>/,
    '<w:r><w:rPr><w:color w:val="BBBBBB"/></w:rPr><w:t>Harbour</w:t></w:r><w:r>',
  ]);
  expect(rulesOf(file)).toContain("word-text-has-contrast");
});

test("many faults of one rule are counted", async () => {
  const many = Array.from(
    { length: 50 },
    (_, index) => `${plain(`Paragraph ${index}.`)}<w:p/>`,
  ).join("");
  const found = checkWordFile(await broken([body, beforeText, `${many}$1`]), "a.docx");
  expect(found.length).toBe(21);
  expect(found.at(-1)?.message).toContain("50 times");
});

test("what is no Word file is told, and a damaged one never crashes the checker", async () => {
  expect(rulesOf(new Uint8Array([1, 2, 3]))).toEqual(["word-file-is-sound"]);
  const parts = unzipSync(await good);
  const names = Object.keys(parts).filter(
    (name) => name.endsWith(".xml") || name.endsWith(".rels"),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(
        fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 60 })),
        { minLength: 1, maxLength: 3 },
      ),
      (name, cuts) => {
        let text = strFromU8(parts[name] ?? new Uint8Array());
        for (const [share, length] of cuts) {
          // Whole elements are taken out, so that the file is mostly still XML.
          const at = text.indexOf("<", Math.floor(share * text.length));
          const end = text.indexOf(">", at + length);
          text = text.slice(0, Math.max(0, at)) + (end === -1 ? "" : text.slice(end + 1));
        }
        const found = checkWordFile(zipSync({ ...parts, [name]: strToU8(text) }), "a.docx");
        expect(found.every(({ rule }) => explain(rule) !== undefined)).toBe(true);
      },
    ),
    { numRuns: runs(150) },
  );
});
