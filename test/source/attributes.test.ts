import { describe, expect, test } from "vitest";
import { readAttributes } from "../../src/source/index.ts";
import { outline, read } from "./support.ts";

const first = (text: string): string => outline(read(text).tree);

describe("attributes stand", () => {
  test.each([
    ["after a heading", "## Head {#id .a k=v}\n", 'heading2#id.a(k=v) "Head"\n'],
    ["in a heading that is closed", "## Head {#id} ##\n", 'heading2#id "Head"\n'],
    ["in an underlined heading", "Head {#id}\n===\n", 'heading1#id "Head"\n'],
    ["after a paragraph", "Some *text*. {.key}\n", 'paragraph.key "Some " emphasis["text"] "."\n'],
    ["on the last line of a paragraph", "Some text.\n{.key}\n", 'paragraph.key "Some text."\n'],
    ["after a hard break", "Some text.  \n{.key}\n", 'paragraph.key "Some text."\n'],
    [
      "after an item",
      "- a {#i}\n- b\n",
      'list\n  listItem#i\n    paragraph "a"\n  listItem\n    paragraph "b"\n',
    ],
    [
      "after the first paragraph of an item",
      "- a {#i}\n\n  b {#p}\n",
      'list\n  listItem#i\n    paragraph "a"\n    paragraph#p "b"\n',
    ],
    ["after a task", "- [x] a {#i}\n", 'list\n  listItem done#i\n    paragraph "a"\n'],
    [
      "in a cell",
      "| a {.x} |\n| --- |\n| b {.y} |\n",
      'table\n  tableRow\n    tableCell.x "a"\n  tableRow\n    tableCell.y "b"\n',
    ],
    ["after a link", "[a](b){.x} c\n", 'paragraph link b.x["a"] " c"\n'],
    ["after an image", "![a](b){width=50%}\n", 'paragraph image b(width=50%)["a"]\n'],
    ["after a reference", "[a][r]{.x}\n\n[r]: b\n", 'paragraph link b.x["a"]\n'],
    ["below a list", "- a\n\n{#l}\n", 'list#l\n  listItem\n    paragraph "a"\n'],
    ["below a quote", "> a\n\n{#q}\n", 'blockquote#q\n  paragraph "a"\n'],
    ["below code", "```\na\n```\n{#c}\n", 'code#c "a"\n'],
    ["in the first line of code", "``` js {#c .d}\na\n```\n", 'code js#c.d "a"\n'],
    ["below a container", ":::note\n\na\n\n:::\n{#n}\n", 'container:note#n\n  paragraph "a"\n'],
    [
      "below a table after a blank line",
      "| a |\n| - |\n\n{#t}\n",
      'table#t\n  tableRow\n    tableCell "a"\n',
    ],
    [
      "right below a table",
      "| a | b |\n| - | - |\n{#t}\n",
      'table#t\n  tableRow\n    tableCell "a"\n    tableCell "b"\n',
    ],
    [
      "after a term",
      "Term {#t}\n: What it means. {.x}\n",
      'definitionList\n  definitionTerm#t "Term"\n  definitionDescription.x\n    paragraph "What it means."\n',
    ],
    [
      "on an only-line twice",
      "| a |\n| - |\n\n{#t}\n\n{.x}\n",
      'table#t.x\n  tableRow\n    tableCell "a"\n',
    ],
  ])("%s", (_, text, expected) => {
    expect(first(text)).toBe(expected);
  });
});

