import type { Document } from "yaml";
import type { Outcome, Place, Report } from "../diagnostics/index.ts";
import { lineStarts, placeAt } from "../diagnostics/index.ts";
import { deepestStretch } from "./yaml-depth.ts";
import { isUnclosed, wordsFor } from "./yaml-messages.ts";
import { loadYaml } from "./yaml-package.ts";
import { readPlainYaml } from "./yaml-plain.ts";
import type { PlaceOf, YamlMap, YamlValue } from "./yaml-value.ts";

/** Values that aliases may add to what is written; a settings file needs a handful. */
const mostAliasedValues = 10_000;
/** Maps and lists within each other. */
const deepestNesting = 64;

type Reading = {
  readonly yaml: ReturnType<typeof loadYaml>;
  readonly report: Report;
  readonly placeOf: PlaceOf;
  readonly anchors: Map<string, { readonly value: YamlValue | undefined; readonly size: number }>;
  values: number;
  aliased: number;
};

/**
 * Reads YAML 1.2 without guessing types. All syntax errors are told; what can be read is given nevertheless.
 * An empty file is an empty map.
 * @param at the line of the file at which `text` begins, when it is not the first
 */
export function readYaml(
  file: string,
  text: string,
  at?: { readonly line: number },
): Outcome<YamlValue> {
  const placeOf = placesIn(file, text, (at?.line ?? 1) - 1);
  const plain = readPlainYaml(text, placeOf);
  return plain === undefined ? readAnyYaml(text, placeOf) : { value: plain, diagnostics: [] };
}

/** As `readYaml`, by the package alone. */
export function readAnyYaml(text: string, placeOf: PlaceOf): Outcome<YamlValue> {
  const diagnostics: Parameters<Report>[0][] = [];
  const yaml = loadYaml();
  const reading: Reading = {
    yaml,
    report: (diagnostic) => diagnostics.push(diagnostic),
    placeOf,
    anchors: new Map(),
    values: 0,
    aliased: 0,
  };
  const nothing: YamlMap = {
    kind: "map",
    entries: new Map(),
    keys: new Map(),
    place: placeOf(0, 0),
  };
  const tokens = [...new yaml.Parser().parse(text)];
  const tooDeep = deepestStretch(tokens, deepestNesting);
  if (tooDeep !== undefined) {
    fault(reading, "yaml-is-shallow", tooDeep, tooDeep + 1, [
      `Values are nested more than ${deepestNesting} deep here.`,
      "Write this file with fewer maps and lists within each other.",
    ]);
    return { value: nothing, diagnostics };
  }
  // Duplicate keys are looked for below: the library compares each key with all before it.
  const composer = new yaml.Composer({
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
  });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) return { value: nothing, diagnostics };
  reportFaults(reading, document);
  if (second !== undefined) {
    fault(reading, "yaml-is-one-document", second.range[0], second.range[0] + 1, [
      "A second document begins here, and only the first is read.",
      'Remove the line "---" or "..." between the two.',
    ]);
  }
  const value = convert(reading, document.contents) ?? nothing;
  diagnostics.sort(byPlace);
  return { value, diagnostics };
}

function byPlace(a: Parameters<Report>[0], b: Parameters<Report>[0]): number {
  const [first, second] = [a.place, b.place];
  if (first === undefined || second === undefined) return 0;
  return first.line - second.line || first.column - second.column;
}

function fault(
  reading: Reading,
  rule: string,
  start: number,
  end: number,
  words: readonly [message: string, ...hints: string[]],
): void {
  const [message, ...hints] = words;
  reading.report({ rule, severity: "error", message, hints, place: reading.placeOf(start, end) });
}

function reportFaults(reading: Reading, document: Document.Parsed): void {
  const told = new Set<string>(); // one mistake often has several names, or is made again on its line
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const words = wordsFor(code, message);
    const inLine = `${reading.placeOf(pos[0], pos[1]).line} ${words[0]}`;
    if (code === "MULTIPLE_DOCS" || told.has(inLine) || told.has(`${pos[0]}`)) continue;
    told.add(inLine).add(`${pos[0]}`);
    const isTag = code === "TAG_RESOLVE_FAILED" || code === "BAD_COLLECTION_TYPE";
    const rule = isTag ? "yaml-has-no-tags" : "yaml-is-well-formed";
    const opened = isUnclosed(message) ? openedAt(reading, document, pos[0]) : undefined;
    fault(reading, rule, opened ?? pos[0], opened === undefined ? pos[1] : opened + 1, words);
  }
}

