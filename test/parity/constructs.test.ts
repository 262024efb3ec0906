import { expect, test } from "vitest";
import type { DocumentTree } from "../../src/document/index.ts";
import { fromMarkdown } from "../pdf/support.ts";
import { outlinesOf } from "./both.ts";
import type { Outline } from "./outline.ts";

const dot = {
  format: "png",
  width: 96,
  height: 48,
  density: 96,
  bytes: Uint8Array.from(
    atob(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    ),
    (character) => character.charCodeAt(0),
  ),
} as const;

/** The same from both files, or the difference. */
async function sameOf(markdown: string): Promise<Outline> {
  const document: DocumentTree = fromMarkdown(markdown, "report");
  const { pdf, word } = await outlinesOf(document, { "dot.png": dot, "lost.png": dot });
  expect(word).toEqual(pdf);
  return word;
}

test("headings of all levels", async () => {
  const { headings } = await sameOf(
    "# T\n\n## a\n\n### b\n\n#### c\n\n##### d\n\n###### e\n\n## f\n",
  );
  expect(headings).toEqual(["1 T", "0 Contents", "2 a", "3 b", "4 c", "5 d", "6 e", "2 f"]);
});

test("numbered headings, captions, references and lists of captions", async () => {
  const { captions, links, contents } = await sameOf(
    '---\nnumbering: {sections: 2, captions: true}\n---\n# T\n\n## One {#one}\n\n![A dot](dot.png "The dot"){#dot}\n\nSee [](#dot), [](#two), [page {page}](#two), [{title}](#two).\n\n### Two {#two}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n: Numbers {#numbers}\n\n## Three\n\n:::list-of-figures[Figures]\n:::\n\n:::list-of-tables[Tables]\n:::\n',
  );
  expect(captions).toEqual(["Figure 1: The dot", "Table 1: Numbers"]);
  expect(links.slice(0, 2)).toEqual(["Figure 1 -> #", "section 1.1 -> #"]);
  expect(contents.filter((entry) => entry.startsWith("Figure"))).toEqual(["Figure1:Thedot2"]);
});

test("lists of all sorts, one within another", async () => {
  const { items } = await sameOf(
    "# T\n\n- a\n  1. b\n  2. c\n     - d\n\n7. seven\n8. eight\n\n   more of eight\n\n- [x] done\n- [ ] open\n\n1. new\n   1. inner\n2. next\n   1. anew\n",
  );
  expect(items).toEqual([
    "1 • a",
    "2 1 b",
    "2 2 c",
    "3 • d",
    "1 7 seven",
    "1 8 eight",
    "1 ☒ done",
    "1 ☐ open",
    "1 1 new",
    "2 1 inner",
    "1 2 next",
    "2 1 anew",
  ]);
});

test("tables cell by cell, with heads, spans and lists in cells", async () => {
  const { tables } = await sameOf(
    "# T\n\n| A | **B** |\n|---|--:|\n| a *b* `c` | [d](https://example.org/?a=1&b=2) |\n| | e |\n\nText.\n\n<table><tr><th>H</th><th>I</th></tr><tr><td rowspan=2>two</td><td>x</td></tr><tr><td>y</td></tr><tr><td colspan=2>wide</td></tr></table>\n",
  );
  expect(tables[0]).toEqual([
    ["TH A", "TH B"],
    ["TD a b c", "TD d"],
    ["TD", "TD e"],
  ]);
});

test("links, notes, pictures and their words", async () => {
  const { notes, pictures } = await sameOf(
    "# T\n\nA [**bold** link](https://example.org/a%20b?x=1&y=2#z), <https://example.com>, [in here](#h).[^1]\n\n## H\n\n![The picture](dot.png)\n\n![](lost.png)\n\nIn the line ![small](dot.png) too.[^n] Again.[^1]\n\n[^1]: One *note*.\n\n    With two paragraphs.\n\n[^n]: Another.\n",
  );
  expect(notes).toEqual(["One note. With two paragraphs.", "Another."]);
  expect(pictures).toEqual(["The picture", "small"]);
});

test("quotes, code, definitions, notes and rules", async () => {
  const { words } = await sameOf(
    "# T\n\n> A quote\n>\n> > within\n> - item\n\n```js\nlet a = 1;\n\n\tb(a); // c\n```\n\nTerm\n: What it is.\n: Or else.\n\n---\n\n:::note\nA note.\n\n1. with\n:::\n\n:::warning\nBeware.\n:::\n",
  );
  expect(words).toContain("within");
});

test("languages of blocks and of words", async () => {
  const { languages } = await sameOf(
    "# T\n\nOne [deux mots]{lang=fr-CA} three.\n\nTout en fran\u00e7ais.\n{lang=fr-CA}\n\n- an item\n",
  );
  expect(Object.keys(languages)).toContain("fr-CA");
});
