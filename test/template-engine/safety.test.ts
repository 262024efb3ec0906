import { describe, expect, it } from "vitest";
import { textValue } from "../../src/template/engine/index.ts";
import { blocks, readFolder, rendered, rules } from "./support/rendering.ts";

describe("a template reaches own data only", () => {
  const data = {
    a: { b: "x" },
    list: [1],
    text: "abc",
    value: textValue("v"),
    body: blocks("b"),
    run: () => "ran",
    get own() {
      return "ran";
    },
    date: new Date(0),
    __proto__: { inherited: "ran" },
  };
  const paths = [
    ..."constructor a.constructor __proto__ a.__proto__ a.__lookupGetter__ a.hasOwnProperty".split(
      " ",
    ),
    ..."list.map list.constructor text.length text.constructor run own date.getTime".split(" "),
    ..."inherited @root.constructor @constructor @__proto__ a.[constructor] this.constructor".split(
      " ",
    ),
    ..."this.constructor.constructor value.kind value.text body.nodes body.nodes.0.type".split(" "),
  ];
  for (const path of paths) {
    it(path, () => {
      const { output, diagnostics } = rendered(`{{${path}}}`, data);
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["template-field-exists"]);
      expect(output.prints).toEqual([]);
    });
  }

  it("nor by lookup, blocks, dynamic partials, block parameters and named values", () => {
    const ways = [
      '{{lookup a "constructor"}}',
      '{{#with (lookup a "constructor")}}{{name}}{{/with}}',
      '{{#each (lookup a "__proto__")}}{{this}}{{/each}}',
      "{{#each this as |constructor|}}{{/each}}{{> p}}",
      '{{> p __proto__=a constructor="c"}}',
      "{{#with a as |__proto__|}}{{__proto__.constructor}}{{/with}}",
      "{{#each @root}}{{#if (eq @key 'own')}}{{this}}{{/if}}{{/each}}",
    ];
    for (const way of ways) {
      const { output } = rendered(way, data, { p: "{{b.constructor}}{{hasOwnProperty}}" });
      const printed = output.prints.map(({ value }) => value);
      expect(printed.filter((value) => value.kind !== "text" || value.text !== "")).toEqual([]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.hasOwn(Object.prototype, "b")).toBe(false);
  });
});

