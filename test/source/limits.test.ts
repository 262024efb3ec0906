import type { Nodes } from "mdast";
import { describe, expect, test, vi } from "vitest";
import { childLists } from "../../src/source/index.ts";
import { letters, outline, read, told, withoutBlanks } from "./support.ts";

// A busy machine may take its time; nothing here measures it.
vi.setConfig({ testTimeout: 60_000 });

/** Deepest level of blocks in blocks, or of running text in running text. */
function depth(node: Nodes): number {
  return 1 + Math.max(0, ...childLists(node).flatMap((list) => list.map(depth)));
}

const times = (text: string, count: number): string => text.repeat(count);

/** Each would take minutes, or exhaust the stack, if it were read as it stands. */
describe.each([
  [
    "lists 200 deep",
    Array.from({ length: 200 }, (_, level) => `${times("  ", level)}- a`).join("\n"),
    "nesting-is-shallow",
  ],
  ["quotes 4,000 deep", `${times(">", 4_000)} a`, "nesting-is-shallow"],
  ["items in items on a line", `${times("- ", 3_000)}a`, "nesting-is-shallow"],
  ["containers in containers", times(":::a\n", 3_000), "nesting-is-shallow"],
  ["containers in a quote", times(">:::a\n", 3_000), "nesting-is-shallow"],
  ["emphasis", times("*a **b ", 8_000), "marks-are-few"],
  ["emphasis of both kinds", times("_*", 8_000), "marks-are-few"],
  ["opening brackets", times("[", 40_000), "marks-are-few"],
  ["closing brackets", times("]", 40_000), "marks-are-few"],
  ["links that are not closed", times('[a](b "', 8_000), "marks-are-few"],
  ["tags that are not closed", times("<a ", 20_000), "marks-are-few"],
  [
    "code of many lengths",
    Array.from({ length: 1_500 }, (_, run) => times("`", (run % 200) + 1)).join(" "),
    "marks-are-few",
  ],
  ["underlined headings", times("a\n=\n", 6_000), "blocks-are-few"],
  ["lists within lists", times("- a\n  - b\n", 4_000), "blocks-are-few"],
  ["quotes between items", times("- a\n\n  > b\n\n", 4_000), "blocks-are-few"],
  ["lines that look like rows", times("|a\n", 8_000), "paragraphs-are-short"],
])("%s", (_, text, rule) => {
  const { tree, diagnostics } = read(text);

  test("are told once, at the place where it becomes too much", () => {
    expect(diagnostics.filter((diagnostic) => diagnostic.rule === rule)).toHaveLength(1);
  });

  test("lose no text", () => {
    const words = (letter: string): number => letter.replace(/[^ab]/g, "").length;
    // The names of containers are no text, and of links only the text is.
    if (/:::|\]\(|=/.test(text)) expect(letters(tree).length).toBeGreaterThan(text.length / 8);
    else expect(words(letters(tree))).toBe(words(text));
  });

  test("give a tree that can be walked", () => {
    expect(depth(tree)).toBeLessThan(1_200);
  });
});

/** Large, but no more than that. */
test.each([
  ["a line of five million characters", times("a", 5_000_000)],
  ["a paragraph of 4,000 lines", times("ab\n", 4_000)],
  ["braces", times("{", 100_000)],
  ["a thousand lists and paragraphs", times("- a\n\nb\n\n", 1_000)],
  ["a table of 2,000 rows", `| a | b |\n| - | - |\n${times("| *c* | [d](e) |\n", 2_000)}`],
])("%s passes without a word", (_, text) => {
  const { tree, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(letters(tree).length).toBeGreaterThan(1_000);
});

test("20,000 lines of one paragraph keep their text", () => {
  const text = times("ab\n", 20_000);
  const { tree, diagnostics } = read(text);
  expect(letters(tree)).toBe(withoutBlanks(text));
  expect(told(diagnostics)).toEqual(["5001:1 paragraphs-are-short"]);
});

test("what stands in code is not limited", () => {
  const code = `${times("*a ", 2_000)}\n${times(">", 100)}\n`;
  const { tree, diagnostics } = read(`\`\`\`\n${code}\`\`\`\n`);
  expect(letters(tree)).toBe(withoutBlanks(code));
  expect(diagnostics).toEqual([]);
});

test("what follows a paragraph with too many marks is read as ever", () => {
  const { tree } = read(`${times("*a ", 2_000)}\n\n# B *c*\n\n- d\n`);
  const [, ...rest] = tree.children;
  expect(rest.map((node) => outline(node)).join("")).toBe(
    'heading1 "B " emphasis["c"]\nlist\n  listItem\n    paragraph "d"\n',
  );
});

test("of very many diagnostics of one rule the first are told, and how many more there are", () => {
  const { diagnostics } = read(times(":::\n\n", 80));
  expect(diagnostics).toHaveLength(50);
  expect(diagnostics.at(-1)?.hints.at(-1)).toBe("The same holds at 30 more places in this file.");
});
