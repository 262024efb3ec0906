import { expect, it } from "vitest";
import {
  evaluate,
  parseTemplate,
  standardHelpers,
  templateFromJson,
  templateToJson,
} from "../../src/template/engine/index.ts";
import { fc, runs } from "../support/property.ts";
import { randomTemplate } from "./support/random-template.ts";

const helpers = standardHelpers();
const budget = { steps: 2000, characters: 10_000, words: 10_000, depth: 20 };
const data = {
  title: "T",
  name: "n",
  items: [{ name: "a" }],
  list: ["p", "q"],
  office: { name: "N" },
};

it("a template that was kept as JSON runs like the one that was read", () => {
  fc.assert(
    fc.property(randomTemplate, (text) => {
      const { value } = parseTemplate("t.md.hbs", text, helpers.keys());
      const kept = templateFromJson(JSON.parse(JSON.stringify(templateToJson(value))));
      expect(kept).toEqual(value);
      if (kept === undefined) throw new Error("not kept");
      const run = (template: typeof value): unknown => {
        const partials = new Map([["p1", template]]);
        const { output, diagnostics } = evaluate(template, partials, helpers, data, budget);
        return { text: output.text, prints: output.prints, diagnostics };
      };
      expect(run(kept)).toEqual(run(value));
    }),
    { numRuns: runs(300) },
  );
});

it("what is no template of this form is not taken for one", () => {
  const { value } = parseTemplate("t.md.hbs", "{{a}}", helpers.keys());
  const json = templateToJson(value);
  expect(templateFromJson({ ...json, form: 0 })).toBeUndefined();
  expect(templateFromJson({ form: json.form })).toBeUndefined();
  for (const other of [null, undefined, "", 1, [], value]) {
    expect(templateFromJson(other)).toBeUndefined();
  }
});
