import { expect, test } from "vitest";
import { plainText } from "../../src/source/index.ts";
import { outline, read, told } from "./support.ts";

test.each(["\u2028", "\u2029", "\u000b"])("the line end %j is a line break", (end) => {
  const { tree } = read(`one${end}**two${end}three**\n`);
  expect(outline(tree)).toBe('paragraph "one" break strong["two" break "three"]\n');
});

test.each([
  ["stars", `${"*".repeat(3000)}deep${"*".repeat(3000)}`],
  ["signs of two kinds", `${"*a _b ".repeat(240)}deep${"_ *".repeat(240)}`],
])("%s in thousands leave their words, however deep they nest", (_, text) => {
  const { tree } = read(`${text}\n`);
  expect(plainText(tree.children)).toContain("deep");
  let depth = 0;
  for (let node: unknown = tree; typeof node === "object" && node !== null; depth++) {
    const { children } = node as { readonly children?: readonly unknown[] };
    node = children?.find((child) => JSON.stringify(child).includes("deep"));
  }
  expect(depth).toBeGreaterThan(40);
  expect(depth).toBeLessThan(60);
});

test("notes in notes in notes end with a word about it", () => {
  const notes = Array.from({ length: 3000 }, (_, at) => `[^n${at}]: Note ${at}.[^n${at + 1}]`);
  const { diagnostics } = read(`Text.[^n0]\n\n${notes.join("\n\n")}\n`);
  expect(told(diagnostics).some((one) => one.endsWith("footnotes-are-shallow"))).toBe(true);
});
