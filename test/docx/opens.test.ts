import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Block, DocumentTree, Inline } from "../../src/document/index.ts";
import { documentOf, sample } from "../layout/support.ts";
import { fc, runs } from "../support/property.ts";
import { documentOf as documentOfSource } from "../template/support.ts";
import { bytesOf, onePixel, products } from "./support.ts";
import { wordFaults } from "./word-faults.ts";

const text = (value: string): Inline => ({ kind: "text", value });
const paragraph = (id: string, ...children: readonly Inline[]): Block => ({
  kind: "paragraph",
  id,
  children,
});
const link = (id: string, url: string, ...children: readonly Inline[]): Inline => ({
  kind: "link",
  id,
  target: { kind: "address", url },
  children: children.length > 0 ? children : [text(url)],
});
const table = (id: string, columns: number, content: readonly Block[]): Block => ({
  kind: "table",
  id,
  columns: Array.from({ length: columns }, () => ({ alignment: "start" })),
  head: [],
  body: [
    {
      kind: "tableRow",
      id: `${id}-row`,
      cells: Array.from({ length: columns }, (_, at) => ({
        kind: "tableCell",
        id: `${id}-${at}`,
        children: at === 0 ? content : [],
      })),
    },
  ],
  rowHeaders: false,
});

async function faultsOf(document: DocumentTree): Promise<readonly string[]> {
  const dot = { format: "png", width: 1, height: 1, density: 96, bytes: onePixel } as const;
  const tall = { ...dot, width: 1, height: 50_000 };
  return wordFaults(await bytesOf(document, { "dot.png": dot, "tall.png": tall }));
}

test.each(products)("nothing in the sample %s keeps Word from opening it", async (product) => {
  expect(await faultsOf(sample(product))).toEqual([]);
});

test("nothing in a document of every construct keeps Word from opening it", async () => {
  const file = new URL("../fixtures/everything/source.md", import.meta.url);
  const { value } = documentOfSource(readFileSync(file, "utf8"), {
    product: "report",
    file: "test/fixtures/everything/source.md",
  });
  const dot = { format: "png", width: 96, height: 48, density: 96, bytes: onePixel } as const;
  const pictures = Object.fromEntries(
    ["test/conformance/fixtures/harbour.png", "test/fixtures/everything/bars.svg"].map((name) => [
      name,
      dot,
    ]),
  );
  expect(wordFaults(await bytesOf(value, pictures, 2))).toEqual([]);
});

const named = (id: string, alternative: string, source = "dot.png"): Block => ({
  kind: "figure",
  id,
  image: { source, alternative },
});
const deep = (levels: number): Block =>
  levels === 0 ? paragraph("deepest", text("deep")) : table(`t${levels}`, 1, [deep(levels - 1)]);
const section = (id: string, level: number, ...heading: readonly Inline[]): Block => ({
  kind: "section",
  id,
  level,
  heading: { kind: "heading", id: `${id}-heading`, children: heading },
  children: [],
});

