import { expect, test } from "vitest";
import type { Inline } from "../../src/document/index.ts";
import { documentOf, paragraph, section, words } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf, tagText } from "../support/pdf/tag-tree.ts";
import { render, tagged } from "./support.ts";

test("running text keeps its order around emphasis, code and links", async () => {
  const children: readonly Inline[] = [
    { kind: "text", value: "See " },
    { kind: "strong", id: "s", children: words("the ") },
    {
      kind: "link",
      id: "l",
      target: { kind: "address", url: "https://example.org/é" },
      title: "Example",
      children: [{ kind: "emphasis", id: "e", children: words("page") }],
    },
    { kind: "text", value: " and " },
    { kind: "inlineCode", id: "c", value: "code" },
    { kind: "text", value: "." },
  ];
  const document = documentOf([{ kind: "paragraph", id: "p", children }]);
  const { tags, pages } = await readPdf(render(document).bytes);
  expect(await tagged(document.content)).toEqual([
    "P",
    '  "See "',
    '  Span "the "',
    "  Link",
    '    Span "page"',
    '  " and "',
    '  Code "code"',
    '  "."',
  ]);
  expect(tagText(tags)).toBe("See the page and code.");
  expect(pages[0]?.links).toEqual([{ url: "https://example.org/%C3%A9", contents: "Example" }]);
});

test("a link to a node leads to its page; one to nothing is text", async () => {
  const link = (id: string, target: string): Inline => ({
    kind: "link",
    id,
    target: { kind: "node", id: target },
    children: words(`to ${target} `),
  });
  const content = [
    { kind: "paragraph" as const, id: "p", children: [link("a", "far"), link("b", "nowhere")] },
    section("far", 1, "Far away", [paragraph("q", "Text.")], true),
  ];
  const { bytes } = render(documentOf(content));
  const { pages, tags } = await readPdf(bytes);
  expect(pages[0]?.links).toEqual([{ destination: "far", page: 2, contents: "to far" }]);
  expect(tagsOf(tags, "Link").map(tagText)).toEqual(["to far "]);
  expect(tagText(tags)).toContain("to nowhere");
  expect(await checkPdf(bytes)).toEqual([]);
});

test("a note has an identifier and a label; its reference leads to it and says it, its number leads back", async () => {
  const reference: Inline = { kind: "noteReference", id: "r", note: "note-1", number: 1 };
  const document = documentOf(
    [{ kind: "paragraph", id: "p", children: [...words("Text"), reference] }],
    {
      notes: [{ kind: "note", id: "note-1", number: 1, children: [paragraph("n", "Said below.")] }],
    },
  );
  const { bytes } = render(document);
  const { tags, pages } = await readPdf(bytes);
  expect(tagsOf(tags, "Note").map(({ identifier }) => identifier)).toEqual(["note-1"]);
  expect(tagsOf(tags, "Reference").map(tagText)).toEqual(["1"]);
  expect(tagsOf(tags, "Lbl").map(tagText)).toEqual(["1"]);
  expect(pages[0]?.links).toEqual([
    { destination: "note-1", page: 1, contents: "Said below." },
    { destination: "r", page: 1, contents: "1" },
  ]);
  expect(await checkPdf(bytes)).toEqual([]);
});

test("running matter is no content, but stands on the page", async () => {
  const document = documentOf([paragraph("p", "Text.")], {
    running: [
      { kind: "running", id: "m", frame: "marking", pages: "all", children: words("Unclassified") },
    ],
  });
  const { tags, pages } = await readPdf(render(document).bytes);
  expect(pages[0]?.text).toContain("UNCLASSIFIED");
  expect(tagText(tags)).toBe("Text.");
});
