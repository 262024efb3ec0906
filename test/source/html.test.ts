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

test("words that HTML gives a role have it in the tree", () => {
  const text =
    "H<sub>2</sub>O x<sup>2</sup> <mark>m</mark> <u>u</u> <ins>i</ins> <kbd>k</kbd> <small>s</small> <q>q</q> " +
    '<abbr title="Long Form">LF</abbr> <span lang="fr">été</span> <i lang="la">a</i>\n';
  const { tree, diagnostics } = read(text);
  expect(outline(tree)).toBe(
    'paragraph "H" emphasis.subscript["2"] "O x" emphasis.superscript["2"] " " emphasis.mark["m"] " " ' +
      'emphasis.underline["u"] " " emphasis.underline["i"] " " emphasis.kbd["k"] " " emphasis.small-print["s"] " " ' +
      'emphasis.quotation["q"] " " emphasis.abbreviation(title=Long Form)["LF"] " " emphasis(lang=fr)["été"] " " ' +
      'emphasis[emphasis(lang=la)["a"]]\n',
  );
  expect(diagnostics).toEqual([]);
});

test("readings above words stand after them in brackets, whoever wrote the brackets", () => {
  const text =
    "A <ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby> B <ruby>漢<rp>【</rp><rt>kan</rt><rp>】</rp></ruby> " +
    'C <ruby>**漢**<rt lang="ja">kan<rt>*ji*</ruby>\n';
  const { tree, diagnostics } = read(text);
  expect(outline(tree)).toBe(
    'paragraph "A 漢(kan)字(ji) B 漢【kan】 C " strong["漢"] emphasis(lang=ja)["(kan)"] "(" emphasis["ji"] ")"\n',
  );
  expect(diagnostics).toEqual([]);
});

test("what only arranges goes without a word, and what it holds is Markdown", () => {
  const { tree, diagnostics } = read(
    '<div align="center">\n\nA *b*\n\n</div>\n\n<font color="red">C</font>\n',
  );
  expect(outline(tree)).toBe('paragraph "A " emphasis["b"]\nparagraph "C"\n');
  expect(diagnostics).toEqual([]);
});

test("blocks of HTML are the blocks that Markdown has", () => {
  const { tree, diagnostics } = read(
    '<h2 align="center">A <b>b</b></h2>\n<p>c<br>d</p>\n<hr>\n<ul>\n<li>e\n<li>f<ol start="3"><li>g</li></ol></li>\n</ul>\n' +
      "<blockquote><p>h</p></blockquote>\n<dl><dt>i<dd>j</dl>\n<details>\n<summary>k</summary>\n\n- l\n\n</details>\n\nm\n",
  );
  expect(outline(tree)).toBe(
    'heading2 "A " strong["b"]\nparagraph "c" break "d"\nthematicBreak\nlist\n  listItem\n    paragraph "e"\n' +
      '  listItem\n    paragraph "f"\n    list ordered\n      listItem\n        paragraph "g"\n' +
      'blockquote\n  paragraph "h"\ndefinitionList\n  definitionTerm "i"\n  definitionDescription\n    paragraph "j"\n' +
      'paragraph strong["k"]\nlist\n  listItem\n    paragraph "l"\nparagraph "m"\n',
  );
  expect(diagnostics).toEqual([]);
});

test("tables of HTML are tables, and cells say what they cover", () => {
  const { tree } = read(
    "<table>\n<caption>C</caption>\n  <tr><th>a</th><th colspan=2>b</th></tr>\n\n  <tr><th rowspan=2>c</th><td>d</td><td>e</td></tr>\n" +
      '    <tr><th align="right">f</th><td>\n\n**g**\n\n</td></tr>\n</table>\n',
  );
  expect(outline(tree)).toBe(
    'table.row-headers(caption=C)\n  tableRow\n    tableCell "a"\n    tableCell "b"\n' +
      '  tableRow\n    tableCell "c"\n    tableCell "d"\n    tableCell "e"\n' +
      '  tableRow\n    tableCell "f"\n    tableCell strong["g"]\n',
  );
  const [table] = tree.children;
  const rows = table?.type === "table" ? table.children : [];
  const spans = rows.flatMap(({ children }) => children.map(({ data }) => data?.cell));
  expect(spans.filter((cell) => cell !== undefined && cell.columns + cell.rows > 2)).toEqual([
    { head: true, columns: 2, rows: 1 },
    { head: true, columns: 1, rows: 2 },
  ]);
});