describe("words in brackets", () => {
  test.each([
    [
      "have the language of their attributes",
      "The [raison *d'être*]{lang=fr} of it\n",
      'paragraph "The " emphasis(lang=fr)["raison " emphasis["d\'être"]] " of it"\n',
    ],
    [
      "have looks",
      "[a]{.smallcaps} [b]{.ul}\n",
      'paragraph emphasis.small-capitals["a"] " " emphasis.underline["b"]\n',
    ],
    ["have both", "[a]{lang=de .mark}\n", 'paragraph emphasis(lang=de)[emphasis.mark["a"]]\n'],
    [
      "may hold brackets in pairs",
      "x [a [b] [c] d]{lang=fr}\n",
      'paragraph "x " emphasis(lang=fr)["a [b] [c] d"]\n',
    ],
    [
      "may stand in each other",
      "[a [b]{lang=de} c]{lang=fr}\n",
      'paragraph emphasis(lang=fr)["a " emphasis(lang=de)["b"] " c"]\n',
    ],
    [
      "at the end of a heading are not the heading",
      "# A [b]{lang=fr}\n",
      'heading1 "A " emphasis(lang=fr)["b"]\n',
    ],
    [
      "that are run the other way stand in isolates",
      "a [1 b]{dir=rtl}\n",
      'paragraph "a " "\u2067" "1 b" "\u2069"\n',
    ],
    ["of which nothing is known are words", "a [b]{.c} d\n", 'paragraph "a " "b d"\n'],
    [
      "are text when a bracket is escaped",
      "\\[a]{.b} [c\\]{.d} [e] f\\]{.g} h\n",
      'paragraph "[a]{.b} [c]{.d} [e] f]{.g} h"\n',
    ],
    ["may hold escaped brackets", "[a\\]&amp;]{lang=fr}\n", 'paragraph emphasis(lang=fr)["a]&"]\n'],
    ["are text without their other bracket", "a]{.b} c]{.d} e\n", 'paragraph "a]{.b} c]{.d} e"\n'],
    ["are a link where there is one", "[a]{.b}\n\n[a]: c\n", 'paragraph link c.b["a"]\n'],
  ])("%s", (_, text, expected) => {
    expect(first(text)).toBe(expected);
  });

  test("many brackets without a partner take no longer than their number", () => {
    const many = "]{.a} [x]{.b} \\[[y]{lang=fr}".repeat(20_000);
    expect(first(`a${many}\n`)).toMatch(/^paragraph "a\]/);
  });
});

describe("braces are text", () => {
  test.each([
    [
      "that hold no attributes",
      "A set {b} {1, 2} {.5} {}\n",
      'paragraph "A set {b} {1, 2} {.5} {}"\n',
    ],
    ["in the middle", "A {#id} b\n", 'paragraph "A {#id} b"\n'],
    ["that are escaped", "A \\{#id}\n\nB {#id\\}\n", 'paragraph "A {#id}"\nparagraph "B {#id}"\n'],
    ["in code", "A `{#id}`\n", 'paragraph "A " inlineCode["{#id}"]\n'],
    ["glued to a word", "A{#id}\n", 'paragraph "A{#id}"\n'],
    ["after parentheses that are no link", "f(x){.a} b\n", 'paragraph "f(x){.a} b"\n'],
    ["with nothing to describe", "{#id}\n\n# {#id}\n", 'paragraph "{#id}"\nheading1 "{#id}"\n'],
    ["that go over two lines", "A {#id\n.b}\n", 'paragraph "A {#id\\n.b}"\n'],
    ["that are too long", `A {k=${"v".repeat(500)}}\n`, `paragraph "A {k=${"v".repeat(500)}}"\n`],
  ])("%s", (_, text, expected) => {
    expect(first(text)).toBe(expected);
  });
});

test("a value may hold what would be markup outside", () => {
  const [heading] = read('# A {title="a *b* [c](d) }" to=x@y.ca a_b=c_d e=\'"\'}\n').tree.children;
  expect([...(heading?.data?.attributes?.values ?? [])]).toEqual([
    ["title", "a *b* [c](d) }"],
    ["to", "x@y.ca"],
    ["a_b", "c_d"],
    ["e", '"'],
  ]);
});

test("attributes are read from what stands between braces, or not at all", () => {
  expect(readAttributes("#a .b .c d=e f='g h'")).toEqual({
    id: "a",
    classes: ["b", "c"],
    values: new Map([
      ["d", "e"],
      ["f", "g h"],
    ]),
  });
  expect(readAttributes("#a b")).toBeUndefined();
  expect(readAttributes("  ")).toBeUndefined();
  expect(readAttributes('a="b')).toBeUndefined();
  expect(readAttributes("__proto__=x")?.values.get("__proto__")).toBe("x");
});
