import { describe, expect, it } from "vitest";
import { blocksValue } from "../../src/template/engine/index.ts";
import { outline } from "./support/outline.ts";
import { blocks, inline, nodesOf, rendered, rules } from "./support/rendering.ts";

const body = blocks("One *two*.\n\n- a\n- b");
const bodyOutline = 'p("One " emphasis("two") ".") list(item(p("a")) item(p("b")))';

function shown(template: string, data: object): string {
  return outline(rendered(template, data).tree);
}

describe("blocks take the place of the paragraph in which they stand alone", () => {
  it("sharing the original nodes with their positions", () => {
    const result = rendered("# T\n\n{{body}}\n\nafter", { body });
    expect(outline(result.tree)).toBe(`h1("T") ${bodyOutline} p("after")`);
    expect(result.tree.children[1]).toBe(body.nodes[0]);
    expect(result.tree.children[2]).toBe(body.nodes[1]);
    expect(result.tree.children[2]?.position?.start.line).toBe(3);
    expect(rules(result)).toEqual([]);
  });

  it("in items, quotes, containers, notes and definitions", () => {
    expect(shown("- {{body}}\n- c", { body })).toBe(`list(item(${bodyOutline}) item(p("c")))`);
    expect(shown("> {{body}}", { body })).toBe(`blockquote(${bodyOutline})`);
    expect(shown(":::a\n:::b\n{{body}}\n:::\n:::", { body })).toBe(`:a(:b(${bodyOutline}))`);
    expect(shown("x[^1]\n\n[^1]: {{body}}", { body })).toBe(`p("x" footnote(${bodyOutline}))`);
    expect(shown("t\n: {{body}}", { body })).toContain(`definitionDescription(${bodyOutline})`);
  });

  it("on a line of their own within a paragraph, which is cut", () => {
    const cut = `p("before") ${bodyOutline} p("after")`;
    const lines = rendered("before\n{{body}}\nafter", { body });
    expect(outline(lines.tree)).toBe(cut);
    expect(rules(lines)).toEqual([]);
    const breaks = rendered("before\\\n{{body}}\\\nafter", { body });
    expect(outline(breaks.tree)).toBe(cut);
    expect(rules(breaks)).toEqual([]);
    const middle = rendered("before {{body}} after", { body });
    expect(outline(middle.tree)).toBe(cut);
    expect(rules(middle)).toEqual(["blocks-stand-alone"]);
    const markup = rendered("{{body}} **after**", { body });
    expect(outline(markup.tree)).toBe(`${bodyOutline} p(strong("after"))`);
    expect(rules(markup)).toEqual(["blocks-stand-alone"]);
  });

  it("taking over the attributes of that paragraph", () => {
    const result = shown("{{x}} {#i .lead k=v}", { x: blocks("A\n\nB {#b .own}") });
    expect(result).toBe('p#i.lead[k=v]("A") p#b.lead.own[k=v]("B")');
    expect(body.nodes[0]?.data?.attributes).toBeUndefined();
  });

  it("making an item loose when it came to hold two paragraphs", () => {
    const { tree } = rendered("- {{x}}\n- b", { x: blocks("One.\n\nTwo.") });
    expect(tree.children[0]).toMatchObject({
      type: "list",
      spread: true,
      children: [{ spread: true }, { spread: false }],
    });
  });
});

describe("running text keeps its markup", () => {
  const x = inline("a **b** [c](d)");
  const run = '"a " strong("b") " " link("c")';

  it("anywhere in running text", () => {
    expect(shown("p {{x}} q", { x })).toBe(`p("p " ${run} " q")`);
    expect(shown("## {{x}} q", { x })).toBe(`h2(${run} " q")`);
    expect(shown("- {{x}}", { x })).toBe(`list(item(p(${run})))`);
    expect(shown("| {{x}} |\n| - |", { x })).toBe(`table(tableRow(tableCell(${run})))`);
    expect(shown("*{{x}}*", { x })).toBe(`p(emphasis(${run}))`);
    expect(shown(":::note[L {{x}}]\nt\n:::", { x })).toBe(`:note["L " ${run}](p("t"))`);
  });

  it("also of blocks at a place for running text, losing no word", () => {
    const single = rendered("## {{x}}", { x: blocks("Just *one*.") });
    expect(outline(single.tree)).toBe('h2("Just " emphasis("one") ".")');
    expect(rules(single)).toEqual([]);
    const many = blocks("One.\n\n- a\n- b\n\n```\ncode\n```\n\n:::box[L]\nx\n:::\n\n| c |\n| - |");
    const cell = rendered("| {{many}} |\n| - |", { many });
    expect(outline(cell.tree)).toBe(
      'table(tableRow(tableCell("One." " " "a" " " "b" " " inlineCode"code" " " "L" " " "x" " " "c")))',
    );
    expect(rules(cell)).toEqual(["blocks-need-room"]);
  });

  it("but gives words alone to code, addresses, titles, descriptions, attributes, and says so", () => {
    const value = inline("a **b**");
    const result = rendered(
      '`{{x}}` [t]({{x}} "{{x}}") ![{{x}}](u)\n\n```\n{{x}}\n```\n\n# h {k="{{x}}"}',
      { x: value },
    );
    expect(outline(result.tree)).toBe(
      'p(inlineCode"a b" " " link("t") " " image) code"a b" h1[k=a b]("h")',
    );
    expect(result.tree).toMatchObject({
      children: [{ children: [{}, {}, { url: "a b", title: "a b" }, {}, { alt: "a b" }] }, {}, {}],
    });
    expect(rules(result)).toEqual(Array.from({ length: 6 }, () => "markup-has-a-place"));
  });

  it("but for links within a link of the template", () => {
    const result = rendered("[see {{x}}](u)", { x: inline("a *b [c](d)* [e](f)") });
    expect(outline(result.tree)).toBe('p(link("see " "a " emphasis("b " "c") " " "e"))');
    expect(rules(result)).toEqual(["links-do-not-nest"]);
  });
});

