import { expect, test } from "vitest";
import { readHead } from "../../src/settings/index.ts";

const products = new Set(["fact-sheet", "briefing-note", "slides", "report"]);

function read(yaml: string) {
  return readHead({ file: "text.md", frontMatter: { yaml, line: 2 } }, products);
}

function told(yaml: string): readonly string[] {
  return read(yaml).diagnostics.map(
    ({ rule, severity, place }) => `${place?.line}:${place?.column} ${severity} ${rule}`,
  );
}

test("a source without a head is a draft", () => {
  const { value, diagnostics } = readHead({ file: "text.md" }, products);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({ status: "draft", place: { file: "text.md", line: 1, column: 1 } });
  expect(value.asOf).toBeUndefined();
  expect(value.fields.entries.size).toBe(0);
});

test("a head gives its fields, those of a product under its kind", () => {
  const { value, diagnostics } = read(`title:
  en: A title
  fr: Un titre
lang: fr-CA
date: 2012-03
as-of: 2012-03-25
status: final
version: 1.0.0
classification: protected-b
caveats: [For discussion only]
briefing-note:
  variant: information
`);
  expect(diagnostics).toEqual([]);
  expect([value.status, value.asOf]).toEqual(["final", "2012-03-25"]);
  const note = value.fields.entries.get("briefing-note");
  const variant = note?.kind === "map" ? note.entries.get("variant") : undefined;
  expect(variant).toMatchObject({
    kind: "text",
    text: "information",
    place: { line: 13, column: 12 },
  });
});

test.each([
  ["November 18, 2021", "2021-11-18"],
  ["18 novembre 2021", "2021-11-18"],
  ["March 2012", "2012-03"],
  ['"July 25, 1933"', "1933-07-25"],
  ["25 juillet 1933", "1933-07-25"],
  ["2021-11-18 10:00:00 -0500", "2021-11-18 10:00:00 -0500"],
])("the date %j, as other programs take it, is %s", (written, date) => {
  const { value, diagnostics } = read(`date: ${written}`);
  expect(diagnostics).toEqual([]);
  expect(value.fields.entries.get("date")).toMatchObject({ kind: "text", text: date });
});

test.each([
  ["clasification: secret", "2:1 error head-field-is-known"],
  ["statsu: final", "2:1 error head-field-is-known"],
  ["briefing-notes: {to: x}", "2:1 error head-field-is-known"],
  ["layout: post", "2:1 warning head-field-is-known"],
  ["authors: A", "2:1 warning head-field-is-known"],
  ["status: finished", "2:9 error setting-is-one-of"],
  ["classification: Secret", "2:17 error setting-is-one-of"],
  ["classification: [secret]", "2:17 error setting-is-one-of"],
  ["date: at the latest in 2012", "2:7 error date-is-known"],
  ["date: 2012-02-30", "2:7 error date-is-known"],
  ["as-of: 2012-03", "2:8 error date-is-known"],
  ["lang: English", "2:7 error language-is-known"],
  ["lang: en CA", "2:7 error language-is-known"],
  ["title: [a, b]", "2:8 error setting-has-its-shape"],
  ["title: {en: [a]}", "2:13 error setting-has-its-shape"],
  ["title: {english: a}", "2:9 error language-is-known"],
  ["slides: many", "2:9 error setting-has-its-shape"],
  ["version: {a: b}", "2:10 error setting-has-its-shape"],
  ["just words", "2:1 error setting-has-its-shape"],
  ["- a\n- b", "2:1 error setting-has-its-shape"],
  ["title: a: b", "2:8 error yaml-is-well-formed"],
])("%j is told as %s", (yaml, said) => {
  expect(told(yaml)).toContain(said);
});

test("a mistyped choice brings the one that was meant", () => {
  expect(read("classification: protected-d").diagnostics[0]?.hints[0]).toMatch(
    /^Did you mean "protected-[abc]"\?$/,
  );
});

test("a head with mistakes gives what is right in it", () => {
  const { value } = read("status: finished\nas-of: never\nversion: 2\n");
  expect(value.status).toBe("draft");
  expect(value.asOf).toBeUndefined();
  expect(value.fields.entries.get("version")).toMatchObject({ text: "2" });
});

test.each([
  ["lang: en_US", "en-US"],
  ["lang: FR", "fr"],
  ["lang: fr_CA.UTF-8", "fr-CA"],
  ["lang: fra", "fr"],
  ["lang: zh_hant_tw", "zh-Hant-TW"],
  ["language: fr", "fr"],
  ["lang: de-CH-1996", "de-CH-1996"],
  ["lang: ca_Valencia", "ca-valencia"],
])("%j is understood as %s", (yaml, language) => {
  const { value, diagnostics } = read(yaml);
  expect(diagnostics).toEqual([]);
  expect(value.fields.entries.get("lang")).toMatchObject({ text: language });
});

test("the word for a language is answered with its code, and no language is taken", () => {
  const { value, diagnostics } = read("lang: Français");
  expect(diagnostics[0]?.hints[0]).toBe('Did you mean "fr"?');
  expect(value.fields.entries.has("lang")).toBe(false);
});

test("a field of the wrong shape is told, and stands as a text for the templates", () => {
  for (const yaml of ["organization: [a, b]", "title: [a]", "version: {a: b}", "date: [2012]"]) {
    const { value, diagnostics } = read(yaml);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["setting-has-its-shape"]);
    const [name = ""] = yaml.split(":");
    expect(value.fields.entries.get(name)).toMatchObject({ kind: "text" });
  }
});
