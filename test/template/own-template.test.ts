import { expect, test } from "vitest";
import { textOf, textsOf } from "../../src/document/index.ts";
import {
  canSatisfy,
  listTemplates,
  newProject,
  newTemplate,
  readTemplateFolder,
} from "../../src/template/index.ts";
import {
  blockAt,
  blocksOf,
  documentOf,
  errorsOf,
  modelOf,
  project,
  rulesOf,
  seed,
} from "./support.ts";

const own = {
  "templates/brief-card/template.md.hbs": [
    "# {{title}}",
    "",
    ":::group{role=call-out}",
    '{{label "about"}} {{field "reference"}}',
    ":::",
    "",
    '{{#each (select "commitment")}}',
    "- {{title}}",
    "{{/each}}",
    "",
    "{{#each sections}}",
    "{{whole}}",
    "",
    "{{/each}}",
  ].join("\n"),
  "templates/brief-card/template.yaml": "fields: {reference: {required: true}}\n",
  "templates/brief-card/labels.en.yaml": "about: About\n",
};

test("a project's own template works beside the shipped ones", () => {
  const host = project(own);
  expect(listTemplates(host)).toEqual([
    "brief-card",
    "briefing-note",
    "fact-sheet",
    "report",
    "slides",
  ]);
  const { value, diagnostics } = documentOf(seed(), { product: "brief-card", host });
  expect(errorsOf(diagnostics)).toEqual([]);
  expect(value.product).toBe("brief-card");
  const [group] = blocksOf(value, "group");
  expect(group).toMatchObject({ role: "call-out" });
  expect(textsOf(value)).toContain("About to be completed");
  expect(blocksOf(value, "list")[0]?.items).toHaveLength(2);
  expect(blockAt(value, "s-mlsa")).toMatchObject({ level: 2 });
});

test("a label that is not translated is printed in English, with a warning, once", () => {
  const host = project(own);
  const { value, diagnostics } = documentOf(seed(), {
    product: "brief-card",
    host,
    language: "fr",
  });
  expect(textsOf(value)).toContain("About à compléter");
  expect(rulesOf(diagnostics).filter((rule) => rule === "label-is-translated")).toHaveLength(1);
});

test("a project can change the labels of a shipped template alone", () => {
  const host = project({ "templates/fact-sheet/labels.en.yaml": "quick-facts: At a glance\n" });
  const { value, diagnostics } = documentOf(seed(), { product: "fact-sheet", host });
  const [facts] = blocksOf(value, "quickFacts");
  expect(textOf(facts?.heading.children ?? [])).toBe("At a glance");
  expect(errorsOf(diagnostics)).toEqual([]);
});

test("mistakes of a template are told with their places, and the rest is printed", () => {
  const host = project({
    "templates/faulty/template.md.hbs":
      '# {{titel}}\n\n{{label "noen"}}\n\n{{select "evnt"}}\n\n{{status}}\n',
    "templates/faulty/template.yaml": "fields:\n  date: {type: day}\nbugdet: {pages: 2}\n",
  });
  const { value, diagnostics } = documentOf(seed(), { product: "faulty", host });
  expect(textsOf(value)).toContain("draft");
  expect(diagnostics.map(({ rule, place }) => [rule, place?.file, place?.line])).toEqual(
    expect.arrayContaining([
      ["settings-are-known", "templates/faulty/template.yaml", 2],
      ["settings-are-known", "templates/faulty/template.yaml", 3],
      ["template-field-exists", "templates/faulty/template.md.hbs", 1],
      ["template-label-exists", "templates/faulty/template.md.hbs", 3],
      ["reference-resolves", "templates/faulty/template.md.hbs", 5],
    ]),
  );
});

test("a title in one language alone is told with what to write", () => {
  const host = project({
    "templates/leaflet/template.md.hbs": "# {{title}}\n",
    "templates/leaflet/template.yaml": "title: Leaflet\n",
  });
  const { diagnostics } = documentOf(seed(), { product: "leaflet", host });
  expect(diagnostics.map(({ message, hints }) => [message, ...hints])).toEqual([
    [
      'The field "title" takes a map of fields.',
      'Write it once for each language: "title: {en: Leaflet, fr: Dépliant}".',
    ],
  ]);
});

test("a name that is no template name reads nothing", () => {
  const host = project({ "x/template.md.hbs": "x" });
  for (const name of ["../x", "", "nothing", "Fact-Sheet", "new"]) {
    expect(readTemplateFolder(host, name)).toEqual({ value: undefined, diagnostics: [] });
  }
});

test("a source is meant for the templates that it gives something for", () => {
  const host = project(own);
  const folders = listTemplates(host).flatMap((name) => readTemplateFolder(host, name).value ?? []);
  const fitting = (text: string): readonly string[] => {
    const model = modelOf(text);
    return folders.filter((folder) => canSatisfy(folder, model)).map(({ name }) => name);
  };
  expect(fitting("# Plan\n\nText.\n")).toEqual(["report"]);
  expect(fitting("---\nreference: 1\n---\n\n# Plan\n")).toEqual(["brief-card", "report"]);
  expect(fitting(seed())).toEqual(["briefing-note", "fact-sheet", "report", "slides"]);
  expect(fitting(seed().replace("status: draft", "status: final"))).toEqual(["report", "slides"]);
});

test("what `dossier new` writes builds without an error", () => {
  const host = project();
  const decoder = new TextDecoder();
  const files = Object.fromEntries(
    [...newProject(host), ...newTemplate(host, "card")].map(([path, bytes]) => [
      path,
      decoder.decode(bytes),
    ]),
  );
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      "dossier.yaml",
      "templates/leaflet/template.md.hbs",
      "templates/card/template.yaml",
    ]),
  );
  const source = Object.keys(files).find(
    (path) => path.endsWith(".md") && !path.startsWith("templates/"),
  );
  const text = files[source ?? ""] ?? "";
  expect(text).toMatch(/sample/i);
  const there = project(files);
  const names = listTemplates(there);
  expect(names.length).toBe(6);
  for (const product of names) {
    expect(errorsOf(documentOf(text, { product, host: there }).diagnostics)).toEqual([]);
  }
});