describe("a value that is printed", () => {
  it("has its headings under the heading of the template, each print alike", () => {
    const s = blocks("## A\n\nx\n\n:::box\n### B\n:::\n\ny");
    const result = rendered(
      "# T\n\n{{s}}\n\n## U\n\n{{s}}\n\n{{s}}\n\n:::note\n### V\n\n{{s}}\n:::\n\n{{s}}",
      { s },
    );
    const headings = outline(result.tree).match(/h\d\("\w"/g) ?? [];
    expect(headings.map((heading) => heading.replace(/[("]/g, "")).join(" ")).toBe(
      "h1T h2A h3B h2U h3A h4B h3A h4B h3V h4A h5B h3A h4B",
    );
    expect(s.nodes[0]).toMatchObject({ depth: 2 });
    expect(rules(result)).toEqual([]);
    const deep = rendered("##### V\n\n{{s}}", { s });
    expect(outline(deep.tree)).toContain('h6("A") p("x") :box(h6("B"))');
    expect(rules(deep)).toEqual(["headings-nest-six-deep"]);
  });

  it("twice gives its id to the first print, without a word", () => {
    const x = blocks("Text {#p .key}");
    const result = rendered("{{x}}\n\n{{x}}\n\n# {{t}} {#{{id}} }", { x, t: "T", id: "p" });
    expect(outline(result.tree)).toBe('p#p.key("Text") p.key("Text") h1("T")');
    expect(rules(result)).toEqual([]);
  });

  it("loses an id that another thing has, and the author is told", () => {
    const loop = rendered("{{#each list}}\n## {{this}} {#fixed}\n\n{{/each}}", {
      list: ["a", "b"],
    });
    expect(outline(loop.tree)).toBe('h2#fixed("a") h2("b")');
    expect(loop.diagnostics).toMatchObject([
      { rule: "id-names-one-thing", place: { file: "template.md.hbs", line: 2, column: 1 } },
    ]);
    const two = nodesOf("One {#x}\n\nTwo {#x}");
    const nodes = rendered("{{a}}\n\n{{b}}", {
      a: blocksValue(two.slice(0, 1)),
      b: blocksValue(two.slice(1), { file: "source.md", line: 3, column: 1 }),
    });
    expect(outline(nodes.tree)).toBe('p#x("One") p("Two")');
    expect(nodes.diagnostics).toMatchObject([
      { rule: "id-names-one-thing", place: { file: "source.md", line: 3, column: 1 } },
    ]);
  });

  it("brings its links by reference and its notes, wherever and as often as it is printed", () => {
    const x = blocks('A [b][ref] c[^n] ![i][ref].\n\n[ref]: u "t"\n\n[^n]: Note with [d][ref].');
    const result = rendered("{{x}}\n\n## {{x}}", { x });
    const printed = '"A " link("b") " c" footnote(p("Note with " link("d") ".")) " " image "."';
    expect(outline(result.tree)).toBe(`p(${printed}) h2(${printed})`);
    expect(rules(result)).toEqual([]);
  });

  it("keeps one body for a note of the template that is referred to twice", () => {
    const { tree } = rendered("a[^n] b[^n]\n\n[^n]: {{x}}", { x: inline("*n*") });
    expect(outline(tree)).toBe('p("a" footnote(p(emphasis("n"))) " b" footnote(p(emphasis("n"))))');
    const [paragraph] = tree.children;
    const notes = paragraph?.type === "paragraph" ? paragraph.children : [];
    const bodies = notes.flatMap((node) => (node.type === "footnote" ? [node.children] : []));
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  it("is chosen and repeated by blocks like anything else", () => {
    const items = [
      { text: inline("a *b*"), on: "" },
      { text: inline("c"), on: "y" },
    ];
    const template =
      '{{#each items}}\n- {{text}}{{#if on}} ({{on}}){{/if}}{{#if (eq on "y")}}!{{/if}}\n{{/each}}';
    expect(shown(template, { items })).toBe(
      'list(item(p("a " emphasis("b"))) item(p("c" " (" "y" ")!")))',
    );
  });
});

describe("an empty value prints nothing", () => {
  const empty = { none: null, text: "", nodes: blocks(""), x: "x" };

  it("and leaves no empty paragraph, item, list or quote", () => {
    expect(shown("a\n\n{{none}} {{text}}\n\nb\n\n{{nodes}}", empty)).toBe('p("a") p("b")');
    expect(shown("- {{none}}\n- {{x}}\n", empty)).toBe('list(item(p("x")))');
    expect(shown("a\n\n- {{none}}\n\n> {{nodes}}", empty)).toBe('p("a")');
    expect(shown("a {{none}}b", empty)).toBe('p("a " "b")');
  });

  it("but a cell and a container stay", () => {
    expect(shown("| {{none}} |\n| - |", empty)).toBe("table(tableRow(tableCell()))");
    expect(shown(":::box\n{{none}}\n:::", empty)).toBe(":box()");
  });

  it("nor an empty heading, id or class; the author is told of the heading", () => {
    const spaced = rendered("# {{none}} {#{{x}} }\n\n## T {#{{none}} k={{none}} }", empty);
    expect(outline(spaced.tree)).toBe('h2[k=]("T")');
    expect(spaced.diagnostics).toMatchObject([
      { rule: "heading-has-words", place: { line: 1, column: 1 } },
    ]);
  });
});
