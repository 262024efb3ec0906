import type { Outcome, Report } from "../diagnostics/index.ts";
import { createCollector, similarNames } from "../diagnostics/index.ts";
import type { Head, ProductNames } from "../model/index.ts";
import { dateText, parseDate, readLanguage, readWrittenDate } from "../model/index.ts";
import { readYaml } from "./yaml.ts";
import { field, readOneOf, readText, readTexts, wrongShape } from "./yaml-fields.ts";
import { didYouMeanLanguage, readLanguageField } from "./yaml-language.ts";
import { ofWhatWasRead } from "./yaml-trust.ts";
import type { YamlMap, YamlText, YamlValue } from "./yaml-value.ts";

/** The part of a source that is its head. */
export type HeadSource = {
  readonly file: string;
  readonly frontMatter?: { readonly yaml: string; readonly line: number };
};

const fields = [
  ...[
    "title",
    "subtitle",
    "lang",
    "language",
    "date",
    "as-of",
    "status",
    "version",
    "classification",
  ],
  ...["caveats", "organization", "source", "contacts", "formats", "links", "place", "embargo"],
  ...["numbering", "page-numbers", "typography"],
  ...["author", "subject", "description", "keywords"],
  // Those of one product, when they hold for all.
  ...["kind-label", "variant", "purpose", "file-number", "to", "from", "cc", "through", "contact"],
  ...["critical-date", "date-of-note", "recommendations", "decision", "attachments"],
  ...["presenter", "occasion"],
];

/** Whoever misspells one of these must know before the product goes out. */
const grave = ["title", "lang", "as-of", "status", "classification", "caveats"];

/** May be one text, or one for each language. */
const bilingual = ["title", "subtitle", "organization", "source", "formats", "subject"];

/** Is one text, in every language. */
const single = ["version", "classification", "date", "as-of", "status", "typography"];

const classifications = [
  ...["unclassified", "protected-a", "protected-b", "protected-c"],
  ...["confidential", "secret", "top-secret"],
];

/** The fields of the head that hold one of a few words in every product. */
export const headChoices: Readonly<Record<string, readonly string[]>> = {
  classification: classifications,
};

/**
 * Reads the head of a source. A name that no field has is a warning, since other programs and templates have fields of
 * their own; it is an error when it resembles a grave one (a misspelt `classification` must not go unmarked).
 * @param products names of the product kinds, under which their own fields stand
 */
export function readHead(source: HeadSource, products: ProductNames): Outcome<Head> {
  const { report: collect, diagnostics } = createCollector();
  let report: Report = collect;
  const start = { file: source.file, line: 1, column: 1 };
  const fieldsOf = (): YamlMap => {
    const empty: YamlMap = { kind: "map", entries: new Map(), keys: new Map(), place: start };
    if (source.frontMatter === undefined) return empty;
    const read = readYaml(source.file, source.frontMatter.yaml, source.frontMatter);
    for (const diagnostic of read.diagnostics) collect(diagnostic);
    report = ofWhatWasRead(collect, read.diagnostics);
    if (read.value.kind === "map") return read.value;
    wrongShape(read.value, "the head", "a map of names and values", report);
    return empty;
  };
  const map = fieldsOf();
  checkNames(map, products, report);
  for (const name of bilingual) checkBilingual(field(map, name), name, report);
  readText(map, "version", report);
  readTexts(map, "caveats", report);
  readOneOf(map, "classification", classifications, report);
  const lang = readHeadLanguage(map, report);
  const date = readDate(map, "date", report);
  const asOf = dayOf(map, report);
  const status = readOneOf(map, "status", ["draft", "final"], report) ?? "draft";
  const typography = readOneOf(map, "typography", ["off", "spaces", "full"], report);
  const head: Head = {
    fields: withShapes(withDate(withLanguage(map, lang), date)),
    status,
    ...(asOf === undefined ? {} : { asOf }),
    ...(typography === undefined ? {} : { typography }),
    place: map.place,
  };
  return { value: head, diagnostics: diagnostics() };
}