test("a table without a row of headings has an empty one, and headings of rows are told", () => {
  expect(outline(read("<table><tr><th>a<td>b<tr><th>c<td>d</table>\n").tree)).toBe(
    'table.row-headers\n  tableRow\n    tableCell "a"\n    tableCell "b"\n  tableRow\n    tableCell "c"\n    tableCell "d"\n',
  );
  expect(outline(read("<table><tr><td>a<td>b</table>\n").tree)).toBe(
    'table\n  tableRow\n  tableRow\n    tableCell "a"\n    tableCell "b"\n',
  );
});

test("parts of a table that are indented after a blank line are no code", () => {
  const { tree } = read(
    "<table>\n\n  <tr>\n\n    <td>\n      Hi\n    </td>\n\n  </tr>\n\n</table>\n",
  );
  expect(outline(tree)).toBe('table\n  tableRow\n  tableRow\n    tableCell "Hi"\n');
});

test("a formula in a cell of HTML stays", () => {
  const { tree } = read("<table><tr><td>\n\n$$\nx\n$$\n\n</td></tr></table>\n");
  expect(JSON.stringify(tree)).toContain('"type":"inlineMath","value":"x"');
});

test("blocks in a cell of Markdown are parted by line breaks", () => {
  const { tree } = read("| a |\n| --- |\n| <ul><li>b</li><li>c</li></ul> |\n| d<p>e</p> |\n");
  expect(outline(tree)).toBe(
    'table\n  tableRow\n    tableCell "a"\n  tableRow\n    tableCell "• b" break "• c"\n  tableRow\n    tableCell "d" break "e"\n',
  );
});

test("the text of pre is code, whatever it looks like", () => {
  const { tree } = read(
    '<pre><code class="language-js">a &lt; b\n\n# <b>c</b>\n</code></pre>\n\nd\n',
  );
  expect(outline(tree)).toBe('code js "a < b\\n\\n# c"\nparagraph "d"\n');
});

test("scripts, styles and frames are left out, and each is told with its place", () => {
  const { tree, diagnostics } = read(
    "A\n\n<script>\nlet a = 1;\n\nalert(a)\n</script>\n\nB <style>p{}</style> c\n\n<iframe src=x></iframe>\n",
  );
  expect(outline(tree)).toBe('paragraph "A"\nparagraph "B  c"\n');
  expect(told(diagnostics)).toEqual([
    "3:1 html-can-be-printed",
    "9:3 html-can-be-printed",
    "11:1 html-can-be-printed",
  ]);
});

test("a figure's picture takes its caption", () => {
  const { tree } = read(
    '<figure>\n<img src="a.png" alt="A">\n<figcaption>B <i>c</i></figcaption>\n</figure>\n',
  );
  expect(outline(tree)).toBe('paragraph image a.png(caption=B c)["A"]\n');
});

test("a place named by an anchor is found by links", () => {
  const { tree } = read('<a name="Old Place"></a>\n\n## New name\n\nSee [there](#old-place).\n');
  expect(outline(tree)).toBe(
    'heading2#old-place "New name"\nparagraph "See " link #old-place["there"] "."\n',
  );
});

test("each of several names of one place is found", () => {
  const { tree } = read(
    '<a name="types"></a><a name="1.1"></a>\n- [1.1](#types) **Types**\n\n<a id="old"></a>\n\n## New {#new}\n\n[a](#old), [b](#1.1)\n',
  );
  expect(outline(tree)).toBe(
    'list\n  listItem\n    paragraph#types link #types["1.1"] " " strong["Types"]\nheading2#new "New"\nparagraph link #new["a"] ", " link #types["b"]\n',
  );
});

test("a tag of a block in the middle of words goes, with a warning", () => {
  const { tree, diagnostics } = read("Use the <table> element.\n");
  expect(outline(tree)).toBe('paragraph "Use the  element."\n');
  expect(told(diagnostics)).toEqual(["1:9 html-has-meaning"]);
});

test("elements nested without end are read", () => {
  const { tree } = read(`${"<ul><li>".repeat(400)}deep\n`);
  expect(JSON.stringify(outline(tree))).toContain("deep");
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
