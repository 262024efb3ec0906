import { expect, test } from "vitest";
import { parseGenerated } from "../../src/source/index.ts";
import { outline, read, told } from "./support.ts";

const formulas = (text: string): readonly string[] =>
  [...outline(read(text).tree).matchAll(/inlineMath(?: display)? ("(?:[^"\\]|\\.)*")/g)].map(
    ([, value = ""]) => JSON.parse(value),
  );

test.each([
  ["A $x$ b", ["x"]],
  ["A $a_1 * b_2$ and *c* $\\alpha$.", ["a_1 * b_2", "\\alpha"]],
  ["($x$), $y$-th; “$z$”", ["x", "y", "z"]],
  ["$$x+y$$ here", ["x+y"]],
  ["$a\nb$", ["a\nb"]],
  ["$\\$5$ and $\\\\$", ["\\$5", "\\\\"]],
  ["$5x + 3$", ["5x + 3"]],
])("%s has formulas", (text, expected) => {
  expect(formulas(`${text}\n`)).toEqual(expected);
});

test.each([
  "It costs $5 and $6.",
  "From $20,000 to $30,000",
  "US$5 and CA$",
  "Paid $5 million (about 7 CA$).",
  "$HOME/$USER and $PATH",
  "\\$x$ and $y\\$",
  "Only one $x here",
  "$$",
  "$ x $",
])("%s is text", (text) => {
  const { tree, diagnostics } = read(`${text}\n`);
  expect(outline(tree)).not.toContain("ath");
  expect(outline(tree)).toBe(`paragraph ${JSON.stringify(text.replaceAll("\\$", "$"))}\n`);
  expect(diagnostics).toEqual([]);
});

test("a block between signs is a formula with its lines, also in lists and quotes", () => {
  expect(
    outline(read("a\n$$\nx\n= y\n- z\n$$\nb\n\n> $$\n> q\n> $$\n\n- $$\n  r\n  $$\n").tree),
  ).toBe(
    'paragraph "a"\nmath "x\\n= y\\n- z"\nparagraph "b"\nblockquote\n  math "q"\nlist\n  listItem\n    math "r"\n',
  );
});

test("a block that does not end before a blank line is text", () => {
  expect(outline(read("$$\nx\n\ny\n$$\n").tree)).toBe('paragraph "$$\\nx"\nparagraph "y\\n$$"\n');
});

test("templates write signs as they are", () => {
  expect(outline(parseGenerated("$x$\n"))).toBe('paragraph "$x$"\n');
});

test("many signs are read in time", () => {
  const { diagnostics } = read(`${"$a ".repeat(20_000)}\n`);
  expect(told(diagnostics)).toContain("1:1000 marks-are-few");
});
