import type { Nodes, RootContent } from "mdast";
import { expect, test } from "vitest";
import { parseGenerated, plainText } from "../../src/source/index.ts";
import { outline, read, told } from "./support.ts";

test("references are what they refer to, and definitions are gone", () => {
  const { tree, diagnostics } = read(
    '[A][r], [r], [B](c), ![d][R] and [e][missing].\n\n[r]: x "T"\n[r]: second\n',
  );
  expect(outline(tree)).toBe(
    'paragraph link x["A"] ", " link x["r"] ", " link c["B"] ", " image x["d"] " and [e][missing]."\n',
  );
  expect(diagnostics).toEqual([]);
});

test("two references share one note, also within a label and a note", () => {
  const { tree } = read(":::x[L[^a]]\nA[^a] B[^b]\n:::\n\n[^a]: Note.\n\n[^b]: See[^a].\n");
  expect(outline(tree)).toBe(
    `container:x ["L" footnote a[paragraph "Note."]]
  paragraph "A" footnote a[paragraph "Note."] " B" footnote b[paragraph "See" footnote a[paragraph "Note."] "."]
`,
  );
  const notes: RootContent[][] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "footnote" && node.identifier === "a") notes.push(node.children);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
  expect(notes.length).toBe(2);
  expect(notes[0]).toBe(notes[1]);
});

test("a definition may stand anywhere, also in a container or far away", () => {
  const far = `${"Word and more words. ".repeat(50)}\n\n`.repeat(20);
  const { tree } = read(`[A][r] b[^n]\n\n${far}:::x\n\n[r]: u\n\n[^n]: m\n\n:::\n\n${far}[C][r]\n`);
  const [first] = tree.children;
  const last = tree.children.at(-1);
  expect(first && outline(first)).toBe('paragraph link u["A"] " b" footnote n[paragraph "m"]\n');
  expect(last && outline(last)).toBe('paragraph link u["C"]\n');
  expect(last?.position?.start.line).toBe(91);
});

test("notes that are wrong are told and lose no reference", () => {
  const { tree, diagnostics } = read(
    "A[^a] B[^none] \\[^escaped]\n\n[^a]: Self[^a].\n\n[^a]: Again.\n\n[^b]: Unused.\n",
  );
  expect(outline(tree)).toBe(
    'paragraph "A" footnote a[paragraph "Self" "[^a]" "."] " B[^none] [^escaped]"\n',
  );
  expect(told(diagnostics)).toEqual([
    "1:8 footnote-is-defined",
    "3:11 footnote-does-not-hold-itself",
    "5:1 footnote-is-defined-once",
    "7:1 footnote-is-referred-to",
  ]);
});

test("notes that refer to notes do not become an endless text", () => {
  const lines = Array.from(
    { length: 40 },
    (_, index) => `[^n${index}]: [^n${index + 1}] [^n${index + 1}]\n`,
  );
  const { diagnostics } = read(`A[^n0]\n\n${lines.join("\n")}\n[^n40]: End.\n`);
  expect(diagnostics.map(({ rule }) => rule)).toContain("footnotes-are-few");
});

test("a template's text is self-contained too", () => {
  expect(outline(parseGenerated("[a][r] b[^n]\n\n[r]: c\n[^n]: d\n"))).toBe(
    'paragraph link c["a"] " b" footnote n[paragraph "d"]\n',
  );
});

test("plain text is the words alone", () => {
  const { tree } = read(
    "# A *b* `c`\n\n![d](e) [f](g)  \nh[^n] <br> i\n\n- j\n- k\n\n[^n]: note\n",
  );
  expect(plainText(tree.children)).toBe("A b c d f h i j k");
});
