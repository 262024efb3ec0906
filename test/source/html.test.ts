import { expect, test } from "vitest";
import { parseGenerated } from "../../src/source/index.ts";
import { outline, read, told } from "./support.ts";

test("comments are not printed, in a line or over many", () => {
  const text = "A <!-- b --> c.\n\n<!-- d\n\n## e\n-->\n\n<!-- f --> G.\n\n<!-- h --><!-- i -->\n";
  const { tree, diagnostics } = read(text);
  expect(outline(tree)).toBe('paragraph "A  c."\nparagraph "G."\n');
  expect(diagnostics).toEqual([]);
});

test("a comment that never ends is text, so that nothing is lost", () => {
  expect(outline(read("<!-- a\n\nb\n").tree)).toBe('paragraph "<!-- a"\nparagraph "b"\n');
});

test("the shortest comments of HTML end at once", () => {
  expect(outline(read("a <!--> b -->\n\nc <!---> d -->\n").tree)).toBe(
    'paragraph "a  b -->"\nparagraph "c  d -->"\n',
  );
});

test("tags for which Markdown has a form take that form", () => {
  const text =
    'A<br>b <b>c <i>d</i></b> <code>e</code> <s>f</s> <a href="g?h&amp;i" title="j">k</a> <img src="l" alt="m">\n';
  const { tree, diagnostics } = read(text);
  expect(outline(tree)).toBe(
    'paragraph "A" break "b " strong["c " emphasis["d"]] " " inlineCode["e"] " " delete["f"] " " link g?h&i["k"] " " image l["m"]\n',
  );
  expect(diagnostics).toEqual([]);
});

test("of other tags the content is printed, and one is told once for each pair", () => {
  const { tree, diagnostics } = read('<div class="x">\n\nA *b*\n\n</div>\n\n<u>C</u>\n');
  expect(outline(tree)).toBe('paragraph "A " emphasis["b"]\nparagraph "C"\n');
  expect(told(diagnostics)).toEqual(["1:1 html-has-meaning", "7:1 html-has-meaning"]);
});

test("what is no tag of HTML is text", () => {
  const { tree, diagnostics } = read("Dear <name>, if a<b and c>d, <?php x ?> <!DOCTYPE x>\n");
  expect(outline(tree)).toBe('paragraph "Dear <name>, if a<b and c>d, <?php x ?> <!DOCTYPE x>"\n');
  expect(diagnostics).toEqual([]);
});

test("a tag without its partner is text, since it could be anything", () => {
  expect(outline(read("A <b>c\n\nd</i> e <b><i>f</b>\n").tree)).toBe(
    'paragraph "A <b>c"\nparagraph "d</i> e " strong["<i>f"]\n',
  );
});

test("in templates HTML is text and indentation is no code", () => {
  expect(outline(parseGenerated("<b>a</b> <!-- c -->\n\n      indented\n"))).toBe(
    'paragraph "<b>a</b> <!-- c -->"\nparagraph "indented"\n',
  );
});

test("a comment ends with the quote or item around it, and then is text", () => {
  expect(outline(read("> <!-- a\n> b\n\nc -->\n\n- d\n\nE <!-- f\n").tree)).toBe(
    'blockquote\n  paragraph "<!-- a\\nb"\nparagraph "c -->"\nlist\n  listItem\n    paragraph "d"\nparagraph "E <!-- f"\n',
  );
});
