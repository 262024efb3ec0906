import { expect, test } from "vitest";
import type { Block, DocumentTree, Inline } from "../../src/document/index.ts";
import { checkDocument, textOf, textsOf } from "../../src/document/index.ts";

const words = (value: string): readonly Inline[] => [{ kind: "text", value }];
const heading = (id: string, value: string) =>
  ({ kind: "heading", id, children: words(value) }) as const;
const slide = (id: string, value: string): Block => ({
  kind: "slide",
  id,
  layout: "text",
  heading: heading(`${id}-heading`, value),
  children: [{ kind: "paragraph", id: `${id}-p`, children: words("On it") }],
  notes: [{ kind: "paragraph", id: `${id}-n`, children: words("Said to it") }],
  annex: false,
});
const documentWith = (content: readonly Block[], title = "Title"): DocumentTree => ({
  kind: "document",
  product: "slides",
  language: "en-CA",
  title,
  metadata: { status: "draft", source: { file: "a.md", hash: "00" } },
  content,
  notes: [],
  running: [],
});

test("texts come in reading order, with labels, headings, notes and alternative texts", () => {
  const document = documentWith([
    slide("s", "Heading"),
    {
      kind: "figure",
      id: "f",
      image: { source: "a.png", alternative: "A chart" },
      caption: { kind: "caption", id: "c", children: words("Sales") },
    },
    {
      kind: "decision",
      id: "d",
      heading: heading("d-heading", "Decision"),
      rows: [{ kind: "decisionRow", id: "r", text: words("Agree"), choices: [words("Yes")] }],
      fields: [{ kind: "decisionField", id: "x", label: words("Date") }],
    },
  ]);
  expect(textsOf(document)).toEqual([
    ...["Heading", "On it", "Said to it", "A chart", "Sales"],
    ...["Decision", "Agree", "Yes", "Date"],
  ]);
});

test("running text reads as words, a line break as a blank", () => {
  const text: readonly Inline[] = [
    ...words("one"),
    { kind: "lineBreak" },
    { kind: "strong", id: "t", children: words("two") },
    { kind: "pageNumber" },
  ];
  expect(textOf(text)).toBe("one two");
});

test("a title that is missing, an empty heading and a repeated slide heading are told", () => {
  const document = documentWith([slide("a", "Same"), slide("b", "Same"), slide("c", " ")], "");
  expect(checkDocument(document).map(({ rule, place }) => [rule, place?.file])).toEqual([
    ["document-has-title", "a.md"],
    ["heading-has-text", undefined],
    ["slide-headings-are-unique", undefined],
  ]);
});

test("two nodes with one id are our fault", () => {
  const document = documentWith([slide("a", "One"), slide("a", "Two")]);
  expect(() => checkDocument(document)).toThrow('Bug: two nodes of the document have the id "a');
});