function checkNames(map: YamlMap, products: ProductNames, report: Report): void {
  for (const [name, place] of map.keys) {
    if (fields.includes(name)) continue;
    if (products.has(name)) {
      const value = field(map, name);
      if (value !== undefined && value.kind !== "map")
        wrongShape(value, name, "a map of names and values", report);
      continue;
    }
    const near = similarNames(name, [...fields, ...products]);
    report({
      rule: "head-field-is-known",
      severity: near.some((one) => grave.includes(one) || products.has(one)) ? "error" : "warning",
      message: `The head has a field "${name}", which no shipped product reads.`,
      place,
      hints: [
        ...near.map((one) => `Did you mean "${one}"?`),
        "Fields of one product stand under the name of its kind.",
      ],
    });
  }
}

function checkBilingual(value: YamlValue | undefined, name: string, report: Report): void {
  if (value === undefined || value.kind === "text") return;
  if (value.kind === "list") {
    wrongShape(value, name, "a text, or a text for each language", report);
    return;
  }
  for (const [language, place] of value.keys) {
    const inner = value.entries.get(language);
    if (inner !== undefined && inner.kind !== "text") wrongShape(inner, language, "a text", report);
    if (readLanguage(language) !== undefined) continue;
    report({
      rule: "language-is-known",
      severity: "error",
      message: `"${language}" under "${name}" is not a language.`,
      place,
      hints: [...didYouMeanLanguage(language), 'Give a text under "en" and one under "fr".'],
    });
  }
}

/** The language of a source stands under `lang`; targets in dossier.yaml and other programs call it `language`. */
function readHeadLanguage(map: YamlMap, report: Report): YamlText | undefined {
  const name = map.keys.has("lang") ? "lang" : "language";
  return readLanguageField(map, name, report);
}

/** The fields with the language as it is to be understood; without one where it is not known, which has been told. */
function withLanguage(map: YamlMap, lang: YamlText | undefined): YamlMap {
  const entries = new Map(map.entries);
  if (lang === undefined) entries.delete("lang");
  else entries.set("lang", lang);
  return { ...map, entries };
}

/** What was told to have the wrong shape is a text from here on, so that no template tells it again; nothing is made of it. */
function withShapes(map: YamlMap): YamlMap {
  const wrong = [...map.entries].filter(
    ([name, { kind }]) =>
      (kind === "list" && bilingual.includes(name)) || (kind !== "text" && single.includes(name)),
  );
  if (wrong.length === 0) return map;
  const texts = wrong.map(
    ([name, { place }]) => [name, { kind: "text", text: name, place }] as const,
  );
  return { ...map, entries: new Map([...map.entries, ...texts]) };
}

function withDate(map: YamlMap, date: string | undefined): YamlMap {
  const written = map.entries.get("date");
  if (written?.kind !== "text" || date === undefined || written.text === date) return map;
  return { ...map, entries: new Map(map.entries).set("date", { ...written, text: date }) };
}

/** The date as EDTF, also where it is written in words, as other programs take it: "November 18, 2021". */
function readDate(map: YamlMap, name: string, report: Report): string | undefined {
  const text = readText(map, name, report);
  const value = field(map, name);
  if (text === undefined || value === undefined || parseDate(text) !== undefined) return text;
  const written = readWrittenDate(text, "fr");
  if (written?.hasYear === true) return dateText(written.date);
  report({
    rule: "date-is-known",
    severity: "error",
    message: `"${name}" cannot be "${text}", which is not a date.`,
    place: value.place,
    hints: ['Write it as exactly as it is known: "2012", "2012-03" or "2012-03-25".'],
  });
  return text;
}

/** `as-of` stands for today, so it is a day. */
function dayOf(map: YamlMap, report: Report): string | undefined {
  const text = readText(map, "as-of", report);
  const value = field(map, "as-of");
  if (text === undefined || value === undefined) return undefined;
  if (parseDate(text)?.kind === "day") return text;
  report({
    rule: "date-is-known",
    severity: "error",
    message: `"as-of" cannot be "${text}", which is not a day.`,
    place: value.place,
    hints: ['Write a day, as in "2012-03-25".'],
  });
  return undefined;
}
