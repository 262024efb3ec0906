import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { memoryHost } from "../../src/host/index.ts";
import { readProject } from "../../src/settings/index.ts";
import { fc, runs } from "../support/property.ts";

const url = new URL("../../schema/dossier.schema.json", import.meta.url);
const schema: unknown = JSON.parse(readFileSync(url, "utf8"));
const follows = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema as object);

/** JSON is YAML. */
function isRead(settings: unknown): boolean {
  return read(settings).length === 0;
}

function read(settings: unknown): readonly string[] {
  return readProject(memoryHost({ "dossier.yaml": JSON.stringify(settings) })).diagnostics.map(
    ({ message, hints }) => [message, ...hints].join(" "),
  );
}

function known(settings: unknown): readonly string[] {
  const told = read(settings).find((text) => text.includes("Known are")) ?? "";
  return [...told.slice(told.indexOf("Known are")).matchAll(/"([^"]+)"/g)]
    .map(([, name = ""]) => name)
    .sort();
}

type Part = { readonly properties: Readonly<Record<string, unknown>> };

test("the schema for editors knows the settings that are read, and no others", () => {
  const { properties, definitions } = schema as Part & {
    readonly definitions: Readonly<Record<"target" | "record" | "field" | "budget", Part>>;
  };
  const names = (part: Part): readonly string[] => Object.keys(part.properties).sort();
  expect(names({ properties })).toEqual(known({ zzzz: 1 }));
  expect(names(definitions.target)).toEqual(known({ targets: [{ kind: "report", zzzz: 1 }] }));
  expect(names(definitions.record)).toEqual(known({ records: { risk: { zzzz: 1 } } }));
  expect(names(definitions.budget)).toEqual(known({ budget: { slides: { zzzz: 1 } } }));
  const field = { records: { risk: { fields: { level: { zzzz: 1 } } } } };
  expect(names(definitions.field)).toEqual(known(field));
});

const text = fc.constantFrom("report", "pdf", "a.md", "draft", "2012-03-25", "full", "none");
const scalar = fc.oneof(text, fc.constantFrom(3, 0, true));
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.constant({}));
const some = (names: readonly string[], of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(names.map((name) => [name, of])), { requiredKeys: [] });
const target = fc.oneof(
  { weight: 5, arbitrary: some(["kind", "format", "status", "output", "source", "formt"], value) },
  value,
);
const field = fc.oneof(
  fc.constantFrom("text", "date", "enum", "word"),
  fc.record(
    { type: fc.constantFrom("text", "enum", "word"), values: value, required: value },
    { requiredKeys: [] },
  ),
);
const settings = fc.record(
  {
    sources: value,
    kinds: value,
    targets: fc.oneof(fc.array(target, { maxLength: 2 }), value),
    "out-dir": value,
    brand: value,
    typography: value,
    "as-of": value,
    budget: fc.oneof(fc.record({ slides: some(["pages", "slides"], value) }), value),
    records: fc.oneof(
      fc.record({ risk: fc.record({ fields: fc.record({ level: field }) }) }),
      value,
    ),
    rules: fc.oneof(
      some(["image-exists", "fact-agrees"], fc.constantFrom("off", "error", "no", 3)),
      value,
    ),
    sorces: value,
  },
  { requiredKeys: [] },
);

test("what follows the schema is read without a fault, and what does not is told", () => {
  fc.assert(
    fc.property(settings, (one) => {
      expect([one, follows(one)]).toEqual([one, isRead(one)]);
    }),
    { numRuns: runs(600) },
  );
});
