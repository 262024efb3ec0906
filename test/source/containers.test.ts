import { expect, test } from "vitest";
import { outline, read, told } from "./support.ts";

test("a container has a name, a label, attributes and blocks", () => {
  const { tree, diagnostics } = read(
    ':::note[Mind *this*]{#n .x key="a b"}\n\n## Head\n\n- item\n\n:::\n\nAfter.\n',
  );
  expect(outline(tree)).toBe(
    `container:note#n.x(key=a b) ["Mind " emphasis["this"]]
  heading2 "Head"
  list
    listItem
      paragraph "item"
paragraph "After."
`,
  );
  expect(diagnostics).toEqual([]);
});

test("a fence closes the innermost container, however long either is", () => {
  const { tree, diagnostics } = read(":::::a\n:::b\ninner\n:::::\nouter\n:::\nafter\n");
  expect(outline(tree)).toBe(
    'container:a\n  container:b\n    paragraph "inner"\n  paragraph "outer"\nparagraph "after"\n',
  );
  expect(diagnostics).toEqual([]);
});

test("fences in code close nothing", () => {
  const { tree } = read(":::a\n```\n:::\n```\nstill\n:::\nafter\n");
  expect(outline(tree)).toBe('container:a\n  code ":::"\n  paragraph "still"\nparagraph "after"\n');
});

test("a container stands in items and quotes, and goes on in none", () => {
  const { tree } = read("- :::a\n  in\n  :::\n\n> :::b\n> in\n\nout\n");
  expect(outline(tree)).toBe(
    'list\n  listItem\n    container:a\n      paragraph "in"\nblockquote\n  container:b\n    paragraph "in"\nparagraph "out"\n',
  );
});

test("blanks may stand before the label and the attributes", () => {
  expect(outline(read(":::only {kind=slides}\nx\n:::\n").tree)).toBe(
    'container:only(kind=slides)\n  paragraph "x"\n',
  );
});

test("one that is never closed holds the rest, and one is told where it began", () => {
  const { tree, diagnostics } = read("Before.\n\n:::a\n\n:::b\n\nin b\n\n:::\n\nin a\n");
  expect(outline(tree)).toBe(
    'paragraph "Before."\ncontainer:a\n  container:b\n    paragraph "in b"\n  paragraph "in a"\n',
  );
  expect(told(diagnostics)).toEqual(["3:1 container-is-closed"]);
});

test("a fence without a container and a line that only looks like one are printed and told", () => {
  const { tree, diagnostics } = read("A.\n\n:::\n\n::: note\n\n:::note{#a b}\n\n:::note x\n");
  expect(outline(tree)).toBe(
    'paragraph "A."\nparagraph ":::"\nparagraph "::: note"\nparagraph ":::note{#a b}"\nparagraph ":::note x"\n',
  );
  expect(told(diagnostics)).toEqual([
    "3:1 fence-closes-a-container",
    "5:1 container-is-well-formed",
    "7:1 container-is-well-formed",
    "9:1 container-is-well-formed",
  ]);
});

test("times, ratios and colons in text are no containers", () => {
  const { tree, diagnostics } = read("At 10:30, 3:1, a:b, :name and ::name.\n");
  expect(outline(tree)).toBe('paragraph "At 10:30, 3:1, a:b, :name and ::name."\n');
  expect(diagnostics).toEqual([]);
});
