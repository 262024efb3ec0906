import { expect, test } from "vitest";
import { memoryHost } from "../../src/host/index.ts";
import { readHead, readProject } from "../../src/settings/index.ts";
import { readTemplateSettings } from "../../src/settings/template-settings.ts";

type Told = {
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly message: string;
    readonly place?: { readonly line: number; readonly column: number };
  }[];
};

const shown = ({ diagnostics }: Told): readonly string[] =>
  diagnostics.map(({ message, place }) => `${place?.line}:${place?.column} ${message}`);

const head = (yaml: string) =>
  readHead({ file: "a.md", frontMatter: { yaml, line: 2 } }, new Set());

test("one fault of syntax in a head is told once, and nothing of what it led to", () => {
  expect(shown(head("title: Minister: the visit: a plan\ndate: 2012-03\n"))).toEqual([
    "2:8 A second colon makes this value look like a map.",
  ]);
});

test("what stands before a fault of syntax is checked all the same", () => {
  expect(shown(head('classification: secrett\ntitle: "Ports\ndate: 2012\n'))).toEqual([
    expect.stringContaining('2:17 "classification" cannot be "secrett"'),
    "3:8 A quotation mark is not closed.",
  ]);
});

test.each([
  ['annexes: []\ntitle: "Ports\nb: 2\nc: 3\n', 2, 8, "A quotation mark is not closed."],
  ["title: [\nfields: {}\n", 1, 8, "A list or map between brackets is not closed."],
  ["title: {en: Leaflet\nfields: {}\n", 1, 8, "A list or map between brackets is not closed."],
])("%j is told where what is not closed was opened", (text, line, column, message) => {
  expect(shown(readTemplateSettings("template.yaml", text))).toEqual([
    `${line}:${column} ${message}`,
  ]);
});

test("a value that goes on behind its quotation marks is told in words", () => {
  expect(shown(head('title: "Ports" and harbours\n'))).toEqual([
    "2:16 Something follows the closing quotation mark of this value.",
  ]);
});

test("a broken dossier.yaml is told without guesses at its settings", () => {
  const host = memoryHost({ "dossier.yaml": "sources: [a.md\nkindz: {a: [b}\n" });
  const told = shown(readProject(host));
  expect(told).not.toEqual([]);
  expect(told.filter((message) => message.includes("setting"))).toEqual([]);
});

test("faults of a template.yaml stand at the names that they are about", () => {
  const text =
    "title: {en: Leaflet}\nfieldz: 3\nfields:\n  a: {type: text, requird: true}\nbudget: {pages: many}\n";
  const read = readTemplateSettings("template.yaml", text);
  expect([...shown(read)].sort()).toEqual([
    '2:1 The field "fieldz" is not known here.',
    '4:19 The field "requird" is not known here.',
    '5:17 The field "pages" takes a whole number.',
  ]);
  expect(read.value.budget).toBeUndefined();
});