const triggers: Readonly<Record<string, readonly Block[]>> = {
  "ids told twice": [
    paragraph("same", text("a")),
    paragraph("same", text("b")),
    section("same", 1),
  ],
  "ids of any length and any characters": [
    paragraph("x".repeat(300), text("a")),
    paragraph('été & <b> "q"', text("b")),
    paragraph("", text("c")),
  ],
  "empty cells": [table("t", 3, [])],
  "a cell that ends with a table": [table("t", 1, [table("inner", 1, [])])],
  "tables within tables": [deep(6)],
  "a table with more columns than Word has": [table("t", 150, [paragraph("p", text("first"))])],
  "a table without columns": [table("t", 0, [])],
  "characters that XML has not": [
    paragraph("p", text("a\u0000b\u0008c\u000bd\ufffee\uffff"), text("\ud800"), text("\udc00x")),
    named("f", 'alt \u0001 & <>" \ud800'),
  ],
  "line ends and tabs in words": [paragraph("p", text("a\nb\r\nc\td"))],
  "addresses with ampersands": [paragraph("p", link("l", "https://example.org/?a=1&b=<2>\"'"))],
  "addresses that are none": [
    "http://",
    "http:// /",
    "http://exa mple.org",
    "http://[",
    "http://:80",
    "https://example.org:99999999/",
    "file:///\\\\server\\share",
    "quic:\\\\12\\34",
    "mailto:",
    "mailto:a b@c",
    "https://example.org/tools-[version].zip?a=[1]#[b]",
    "https://[::1]/x",
    "https://u:p@[x/",
    "x:%%%",
    "#a#b#c",
    "a[b]c|d^e`f{g}",
    "\u0000\u0001",
    "",
    "   ",
    `https://example.org/${"a".repeat(4000)}`,
    "https://пример.рф/ключ?é=ü",
    "\ud800",
  ].map((url, at) => paragraph(`p${at}`, link(`l${at}`, url, text("words")))),
  "links in links and headings": [
    section("s", 1, link("outer", "https://example.org", link("inner", "https://example.com"))),
    { kind: "tableOfContents", id: "toc", depth: 3 },
  ],
  "tooltips of any length": [
    paragraph("p", {
      kind: "link",
      id: "l",
      target: { kind: "address", url: "https://example.org" },
      title: `a & "b" ${"long ".repeat(200)}`,
      children: [text("x")],
    }),
  ],
  "many pictures": [1, 2, 3, 4].map((at) => named(`f${at}`, at % 2 === 0 ? "" : "A dot")),
  "a picture higher than any page": [named("f", "Tall", "tall.png")],
  "lists deeper than Word's": [
    Array.from({ length: 14 }).reduce<Block>(
      (inner, _none, at) => ({
        kind: "list",
        id: `l${at}`,
        ordered: at % 2 === 0,
        start: 2_000_000_000,
        loose: false,
        items: [{ kind: "listItem", id: `i${at}`, children: [inner] }],
      }),
      paragraph("p", text("deep")),
    ),
  ],
  "headings deeper than Word's": [12, 9, 1].map((level) => section(`s${level}`, level, text("h"))),
  "nothing at all": [],
};

describe("Word opens a file with", () => {
  test.each(Object.entries(triggers))("%s", async (_name, blocks) => {
    expect(await faultsOf(documentOf(blocks))).toEqual([]);
  });
});

test("notes within notes, twice and in headings are no trouble", async () => {
  const source =
    "# T\n\n## H[^1] and [link](#h)\n\nA[^1] b[^2].\n\n[^1]: One[^2] and[^3].\n\n[^2]: Two[^1].\n\n[^3]: Three[^3].\n";
  const { value } = documentOfSource(source, { product: "report", file: "t.md" });
  expect(await faultsOf(value)).toEqual([]);
});

const anyText = fc.string({ unit: "binary", maxLength: 12 });
const anyInline = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: "small" },
    anyText.map(text),
    fc.record({
      kind: fc.constantFrom("emphasis" as const, "strong" as const, "strikethrough" as const),
      id: anyText,
      children: fc.array(tie("inline"), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant("link" as const),
      id: anyText,
      target: fc.oneof(
        fc.record({ kind: fc.constant("address" as const), url: fc.oneof(anyText, fc.webUrl()) }),
        fc.record({ kind: fc.constant("node" as const), id: anyText }),
      ),
      children: fc.array(tie("inline"), { maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant("inlineCode" as const), id: anyText, value: anyText }),
  ),
})).inline;

test("Word opens a file of any words, links and ids", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyInline, { maxLength: 4 }), { maxLength: 4 }),
      async (all) => {
        const blocks = all.flatMap((children, at) => [
          paragraph(`p${at}`, ...children),
          table(`t${at}`, 2, [paragraph(`c${at}`, ...children)]),
        ]);
        expect(await faultsOf(documentOf(blocks))).toEqual([]);
      },
    ),
    { numRuns: runs(60) },
  );
}, 60_000);