describe("no template runs on", () => {
  const list = Array.from({ length: 1000 }, (_, index) => index);
  const body = blocks("Word. ".repeat(2000));
  const budget = { steps: 100_000, characters: 1_000_000, words: 1_000_000, depth: 150 };
  const doubling = Array.from({ length: 40 }, (_, index) => {
    const next = `{{> p${index + 1}}}`;
    return [`p${index}`, index === 39 ? "x" : next + next] as const;
  });
  const thrice = (inside: string): string =>
    `{{#each list}}{{#each @root.list}}{{#each @root.list}}${inside}{{/each}}{{/each}}{{/each}}`;
  type Hostile = readonly [template: string, partials?: Readonly<Record<string, string>>];
  const hostile: Readonly<Record<string, Hostile>> = {
    "a partial that includes itself": ["{{> p}}", { p: "x{{> p}}" }],
    "partials that include each other": ["{{> p}}", { p: "{{> q}}", q: "{{> p}}" }],
    "a partial block that includes itself": [
      "{{#> p}}{{> @partial-block}}{{/p}}",
      { p: "{{#> p}}{{> @partial-block}}{{/p}}" },
    ],
    "a partial deep in blocks that includes itself": [
      "{{> p}}",
      { p: `${"{{#if list}}".repeat(90)}{{> p}}${"{{/if}}".repeat(90)}` },
    ],
    "a billion turns": [thrice("x")],
    "a billion empty turns": [thrice("")],
    "partials that double": ["{{> p0}}", Object.fromEntries(doubling)],
    "a long text over and over": [
      `{{#each list}}{{#each ../list}}${"x".repeat(10_000)}{{/each}}{{/each}}`,
    ],
    "a long value over and over": ["{{#each list}}\n\n{{@root.body}}\n\n{{/each}}"],
    "a long value compared over and over": [
      "{{#each list}}{{#each @root.list}}{{#if (eq @root.body @root.body)}}{{/if}}{{/each}}{{/each}}",
    ],
    "a long value made over and over": ["{{#each list}}{{#if (upper @root.long)}}{{/if}}{{/each}}"],
    "inline partials that call each other": [
      '{{#*inline "a"}}{{> b}}{{> b}}{{/inline}}{{#*inline "b"}}{{> a}}{{/inline}}{{> a}}',
    ],
    "else if, on and on": [`{{#if list}}${"{{else if list}}".repeat(5000)}{{/if}}`],
    "deep blocks": ["{{#if list}}".repeat(5000) + "{{/if}}".repeat(5000)],
    "deep blocks, never closed": ["{{#if list}}".repeat(50_000)],
    "deep inverse blocks": ["{{^if list}}".repeat(5000) + "{{/if}}".repeat(5000)],
    "deep subexpressions": [`{{upper ${"(upper ".repeat(5000)}"a"${")".repeat(5000)}}}`],
    "deep subexpressions behind a brace in quotes": [
      `{{upper "{{" ${"(upper ".repeat(5000)}"a"${")".repeat(5000)}}}`,
    ],
    "a template of two million characters": ["x".repeat(2_000_000)],
  };
  for (const [name, [template, partials = {}]] of Object.entries(hostile)) {
    it(name, () => {
      const data = { list, body, long: "x".repeat(100_000) };
      const result = rendered(template, data, partials, budget);
      expect(rules(result)).toEqual([expect.stringMatching(/^template-(ends|is-small)$/)]);
      expect(result.diagnostics[0]?.place?.line).toBeLessThan(4);
    });
  }

  it("and of one that was stopped nothing is parsed", () => {
    const result = rendered(thrice("words "), { list });
    expect(rules(result)).toEqual(["template-ends"]);
    expect(result.output.text).toBe("");
  });

  it("and the depth that is allowed does not exhaust the stack", () => {
    const nested = (inside: string): string =>
      `${"{{#if list}}".repeat(48)}${inside}${"{{/if}}".repeat(48)}`;
    const subexpression = `{{#if ${"(or ".repeat(45)}list${")".repeat(45)}}}x{{/if}}`;
    const result = rendered(
      nested("{{> p}}"),
      { list },
      { p: nested("{{> q}}"), q: nested(subexpression) },
    );
    expect(result.diagnostics.map(({ message }) => message)).toEqual([]);
    expect(result.output.text).toBe("x");
  });
});

describe("blocks and parentheses nest a hundred deep and no deeper", () => {
  const forms: Readonly<Record<string, (depth: number) => string>> = {
    blocks: (depth) => `${"{{#if  x }}".repeat(depth)}${"{{/if}}".repeat(depth)}`,
    "inverse blocks": (depth) => `${"{{^if x}}".repeat(depth)}${"{{/if}}".repeat(depth)}`,
    "partial blocks": (depth) => `${"{{#> p }}".repeat(depth)}${"{{/p}}".repeat(depth)}`,
    "else if": (depth) => `{{#if x}}${" {{ else if x }}".repeat(depth - 1)}{{/if}}`,
    parentheses: (depth) => `{{or ${"(or ".repeat(depth)}x${" )".repeat(depth)} }}`,
  };
  for (const [name, form] of Object.entries(forms)) {
    it(name, () => {
      expect(rules(readFolder(form(100)))).toEqual([]);
      expect(rules(readFolder(form(101)))).toEqual(["template-is-small"]);
    });
  }

  it("but any number may stand side by side", () => {
    const pair = "{{#if x}}{{else if (or x (or x))}}{{/if}}";
    expect(rules(readFolder(pair.repeat(200)))).toEqual([]);
  });
});
