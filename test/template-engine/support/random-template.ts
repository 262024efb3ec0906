import { fc } from "../../support/property.ts";

const atoms = [
  "\n",
  " ",
  "  ",
  "text",
  "- a\n",
  "\n\n",
  "{{title}}",
  "{{name}}",
  "{{~name}}",
  "{{name~}} ",
  "{{../name}}",
  "{{@index}}",
  "{{@root.title}}",
  "{{! c }}\n",
  "\n{{> p1}}\n",
  "\n  {{> p2}}\n",
  "{{> p2 office}}",
  "{{> q}}",
  "{{> @partial-block}}",
  "\\{{name}} ",
  "{{lookup list 1}}",
  '{{upper (lookup office "name")}}',
  '{{#if (eq name "a")}}=\n{{/if}}',
  "{{> p1 name=title}}",
];

const openers = [
  "if title",
  "if no",
  "unless none",
  "each items",
  "each list",
  "each nothing",
  "with office",
  "with none",
  "each items as |it at|",
  "> p1",
  "> p2",
  "> gone",
  '*inline "q"',
];

/** Templates that use most of the language, sense or not. */
export const randomTemplate: fc.Arbitrary<string> = fc.letrec<{ template: string; piece: string }>(
  (tie) => ({
    template: fc.array(tie("piece"), { maxLength: 5 }).map((pieces) => pieces.join("")),
    piece: fc.oneof(
      { depthSize: "small", maxDepth: 4 },
      fc.constantFrom(...atoms),
      fc
        .record({
          open: fc.constantFrom(...openers),
          newline: fc.boolean(),
          strip: fc.boolean(),
          body: tie("template"),
          other: fc.option(tie("template")),
        })
        .map(({ open, newline, strip, body, other }) => {
          const name = open.replace(/^[>*] ?/, "").split(" ")[0];
          const end = newline ? "\n" : "";
          const otherwise = other === null || /^[>*]/.test(open) ? "" : `{{else}}${end}${other}`;
          return `{{#${open}${strip ? "~" : ""}}}${end}${body}${otherwise}{{/${name}}}${end}`;
        }),
    ),
  }),
).template;

/** Without calls of the partials that could call themselves. */
export function withoutPartials(template: string): string {
  return template.replace(/\{\{#?> ?p[12][^}]*\}\}|\{\{\/p[12]\}\}/g, "");
}
