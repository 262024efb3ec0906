import { expect, test } from "vitest";
import type { Block } from "../../src/document/index.ts";
import { textsOf } from "../../src/document/index.ts";
import { squeezed } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf, tagText } from "../support/pdf/tag-tree.ts";
import { renderSample, sampleFile } from "./support.ts";

const samples = [
  ["fact-sheet", "accessible"],
  ["fact-sheet", "print"],
  ["briefing-note", "accessible"],
  ["report", "accessible"],
  ["slides", "accessible"],
] as const;

test.each(samples)(
  "a %s (%s) is a sound file that readers have nothing against",
  async (product, profile) => {
    const { bytes, rules } = sampleFile(product, profile);
    expect(await checkPdf(bytes)).toEqual([]);
    expect((await readPdf(bytes)).warnings).toEqual([]);
    expect(rules).toEqual([]);
  },
);

test.each(samples)("the tags of a %s (%s) say all of its text", async (product, profile) => {
  const { bytes, document } = sampleFile(product, profile);
  const said = squeezed(tagText((await readPdf(bytes)).tags));
  // What is said to a slide is not on it, and a date on a slide stands under its year.
  const content = document.content.map(
    (block): Block => (block.kind === "slide" ? { ...block, notes: [] } : block),
  );
  const wanted = textsOf({ ...document, content }).map((text) =>
    product === "slides" ? text.replace(/, \d{4}$/, "") : text,
  );
  expect(wanted.filter((text) => !said.includes(squeezed(text)))).toEqual([]);
  expect(wanted.length).toBeGreaterThan(20);
});

test.each(samples)("a %s (%s) has the same bytes each time", (product, profile) => {
  const first = sampleFile(product, profile).bytes;
  expect(renderSample(product, profile).bytes).toEqual(first);
});

test.each(samples)(
  "headings of a %s (%s) begin with the title and skip no level",
  async (product, profile) => {
    const { bytes, document } = sampleFile(product, profile);
    const { tags } = await readPdf(bytes);
    expect(tagsOf(tags, "H1").map(tagText)).toEqual([document.title]);
    const levels = headingLevels(tags);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
  },
);

function headingLevels(tag: Awaited<ReturnType<typeof readPdf>>["tags"]): readonly number[] {
  const own = /^H(\d)$/.exec(tag.role)?.[1];
  const inner = tag.children.flatMap((child) =>
    typeof child !== "string" && "children" in child ? headingLevels(child) : [],
  );
  return own === undefined ? inner : [Number(own), ...inner];
}

test("the file says who made it, when, and in which language", async () => {
  const { bytes } = sampleFile("fact-sheet");
  const { info, metadata, language, marked } = await readPdf(bytes);
  expect(info).toMatchObject({
    Title: "Canada-Japan Defence Relations",
    Author: "Department of National Defence",
    CreationDate: "D:20120325000000Z",
    PDFFormatVersion: "1.7",
  });
  expect(metadata).toMatchObject({
    "dc:title": "Canada-Japan Defence Relations",
    "dc:creator": ["Department of National Defence"],
    "xmp:createdate": "2012-03-25T00:00:00Z",
    "pdfaid:part": "2",
    "pdfaid:conformance": "A",
    "pdfuaid:part": "1",
  });
  expect(language).toBe("en-CA");
  expect(marked).toBe(true);
});

test("words in French inside of English text say so", async () => {
  const { tags } = await readPdf(sampleFile("fact-sheet").bytes);
  const french = tagsOf(tags, "Span").filter(({ language }) => language !== undefined);
  expect(french.map((tag) => [tag.language, tagText(tag)])).toContainEqual([
    "fr-CA",
    "Non classifié",
  ]);
});

test("bookmarks of a report lead to its sections, as deep as they are", async () => {
  const { outline } = await readPdf(sampleFile("report").bytes);
  expect(outline.map(({ title, page }) => [title, page])).toEqual([
    ["Overview", 2],
    ["Recent Defence Cooperation Milestones", 3],
    ["New Defence Cooperation", 4],
  ]);
  expect(outline[0]?.children.map(({ title }) => title)).toEqual([
    "Initiatives",
    "New commitments",
  ]);
});

test("each slide has a bookmark on its page, and its printed number", async () => {
  const { pages, outline, labels } = await readPdf(sampleFile("slides").bytes);
  expect(outline.map(({ page }) => page)).toEqual(pages.map((_, index) => index + 1));
  expect(labels).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "A1", "A2"]);
});

test("entries of the contents lead to their sections and say which", async () => {
  const { pages, tags } = await readPdf(sampleFile("report").bytes);
  const links = pages[0]?.links ?? [];
  expect(links.length).toBe(tagsOf(tags, "TOCI").length);
  expect(links[0]).toEqual({ destination: "overview", page: 2, contents: "Overview" });
  const entry = tagsOf(tags, "TOCI")[0];
  expect(entry === undefined ? "" : tagText(entry)).toBe("Overview 2");
});

test("addresses are links that say where they lead", async () => {
  const { pages } = await readPdf(sampleFile("fact-sheet").bytes);
  const links = pages.flatMap((page) => page.links);
  expect(links.length).toBeGreaterThan(0);
  for (const { url, contents } of links) expect(url).toBe(contents);
});
