import { readFileSync } from "node:fs";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import type { Model, ModelSection, RecordType } from "../../src/model/index.ts";
import { buildModel, usualRecordTypes } from "../../src/model/index.ts";
import { readHead } from "../../src/settings/index.ts";
import type { Blocks, Phrasing } from "../../src/source/index.ts";
import { parseSource, plainText } from "../../src/source/index.ts";

const products = new Set(["fact-sheet", "briefing-note", "slides", "report"]);

export type Read = { readonly model: Model; readonly diagnostics: readonly Diagnostic[] };

/** A source text through source, head and model; the diagnostics are those of all three. */
export function read(
  text: string,
  file = "text.md",
  types: readonly RecordType[] = usualRecordTypes,
): Read {
  const source = parseSource(file, new TextEncoder().encode(text));
  const head = readHead(source.value, products);
  const model = buildModel(source.value, head.value, types, { products });
  return {
    model: model.value,
    diagnostics: [...source.diagnostics, ...head.diagnostics, ...model.diagnostics],
  };
}

/** `file:line:column rule: message` of each. */
export function told(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ rule, message, place }) => `${placeOf(place)} ${rule}: ${message}`);
}

function placeOf(place: Diagnostic["place"]): string {
  return place === undefined ? "-" : `${place.file}:${place.line}:${place.column}`;
}

export function rulesOf({ diagnostics }: Read): readonly string[] {
  return diagnostics.map(({ rule }) => rule);
}

export const seedFile = "data/canada-japan.md";

export function seed(): string {
  return readFileSync(seedFile, "utf8");
}

/** The lines of the published text that the sample source encodes. */
export function publishedLines(): readonly string[] {
  return readFileSync("test/fixtures/outlines/canada-japan.txt", "utf8")
    .replace(/\n$/, "")
    .split("\n");
}

export function words(nodes: Phrasing | Blocks): string {
  return plainText([...nodes]);
}

/** One line a heading, paragraph and item; items with a hyphen. */
export function printedLines(section: ModelSection): readonly string[] {
  return [
    ...section.content.flatMap((node) =>
      node.type === "list" ? node.children.map((item) => `- ${words([item])}`) : [words([node])],
    ),
    ...section.sections.flatMap((inner) => [words(inner.heading), ...printedLines(inner)]),
  ];
}

/** The sections as an outline: `level id`, indented by level. */
export function outline(section: ModelSection): readonly string[] {
  const line = `${"  ".repeat(section.level - 1)}${section.level} ${section.id}`;
  return [line, ...section.sections.flatMap(outline)];
}
