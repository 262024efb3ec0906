import { expect, test } from "vitest";
import { memoryHost } from "../../src/host/index.ts";
import { buildModel, usualRecordTypes } from "../../src/model/index.ts";
import { readHead, readProject } from "../../src/settings/index.ts";
import { parseSource } from "../../src/source/index.ts";

function read(yaml: string) {
  return readProject(memoryHost({ "dossier.yaml": yaml }));
}

function told(yaml: string): readonly string[] {
  return read(yaml).diagnostics.map(
    ({ rule, message, place }) => `${place?.line}:${place?.column} ${rule}: ${message}`,
  );
}

test("a folder without dossier.yaml has no settings of its own", () => {
  expect(readProject(memoryHost({}))).toEqual({ value: undefined, diagnostics: [] });
});

test("an empty dossier.yaml settles nothing", () => {
  const { value, diagnostics } = read("");
  expect(diagnostics).toEqual([]);
  expect(value).toEqual({
    sources: [],
    targets: [],
    recordTypes: [],
    budgets: new Map(),
    rules: new Map(),
  });
});

test("a project says what to make of what", () => {
  const { value, diagnostics } = read(`sources: [data/a.md, data/b.md]
kinds: [report]
targets:
  - kind: fact-sheet
    format: pdf
    language: fr-CA
    audience: media
    profile: print
    status: final
    source: data/a.md
    output: out/sheet.pdf
  - kind: slides
    format: [pdf, docx]
out-dir: made
templates: our-templates
brand: brand.yaml
as-of: 2012-03-25
budget:
  briefing-note: {pages: 4}
  slides: {slides: 20}
`);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({
    sources: ["data/a.md", "data/b.md"],
    targets: [
      { kind: "report", formats: [] },
      {
        kind: "fact-sheet",
        formats: ["pdf"],
        language: "fr-CA",
        audience: "media",
        profile: "print",
        status: "final",
        source: "data/a.md",
        output: "out/sheet.pdf",
      },
      { kind: "slides", formats: ["pdf", "docx"] },
    ],
    outFolder: "made",
    templates: "our-templates",
    brand: "brand.yaml",
    recordTypes: [],
    asOf: "2012-03-25",
    rules: new Map(),
    budgets: new Map([
      ["briefing-note", { pages: 4 }],
      ["slides", { slides: 20 }],
    ]),
  });
});

test.each([
  ["source: a.md", '1:1 setting-is-known: The file dossier.yaml has no setting "source".'],
  ["targets: slides", '1:10 setting-has-its-shape: "targets" should be a list, not "slides".'],
  [
    "targets: [slides]",
    '1:11 setting-has-its-shape: "targets" should be a list of maps, not "slides".',
  ],
  ["targets:\n  - format: pdf", '2:5 setting-is-given: A target has no "kind".'],
  [
    "targets:\n  - kind: slides\n    fromat: pdf",
    '3:5 setting-is-known: A target has no setting "fromat".',
  ],
  [
    "targets:\n  - kind: slides\n    format: [pdf, odt]",
    '3:19 setting-is-one-of: "format" cannot be "odt".',
  ],
  [
    "budget: {slides: {slides: many}}",
    '1:27 setting-has-its-shape: "slides" should be a number from 1 to 10000, not "many".',
  ],
  [
    "budget: {slides: {pages: 0}}",
    '1:26 setting-has-its-shape: "pages" should be a number from 1 to 10000, not "0".',
  ],
  [
    "as-of: today",
    '1:8 setting-has-its-shape: "as-of" should be a day, as in "2012-03-25", not "today".',
  ],
  [
    "- a",
    '1:1 setting-has-its-shape: "dossier.yaml" should be a map of names and values, not a list.',
  ],
  [
    "records: {Risk: {}}",
    '1:11 setting-has-its-shape: The record type "Risk" should begin with a small letter and have only small letters, digits and hyphens.',
  ],
  [
    "records: {risk: {feilds: {}}}",
    '1:18 setting-is-known: The record type "risk" has no setting "feilds".',
  ],
  [
    "records: {risk: {fields: {level: enum}}}",
    '1:34 setting-has-its-shape: The field "level" is an enum without values.',
  ],
  [
    "records: {risk: {fields: {level: words}}}",
    '1:34 setting-is-one-of: "type" cannot be "words".',
  ],
  [
    "records: {risk: {fields: {level: {values: [a], type: enum, usual: b}}}}",
    '1:67 setting-is-one-of: "usual" cannot be "b".',
  ],
  [
    "records: {risk: {fields: {level: {type: text, required: yes}}}}",
    '1:57 setting-is-one-of: "required" cannot be "yes".',
  ],
])("%j is told where it stands", (yaml, said) => {
  expect(told(yaml)).toContain(said);
});

test("a project adds a type of record without code", () => {
  const project = read(`records:
  risk:
    label: {en: Risks, fr: Risques}
    fields:
      level: {type: enum, values: [low, high], usual: low}
      owner: {type: reference, of: person, required: true}
      seen: date
      note: text
`);
  expect(project.diagnostics).toEqual([]);
  const [risk] = project.value?.recordTypes ?? [];
  expect(risk?.label).toEqual({ en: "Risks", fr: "Risques" });
  const text = `# T

- **Delay** {#delay .risk owner=harper seen=2012-03}
- **Cost** {#cost .risk level=medium}

## People {.register records=person}

| Id | Person |
| --- | --- |
| harper | Prime Minister Harper |
`;
  const source = parseSource("text.md", new TextEncoder().encode(text));
  const head = readHead(source.value, new Set());
  const types = [...usualRecordTypes, ...(project.value?.recordTypes ?? [])];
  const { value, diagnostics } = buildModel(source.value, head.value, types);
  expect(value.recordById.get("delay")?.fields.get("level")?.text).toBe("low");
  expect(value.recordById.get("delay")?.fields.get("seen")?.date).toEqual({
    kind: "month",
    year: 2012,
    month: 3,
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'The risk "Cost" has no "owner".',
    '"level" cannot be "medium".',
  ]);
});

test("the project says what becomes of the warnings of a rule; a rule that there is not is told", () => {
  const yaml =
    "rules:\n  image-exists: error\n  prose-is-text: off\n  image-exist: off\n  kind-exists: no\n";
  const { value } = read(yaml);
  expect(value?.rules.get("image-exists")).toBe("error");
  const errors = told(yaml);
  expect(errors).toContain('4:3 setting-is-known: There is no rule "image-exist".');
  expect(errors).toContain('5:16 setting-is-one-of: "kind-exists" cannot be "no".');
  expect(read(yaml).diagnostics.flatMap(({ hints }) => hints)).toContain(
    'Did you mean "image-exists"?',
  );
});
