import { expect, test } from "vitest";
import { outline, read } from "./support.ts";

test("terms and descriptions are one list, however many of each", () => {
  const text = `Apple
Pomme *fr*
:   A fruit
    of autumn.

:   A tree.

    With blossoms.

    - in spring

Orange

: Another.

Text.
`;
  expect(outline(read(text).tree)).toBe(`definitionList
  definitionTerm "Apple"
  definitionTerm "Pomme " emphasis["fr"]
  definitionDescription
    paragraph "A fruit\\nof autumn."
  definitionDescription
    paragraph "A tree."
    paragraph "With blossoms."
    list
      listItem
        paragraph "in spring"
  definitionTerm "Orange"
  definitionDescription
    paragraph "Another."
paragraph "Text."
`);
});

test("each term has the place of its own line", () => {
  const [list] = read("> One\n>   Two\n> : d\n").tree.children;
  const terms = list?.type === "blockquote" ? list.children[0] : undefined;
  const starts = (terms?.type === "definitionList" ? terms.children : []).map(
    ({ position }) => `${position?.start.line}:${position?.start.column}`,
  );
  expect(starts).toEqual(["1:3", "2:5", "3:3"]);
});

test("words in brackets have the place of their own line", () => {
  const [list] = read("First\nof [two]{.smallcaps}\n: d\n").tree.children;
  const [, second] = list?.type === "definitionList" ? list.children : [];
  const places = (second?.type === "definitionTerm" ? second.children : []).map(
    ({ position }) => `${position?.start.line}:${position?.start.column}-${position?.end.column}`,
  );
  expect(places).toEqual(["2:1-4", "2:4-21"]);
});

test("a description without a term is the text it was", () => {
  expect(outline(read("# Head\n\n: text *b*\n\n- a\n\n: ```\n  c\n  ```\n").tree)).toBe(
    'heading1 "Head"\nparagraph ": text " emphasis["b"]\nlist\n  listItem\n    paragraph "a"\nparagraph ":"\ncode "c"\n',
  );
});

test("a paragraph two blank lines above is no term", () => {
  expect(outline(read("Text.\n\n\n: not of it\n").tree)).toBe(
    'paragraph "Text."\nparagraph ": not of it"\n',
  );
});
