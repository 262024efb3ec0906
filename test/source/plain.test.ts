import { readdirSync, readFileSync } from "node:fs";
import { tests } from "commonmark-spec";
import { expect, test, vi } from "vitest";
import { divide } from "../../src/source/chunks.ts";
import { definedIn } from "../../src/source/labels.ts";
import { parse } from "../../src/source/parse.ts";
import { readPlain } from "../../src/source/plain/index.ts";
import { fc, runs } from "../support/property.ts";

vi.setConfig({ testTimeout: 240_000 });
const many = runs(4_000);

/** Whether a text is read without the parser; then its tree, with all places, must be the parser's. */
function isReadAsByParser(text: string): boolean {
  const notes = new Set([...text.matchAll(/^\[\^([12])\]:/gm)].map(([, name = ""]) => name));
  const root = readPlain(text, { start: 0, end: text.length, line: 0 }, notes);
  if (root === undefined) return false;
  const defined = definedIn(parse(text, "source").root).all.notes;
  if ([...notes].some((name) => !defined.has(name))) return false;
  for (const kind of ["source", "generated"] as const) {
    expect({ text, root }).toEqual({ text, root: parse(text, kind).root });
  }
  return true;
}

const words = [
  "word",
  "two words",
  "2012",
  "Mr. A",
  "é—“b”",
  "日本",
  "\ufdd0",
  "w",
  "a_b",
  "R&D",
  "x & y",
];
const phrases = [
  ...words,
  ..."**strong** *soft* ***both*** **a *b* c** *a* ** _u_ `code` `` `` ` [text](to) [**t**](to) [a](b(c)) [a](<b>) [a](b 'c')".split(
    " ",
  ),
  ..."![pic](p.png) [x] [x][y] [^1] [^1] [^2] [^1](a) <b> &amp; &c; \\* \\ $x$ ~~s~~ www.a.ca http://a.ca a@b.ca :: ! {.k} {#id} {a=b} {bad {} } | # > -".split(
    " ",
  ),
];
const begins = [
  "  ",
  "",
  "",
  "",
  "",
  "# ",
  "## ",
  "- ",
  "- ",
  "* ",
  "1. ",
  "1) ",
  "2. ",
  "> ",
  ": ",
  "[^1]: ",
  "[^2]: ",
  "  ",
  "    ",
  "+ ",
  "\t",
];
const lines = [
  ..."``` ```js ~~~ :::note :::note[label]{.a} ::: --- *** === > - 1. {.own} [r]:to".split(" "),
  "| a | b |",
  "| --- | :-: |",
  "|a|**b** c|",
  "| a | |",
];

const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...begins),
        fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(" ", " ", " ", "", ", "),
      )
      .map(([begin, parts, by]) => begin + parts.join(by)),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...begins),
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
      )
      .map(([begin, parts]) => begin + parts.join(" ")),
  },
  { weight: 2, arbitrary: fc.constantFrom(...lines) },
  { weight: 4, arbitrary: fc.constantFrom("", "", "", "  ", "     ", "\t") },
);

test("what is read without the parser is read as by the parser", () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), (parts) => {
      if (isReadAsByParser(parts.join("\n"))) plain++;
    }),
    { numRuns: many },
  );
  expect(plain).toBeGreaterThan(many / 50);
});

test("the examples of CommonMark are read as by the parser, or left to it", () => {
  const plain = tests.filter(({ markdown }) => isReadAsByParser(markdown.replaceAll("→", "\t")));
  expect(plain.length).toBeGreaterThan(40);
});

test("most of what people write needs no parser", () => {
  const files = readdirSync("docs").filter((name) => name.endsWith(".md"));
  const texts = files.map((name) => readFileSync(`docs/${name}`, "utf8"));
  texts.push(readFileSync("data/canada-japan.md", "utf8").replace(/^---[\s\S]*?\n---\n/, ""));
  let [plain, all] = [0, 0];
  for (const text of texts) {
    for (const { start, end } of divide(text)) {
      const size = end - start;
      all += size;
      if (isReadAsByParser(text.slice(start, end))) plain += size;
    }
  }
  expect(plain / all).toBeGreaterThan(0.8);
});

test("places are those in the whole text", () => {
  const before = "# Before\n\n";
  const own = "Text *one*\ntwo.\n";
  const chunk = { start: before.length, end: before.length + own.length, line: 2 };
  const root = readPlain(before + own, chunk, new Set());
  expect(root?.children).toEqual(parse(before + own, "source").root.children.slice(1));
});
