import type { Outcome, Report } from "../diagnostics/index.ts";
import { createCollector } from "../diagnostics/index.ts";
import type { FieldType, RecordType } from "../model/index.ts";
import {
  checkKeys,
  readFlag,
  readMap,
  readOneOf,
  readText,
  readTexts,
  wrongShape,
} from "./yaml-fields.ts";
import type { YamlMap, YamlValue } from "./yaml-value.ts";

const types = ["text", "date", "number", "reference", "enum", "list", "value"] as const;

/**
 * The record types that a project adds:
 *
 *     risk:
 *       label: { en: Risks, fr: Risques }
 *       fields:
 *         level: { type: enum, values: [low, high], usual: low, required: true }
 *         owner: { type: reference, of: person }
 *         note: text
 */
export function readRecordTypes(records: YamlMap): Outcome<readonly RecordType[]> {
  const { report, diagnostics } = createCollector();
  const value: RecordType[] = [];
  for (const [name, place] of records.keys) {
    if (!isName(name)) {
      report({
        rule: "setting-has-its-shape",
        severity: "error",
        message: `The record type "${name}" should begin with a small letter and have only small letters, digits and hyphens.`,
        place,
        hints: [],
      });
      continue;
    }
    const written = readMap(records, name, report);
    checkKeys(written, ["label", "fields"], report, `the record type "${name}"`);
    value.push(recordType(name, written, report));
  }
  return { value, diagnostics: diagnostics() };
}

function recordType(name: string, written: YamlMap | undefined, report: Report): RecordType {
  const fields = new Map<string, FieldType>();
  const map = readMap(written, "fields", report);
  for (const [field, value] of map?.entries ?? []) {
    const type = fieldType(field, value, report);
    if (type !== undefined) fields.set(field, type);
  }
  const label = labelOf(written, report);
  return { name, fields, ...(label === undefined ? {} : { label }) };
}

/** A field is a map, or the name of its type alone. */
function fieldType(name: string, value: YamlValue, report: Report): FieldType | undefined {
  if (value.kind === "list") {
    wrongShape(value, name, "the name of a type, or a map", report);
    return undefined;
  }
  const short: YamlMap | undefined =
    value.kind === "text"
      ? { ...value, kind: "map", entries: new Map([["type", value]]), keys: new Map() }
      : undefined;
  const map = short ?? value;
  checkKeys(map, ["type", "required", "values", "of", "usual"], report, `the field "${name}"`);
  const type = readOneOf(map, "type", types, report) ?? "text";
  const values = readTexts(map, "values", report);
  const of = readText(map, "of", report);
  const usual =
    values === undefined ? readText(map, "usual", report) : readOneOf(map, "usual", values, report);
  if (type === "enum" && values === undefined) {
    report({
      rule: "setting-has-its-shape",
      severity: "error",
      message: `The field "${name}" is an enum without values.`,
      place: value.place,
      hints: ["Add values: with the list of what it can be."],
    });
  }
  return {
    name,
    type,
    required: readFlag(map, "required", report) ?? false,
    ...(values === undefined ? {} : { values }),
    ...(of === undefined ? {} : { of }),
    ...(usual === undefined ? {} : { usual }),
  };
}

function labelOf(
  written: YamlMap | undefined,
  report: Report,
): Readonly<Record<string, string>> | undefined {
  const map = readMap(written, "label", report);
  if (map === undefined) return undefined;
  const texts: [string, string][] = [];
  for (const language of map.entries.keys()) {
    const text = readText(map, language, report);
    if (text !== undefined) texts.push([language, text]);
  }
  return Object.fromEntries(texts);
}

function isName(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}
