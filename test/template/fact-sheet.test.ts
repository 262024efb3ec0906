import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { textOf, textsOf, textsOfBlocks } from "../../src/document/index.ts";
import { blockAt, blocksOf, documentOf, errorsOf, rulesOf, seed } from "./support.ts";

const outlines = JSON.parse(readFileSync("test/fixtures/outlines/canada-japan.json", "utf8"));
type OutlineBlock = {
  readonly block: string;
  readonly label?: string;
  readonly show?: readonly (readonly string[])[];
};
const outline: readonly OutlineBlock[] = outlines["fact-sheet"].blocks;
const shown = (block: string): readonly (readonly string[])[] =>
  outline.find((entry) => entry.block === block)?.show ?? [];

const { value: document, diagnostics } = documentOf(seed(), { product: "fact-sheet" });

test("has the 28 lines of the text, word for word", () => {
  const lines = readFileSync("test/fixtures/outlines/canada-japan.txt", "utf8")
    .split("\n")
    .map((line) => line.replace(/^\s*[-•*]\s+/, "").trim())
    .filter((line) => line !== "");
  const texts = new Set(textsOf(document));
  expect(lines).toHaveLength(28);
  expect(lines.filter((line) => !texts.has(line))).toEqual([]);
});

test("has its blocks in the order of the outline", () => {
  const headings = document.content.map((block) =>
    "heading" in block && block.heading !== undefined ? textOf(block.heading.children) : block.kind,
  );
  expect(headings).toEqual([
    "masthead",
    "title",
    "paragraph",
    "paragraph",
    "Quick facts",
    "Initiatives",
    "New commitments",
    "Milestones",
    "Recent Defence Cooperation Milestones",
    "New Defence Cooperation",
    "Associated links",
    "paragraph",
  ]);
});

test("opens with a lead, and a masthead that says the marking in words", () => {
  expect(blockAt(document, "p-values")).toMatchObject({ kind: "paragraph", role: "lead" });
  expect(blockAt(document, "p-priority")).not.toHaveProperty("role");
  const [masthead] = blocksOf(document, "masthead");
  expect(masthead?.columns.map((column) => column.map(({ children }) => textOf(children)))).toEqual(
    [
      ["Backgrounder", "March 2012"],
      ["Department of National Defence", "Unclassified / Non classifié"],
      ["Ministère de la Défense nationale"],
    ],
  );
  expect(masthead?.columns[2]?.[0]).toMatchObject({ language: "fr-CA", role: "masthead" });
});

test("derives quick facts and milestones from the records", () => {
  const [facts] = blocksOf(document, "quickFacts");
  expect(facts?.facts.map(({ label, value }) => [textOf(label), textOf(value)])).toEqual(
    shown("quick-facts"),
  );
  const [timeline] = blocksOf(document, "timeline");
  expect(timeline?.entries.map(({ date, children }) => [textOf(date), textOf(children)])).toEqual(
    shown("timeline"),
  );
  expect(
    timeline?.entries.map(({ year, dateInYear }) => `${year} ${textOf(dateInYear)}`),
  ).toContain("2011 June 15 to 18");
});

test("sets initiatives as paragraphs and commitments as a list after their lead-in", () => {
  const initiatives = blockAt(document, "opening-initiative");
  expect(initiatives.kind === "section" && initiatives.children.map(({ role }) => role)).toEqual(
    Array.from({ length: 5 }, () => "item"),
  );
  const commitments = blockAt(document, "opening-commitment");
  expect(commitments.kind === "section" && commitments.children.map(({ kind }) => kind)).toEqual([
    "paragraph",
    "list",
  ]);
});

test("keeps the places of the source and those of the template apart", () => {
  expect(blockAt(document, "p-values").place).toMatchObject({ file: "data/text.md", line: 27 });
  expect(blockAt(document, "quick-facts").place?.file).toBe("templates/fact-sheet/template.md.hbs");
});

test("marks every page, and names pages, version and address", () => {
  expect(
    document.running.map(({ frame, pages, children }) => [frame, pages, textOf(children)]),
  ).toEqual([
    ["marking", "all", "UNCLASSIFIED / NON CLASSIFIÉ"],
    ["header-left", "later", "Canada-Japan Defence Relations"],
    ["footer-left", "all", "Version 1.0.0"],
    [
      "footer-centre",
      "all",
      "canada.ca/en/news/archive/2012/03/canada-japan-defence-relations.html",
    ],
    ["footer-right", "all", "Page  of "],
  ]);
});

test("links to both archive addresses and ends with the other formats in two languages", () => {
  const links = blockAt(document, "links");
  expect(textsOfBlocks([links])).toHaveLength(3);
  expect(textsOf(document).at(-1)).toBe(
    "Available in other formats on request. Offert dans d’autres formats sur demande.",
  );
});

test("says in a draft that contacts are left out, and is no draft without them", () => {
  expect(errorsOf(diagnostics)).toEqual([]);
  expect(diagnostics.map(({ message }) => message)).toContain(
    'The head does not give "contacts": the draft leaves this out.',
  );
  const final = documentOf(seed().replace("status: draft", "status: final"), {
    product: "fact-sheet",
  });
  expect(errorsOf(final.diagnostics)).toEqual([
    'required-field-is-given: The final fact-sheet needs the field "contacts".',
  ]);
});

test("has room for five quick facts and refuses a sixth", () => {
  const row = "| Next 2+2 Dialogue | next-2plus2.date |\n";
  const more = [1, 2].map((number) => `| Fact ${number} | ${number} |\n`).join("");
  const six = documentOf(seed().replace(row, row + more), { product: "fact-sheet" });
  expect(rulesOf(six.diagnostics)).toContain("selection-fits-template");
  expect(errorsOf(six.diagnostics)).toHaveLength(1);
  const five = documentOf(seed().replace(row, `${row}| Fact | 1 |\n`), { product: "fact-sheet" });
  expect(errorsOf(five.diagnostics)).toEqual([]);
});

test("in French, labels, dates and the order of the marking change, and the head's title is used", () => {
  const { value: french } = documentOf(seed(), { product: "fact-sheet", language: "fr" });
  expect(french.language).toBe("fr-CA");
  expect(french.title).toBe("Relations Canada-Japon dans le domaine de la défense");
  expect(french.metadata.author).toBe("Ministère de la Défense nationale");
  const [marking] = french.running;
  expect(textOf(marking?.children ?? [])).toBe("NON CLASSIFIÉ / UNCLASSIFIED");
  const texts = textsOf(french);
  for (const words of [
    "Document d’information",
    "Mars 2012",
    "Non classifié / Unclassified",
    "Faits saillants",
    "14 novembre 2010",
    "Automne 2012",
    "Jalons",
    "Du 15 au 18 juin 2011",
  ]) {
    expect(texts).toContain(words);
  }
});
