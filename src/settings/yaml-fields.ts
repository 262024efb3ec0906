import type { Report } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { YamlList, YamlMap, YamlValue } from "./yaml-value.ts";

// Small readers over a YAML tree: each gives undefined for what is absent, and reports what has the wrong shape.

/** The value under a name; undefined when it is not given, or given as nothing. */
export function field(value: YamlValue | undefined, name: string): YamlValue | undefined {
  return value?.kind === "map" ? value.entries.get(name) : undefined;
}

/** The text of a scalar; undefined for anything else. */
function textOf(value: YamlValue | undefined): string | undefined {
  return value?.kind === "text" ? value.text : undefined;
}

export function readText(
  map: YamlValue | undefined,
  name: string,
  report: Report,
): string | undefined {
  const value = field(map, name);
  if (value !== undefined && value.kind !== "text") wrongShape(value, name, "a text", report);
  return textOf(value);
}

export function readMap(
  map: YamlValue | undefined,
  name: string,
  report: Report,
): YamlMap | undefined {
  const value = field(map, name);
  if (value === undefined || value.kind === "map") return value;
  wrongShape(value, name, "a map of names and values", report);
  return undefined;
}

export function readList(
  map: YamlValue | undefined,
  name: string,
  report: Report,
): YamlList | undefined {
  const value = field(map, name);
  if (value === undefined || value.kind === "list") return value;
  wrongShape(value, name, "a list", report);
  return undefined;
}

/** A list of texts; one text alone is a list of one. Undefined when absent. */
export function readTexts(
  map: YamlValue | undefined,
  name: string,
  report: Report,
): readonly string[] | undefined {
  const value = field(map, name);
  if (value === undefined) return undefined;
  const items = value.kind === "list" ? value.items : [value];
  const texts: string[] = [];
  for (const item of items) {
    if (item.kind === "text") texts.push(item.text);
    else wrongShape(item, name, "a list of texts", report);
  }
  return texts;
}

/** `true` or `false`. */
export function readFlag(
  map: YamlValue | undefined,
  name: string,
  report: Report,
): boolean | undefined {
  const text = readOneOf(map, name, ["true", "false"], report);
  return text === undefined ? undefined : text === "true";
}

/** A decimal number in [least, most]. */
export function readNumber(
  map: YamlValue | undefined,
  name: string,
  report: Report,
  range: { readonly least: number; readonly most: number },
): number | undefined {
  const value = field(map, name);
  if (value === undefined) return undefined;
  const text = textOf(value) ?? "";
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number >= range.least && number <= range.most) return number;
  wrongShape(value, name, `a number from ${range.least} to ${range.most}`, report);
  return undefined;
}

export function readOneOf<Name extends string>(
  map: YamlValue | undefined,
  name: string,
  values: readonly Name[],
  report: Report,
): Name | undefined {
  const value = field(map, name);
  if (value === undefined) return undefined;
  const text = textOf(value);
  const found = values.find((one) => one === text);
  if (found !== undefined) return found;
  report({
    rule: "setting-is-one-of",
    severity: "error",
    message: `"${name}" cannot be ${text === undefined ? `a ${value.kind}` : `"${text}"`}.`,
    place: value.place,
    hints: [...didYouMean(text ?? "", values), `It is one of ${quoted(values)}.`],
  });
  return undefined;
}

/** Complains about each name of a map that is not allowed. `what` says whose names they are: "the head". */
export function checkKeys(
  map: YamlValue | undefined,
  allowed: readonly string[],
  report: Report,
  what?: string,
): void {
  if (map?.kind !== "map") return;
  for (const [name, place] of map.keys) {
    if (allowed.includes(name)) continue;
    report({
      rule: "setting-is-known",
      severity: "error",
      message: `${what === undefined ? "There is" : `${capital(what)} has`} no setting "${name}".`,
      place,
      hints: [...didYouMean(name, allowed), `Known are ${quoted(allowed)}.`],
    });
  }
}

/** Says that a value is not what it should be: "a text", "a list". */
export function wrongShape(value: YamlValue, name: string, should: string, report: Report): void {
  const is = { text: "a text", map: "a map", list: "a list" }[value.kind];
  const written = value.kind === "text" ? `"${value.text}"` : is;
  report({
    rule: "setting-has-its-shape",
    severity: "error",
    message: `"${name}" should be ${should}, not ${written}.`,
    place: value.place,
    hints: [],
  });
}

function didYouMean(name: string, known: Iterable<string>): readonly string[] {
  return similarNames(name, known).map((near) => `Did you mean "${near}"?`);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