/** Where the quotation mark or bracket stands that is not closed before `end`: there it has to be mended. */
function openedAt(reading: Reading, document: Document.Parsed, end: number): number | undefined {
  let opened: number | undefined;
  reading.yaml.visit(document, (_, node) => {
    const range = rangeOf(reading, node);
    if (range?.[1] === end) opened = range[0];
  });
  return opened;
}

/** Bare, these are nothing. `Null` may be a name, and stays a text. */
const nothings = ["", "~", "null"];

/** Undefined is nothing, or what could not be read. */
function convert(reading: Reading, node: unknown): YamlValue | undefined {
  reading.values += 1;
  const { isAlias, isMap, isScalar, isSeq } = reading.yaml;
  const range = rangeOf(reading, node);
  if (range === undefined) return undefined;
  const place = reading.placeOf(...range);
  if (isAlias(node)) return aliased(reading, node.source, range);
  const before = reading.values;
  let value: YamlValue | undefined;
  if (isScalar(node)) {
    const isNothing = node.type === "PLAIN" && nothings.some((one) => one === node.source);
    if (!isNothing) value = { kind: "text", text: String(node.value ?? ""), place };
  } else if (isSeq(node)) {
    const items = node.items.map((item) => convert(reading, item));
    value = { kind: "list", items: items.filter((item) => item !== undefined), place };
  } else if (isMap(node)) {
    value = mapOf(reading, node.items, place, range[1]);
  }
  const anchor = isScalar(node) || isSeq(node) || isMap(node) ? node.anchor : undefined;
  if (anchor !== undefined) {
    reading.anchors.set(anchor, { value, size: reading.values - before + 1 });
  }
  return value;
}

function mapOf(
  reading: Reading,
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  place: Place,
  end: number,
): YamlMap {
  const entries = new Map<string, YamlValue>();
  const keys = new Map<string, Place>();
  for (const { key, value } of pairs) {
    const [start, stop] = rangeOf(reading, key) ?? [end, end];
    const name = reading.yaml.isScalar(key) && typeof key.value === "string" ? key.value : "";
    const first = keys.get(name);
    if (name === "") {
      fault(reading, "yaml-is-well-formed", start, stop, [
        "A name is missing before a colon.",
        "Write `name: value`.",
      ]);
    } else if (first !== undefined) {
      fault(reading, "yaml-keys-are-unique", start, stop, [
        `"${name}" is given twice; it was given first in line ${first.line}.`,
        "Keep one of the two.",
      ]);
    } else {
      const read = convert(reading, value);
      keys.set(name, reading.placeOf(start, stop));
      if (read !== undefined) entries.set(name, read);
    }
  }
  return { kind: "map", entries, keys, place };
}

/** An alias shares the value of its anchor; sizes are counted, since ten nested tens make ten billion. */
function aliased(
  reading: Reading,
  name: string,
  [start, end]: readonly [number, number],
): YamlValue | undefined {
  const anchor = reading.anchors.get(name);
  if (anchor === undefined) {
    fault(reading, "yaml-is-well-formed", start, end, [
      `The alias "*${name}" has no whole anchor "&${name}" before it.`,
      `Put quotes around the value if it is the text "*${name}".`,
    ]);
    return undefined;
  }
  reading.values += anchor.size;
  const wasWithin = reading.aliased <= mostAliasedValues;
  reading.aliased += anchor.size;
  if (reading.aliased <= mostAliasedValues) return anchor.value;
  if (wasWithin) {
    fault(reading, "yaml-aliases-are-few", start, end, [
      `Aliases up to "*${name}" repeat more than ${mostAliasedValues} values.`,
      "Write the values out where they are needed.",
    ]);
  }
  return undefined;
}

function rangeOf(reading: Reading, node: unknown): readonly [number, number] | undefined {
  const { isAlias, isMap, isScalar, isSeq } = reading.yaml;
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) {
    const range = node.range;
    if (range) return [range[0], range[1]];
  }
  return undefined;
}

/** Offsets to places; `above` is the number of lines of the file before the text. */
export function placesIn(file: string, text: string, above: number): PlaceOf {
  const starts = lineStarts(text);
  return (start, end) => {
    const from = placeAt(file, starts, start);
    const to = placeAt(file, starts, Math.max(start, end));
    return {
      file,
      line: from.line + above,
      column: from.column,
      endLine: to.line + above,
      endColumn: to.column,
    };
  };
}
