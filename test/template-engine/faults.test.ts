import { describe, expect, it } from "vitest";
import { explain } from "../../src/diagnostics/index.ts";
import { readFolder, rendered, said } from "./support/rendering.ts";

describe("mistakes are said all at once, with place and likely name", () => {
  it("missing fields, also as arguments and in loops, each once", () => {
    const data = { title: "t", contact: { email: "e" }, items: [{ label: "a" }, { label: "b" }] };
    const template =
      '{{titel}}\n\n{{contact.emial}} {{#if (eq contact.phone.home "x")}}{{/if}}\n{{#each items}}{{lable}}{{/each}}';
    expect(said(rendered(template, data))).toEqual([
      'template.md.hbs:1:3 template-field-exists There is no field "titel" here. Did you mean "title"?',
      'template.md.hbs:3:3 template-field-exists "contact" has no field "emial" (in "contact.emial"). Did you mean "email"?',
      'template.md.hbs:3:29 template-field-exists "contact" has no field "phone" (in "contact.phone.home"). The fields here are "email".',
      'template.md.hbs:4:18 template-field-exists There is no field "lable" here. Did you mean "label"?',
    ]);
  });

  it("with the end of the stretch, for a code frame", () => {
    const { diagnostics } = rendered("a\n{{upper titel}}", { title: "t" });
    expect(diagnostics[0]?.place).toEqual({
      file: "template.md.hbs",
      line: 2,
      column: 9,
      endLine: 2,
      endColumn: 14,
    });
  });

  it("in partials, with their file", () => {
    expect(said(rendered("\n{{> box}}", { a: 1 }, { box: "x\n {{b}}" }))).toEqual([
      'box.md.hbs:2:4 template-field-exists There is no field "b" here. Did you mean "a"?',
    ]);
  });

  it("unknown helpers, partials and decorators; pasting; what cannot be printed", () => {
    const template = "{{uper title}}{{> boxx}}{{{title}}}{{items}}{{this}}{{*inlin}}{{&title}}";
    expect(said(rendered(template, { title: "t", items: [] }, { box: "" }))).toEqual([
      'template.md.hbs:1:1 template-helper-exists There is no helper "uper". Did you mean "upper"?',
      "template.md.hbs:1:25 template-values-are-not-pasted A value cannot be pasted as Markdown. Write two braces: values keep their markup.",
      'template.md.hbs:1:53 template-helper-exists There is no decorator "inlin". Only {{#*inline "name"}} exists.',
      "template.md.hbs:1:63 template-values-are-not-pasted A value cannot be pasted as Markdown. Write two braces: values keep their markup.",
      'template.md.hbs:1:15 template-partial-exists There is no partial "boxx". Did you mean "box"?',
      'template.md.hbs:1:36 template-value-is-printable "items" is a list, which cannot be printed. Print its fields, or go through it with "each".',
      'template.md.hbs:1:45 template-value-is-printable "this" is a record, which cannot be printed. Print its fields, or go through it with "each".',
    ]);
  });

  it("a field used as a block", () => {
    expect(said(readFolder("{{#contacts}}x{{/contacts}}"))).toEqual([
      'template.md.hbs:1:1 template-helper-exists There is no helper "contacts". For a field write {{#if contacts}}, {{#each contacts}} or {{#with contacts}}.',
    ]);
  });

  it("a partial that was given no block, no name, or more than one context", () => {
    const names = { none: null };
    expect(
      said(
        rendered("{{> p}}{{> (lookup this 'none')}}{{> q none none}}", names, {
          p: "{{> @partial-block}}",
          q: "",
        }),
      ),
    ).toEqual([
      "template.md.hbs:1:34 template-helper-arguments-fit A partial takes one context at most. Give further values by name: {{> partial name=value}}.",
      "p.md.hbs:1:1 template-partial-exists No block was given to this partial. Call it as {{#> partial}}…{{/partial}}, or give a fallback between {{#> @partial-block}} and {{/@partial-block}}.",
      "template.md.hbs:1:8 template-partial-exists The name of this partial is not a text.",
    ]);
  });

  it("an inline partial without a name in quotes", () => {
    for (const form of ["{{#*inline}}x{{/inline}}", "{{#*inline name}}x{{/inline}}"]) {
      expect(said(readFolder(form))).toEqual([
        'template.md.hbs:1:1 template-helper-arguments-fit An inline partial needs a name in quotes. Write {{#*inline "name"}}.',
      ]);
    }
  });
});

describe("faults of syntax are said in words, where they are", () => {
  const examples: Readonly<Record<string, string>> = {
    "a\n {{#if x}}\nb": "2:2 The block that begins here is never closed. Close it with {{/name}}.",
    "a {{#if x}}{{#each y}}{{/each}}":
      "1:3 The block that begins here is never closed. Close it with {{/name}}.",
    "{{#if x}}\n{{/each}}":
      '1:4 The block "if" is closed as "each". Write {{/if}}, or close what stands between first.',
    "# T {#{{id}}}":
      '1:11 Three braces close here what two have opened. Leave a blank between "}}" and the "}" of Markdown: "{#{{id}} }".',
    "a {{{id}}":
      '1:3 Three braces open here and two close them. Part a brace of Markdown from those of the template: "{ {{id}} }".',
    "a {{/if}}": '1:3 "{{/" stands where no block is open. Open the block first, or delete this.',
    "a {{else}}":
      '1:3 "{{else}}" stands where no block is open. Open the block first, or delete this.',
    "a {{b c\n\n": "1:3 The braces that open here are never closed. Close them with }}.",
    "a {{": "1:3 The braces that open here are never closed. Close them with }}.",
    "a {{!-- b\n}}": "1:1 A comment that begins here or after is never closed. Close it with --}}.",
    "{{a/../b}}": '1:3 "a/.." is no path: "..", "." and "this" can only begin one.',
    "a {{}}": '1:5 "}}" cannot stand here, where a name or a value should be.',
    "{{(a)}}": '1:3 "(" cannot stand here, where a name or a value should be.',
    "{{#if x as |y}}{{/if}}":
      '1:14 "}}" cannot stand here, where a name or a value or "|" should be.',
  };
  for (const [template, expected] of Object.entries(examples)) {
    it(JSON.stringify(template), () => {
      const folder = readFolder(template);
      expect(said(folder)).toEqual([
        `template.md.hbs:${expected.replace(" ", " template-parses ")}`,
      ]);
      expect(folder.main.program.body).toEqual([]);
    });
  }
});

it("every rule of the engine is explained", () => {
  const faulty = rendered("{{a}}{{> p}}{{{b}}}{{c d}}{{#if}}{{/if}}", { b: [] });
  const rules = new Set(faulty.diagnostics.map(({ rule }) => rule));
  expect(rules.size).toBe(6);
  for (const rule of rules) expect(explain(rule)).toContain(rule);
});
