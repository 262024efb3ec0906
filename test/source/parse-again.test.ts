import { expect, test } from "vitest";
import { createSourceMemo, parseSource } from "../../src/source/index.ts";
import { fc, runs } from "../support/property.ts";

const parts = [
  "A plain paragraph of a few words.",
  "## A heading",
  "Another heading\n===",
  "A note[^one] and another[^two].",
  "[^one]: What it says.",
  "[^two]: More of it,\n    in two lines.",
  "A [link][there] and [words].",
  "[there]: https://example.org/ 'Title'",
  "- one\n- two\n\n  more of two",
  "1. first\n2. second",
  "> A quote\nthat goes on",
  "```js {#code}\nlet x = 1;\n```",
  "```\nnever closed",
  "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n{.wide}",
  ":::card{#here}\nInside.\n:::",
  ":::open\nInside.",
  ":::",
  "Term\n: What it means\n: And more",
  ": Without a term",
  "Paragraph with an id\n{#own}",
  "{.alone}",
  "A <b>bold</b> word",
  "<div>\n\nin a box\n\n</div>",
  "<!-- a remark -->",
  "    indented code",
  "An address <https://example.org/>",
  "$$\nx^2\n$$",
  "é 漢字 \u{1F600} `code` **strong** *soft*",
];

const source = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 14 });
const edit = fc.record({
  at: fc.nat(20),
  drop: fc.nat(2),
  add: fc.array(fc.constantFrom(...parts, "", "word"), { maxLength: 2 }),
  glue: fc.boolean(),
});

const bytesOf = (blocks: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`---\ntitle: T\n---\n\n${blocks.join("\n\n")}\n`);

test("a source that is parsed with a memo of earlier states is the source that is parsed afresh", () => {
  fc.assert(
    fc.property(source, fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      const memo = createSourceMemo();
      let blocks = first;
      parseSource("a.md", bytesOf(blocks), memo);
      for (const { at, drop, add, glue } of edits) {
        const index = at % (blocks.length + 1);
        const before = blocks.slice(0, index);
        const last = before.at(-1);
        if (glue && last !== undefined) before[before.length - 1] = `${last} and more`;
        blocks = [...before, ...add, ...blocks.slice(index + drop)];
        const bytes = bytesOf(blocks);
        expect(parseSource("a.md", bytes, memo)).toEqual(parseSource("a.md", bytes));
      }
    }),
    { numRuns: runs(150) },
  );
});

test("what an edit does not touch is the same node, where it stands now", () => {
  const memo = createSourceMemo();
  const blocks = ["First.", "Second.", "Third[^n].", "[^n]: Note.", "Last."];
  const before = parseSource("a.md", bytesOf(blocks), memo).value.tree.children;
  const edited = blocks.with(1, "Second,\nlonger.");
  const { tree } = parseSource("a.md", bytesOf(edited), memo).value;
  expect(tree.children[0]).toBe(before[0]);
  expect(tree.children[1]).not.toBe(before[1]);
  expect(tree.children[3]).toBe(before[3]);
  expect(tree.children[3]?.position?.start.line).toBe(14);
});

test("indented code that begins a text stays, where a note after it is defined in another part", () => {
  const blocks = [
    "    indented code",
    "A note[^n].",
    "Words.",
    "[^n]: More of it,\n    in two lines.",
  ];
  const { tree } = parseSource("a.md", bytesOf(blocks)).value;
  expect(tree.children.map(({ type }) => type)).toEqual(["code", "paragraph", "paragraph"]);
  expect(tree.children[0]).toMatchObject({
    value: "indented code",
    position: { start: { line: 5 } },
  });
});

test("words in brackets have their name as soon as a link asks for it, and not before", () => {
  const memo = createSourceMemo();
  const named = "Some [words]{#there} of it.";
  for (const blocks of [
    [named, "Last."],
    [named, "A [link](#there)."],
    [named, "Last."],
  ]) {
    const bytes = bytesOf(blocks);
    expect(parseSource("a.md", bytes, memo)).toEqual(parseSource("a.md", bytes));
  }
});
