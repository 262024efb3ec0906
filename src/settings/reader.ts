import type { Place, Report } from "../diagnostics/index.ts";
import type { YamlValue } from "./yaml-value.ts";

/**
 * Reads a settings map field by field. Every fault is a diagnostic at its place and gives the usual value, so that one
 * run tells all of them. Fields that nobody asked for are told by `finish`.
 */
export type Reader = Scalars & {
  readonly place: Place;
  readonly has: (key: string) => boolean;
  readonly keys: () => readonly string[];
  readonly texts: (key: string) => readonly string[];
  readonly numbers: (key: string, usual?: readonly number[]) => readonly number[];
  /** The reader of a map below; an empty one when it is absent. `hint`: what to write, where it is no map. */
  readonly map: (key: string, hint?: string) => Reader;
  readonly maps: (key: string) => readonly Reader[];
  /** Takes a field as known without looking into it. */
  readonly skip: (key: string) => void;
  /** Tells the fields that are not known, here and below. */
  readonly finish: () => void;
};

/** Without a usual value the field is required. */
type Scalars = {
  readonly text: (key: string, usual?: string) => string;
  /** Points or another number; `0.5b` is half the unit. One outside of the range, ends included, is a fault. */
  readonly number: (key: string, usual?: number, range?: Range) => number;
  /** How many of something; undefined when it is absent or no whole number. */
  readonly count: (key: string) => number | undefined;
  readonly flag: (key: string, usual: boolean) => boolean;
  readonly oneOf: <Choice extends string>(
    key: string,
    choices: readonly Choice[],
    usual: Choice,
  ) => Choice;
};

/** Least and most, ends included. */
export type Range = readonly [least: number, most: number];

export type ReaderOptions = {
  readonly report: Report;
  /** Length of `1b`. */
  readonly unit: number;
  readonly similar: (name: string, known: readonly string[]) => readonly string[];
};

export function createReader(
  source: YamlValue | undefined,
  place: Place,
  options: ReaderOptions,
  /** What the map is called where it stands; absent for a whole file and for items of a list. */
  name?: string,
  hint?: string,
): Reader {
  const asked = new Set<string>();
  const below: Reader[] = [];
  const maps = new Map<string, Reader>();
  const lists = new Map<string, readonly Reader[]>();
  const entries: ReadonlyMap<string, YamlValue> =
    source?.kind === "map" ? source.entries : new Map();
  const here = source?.place ?? place;
  const complain = complaints(options.report);
  if (source !== undefined && source.kind !== "map")
    complain(
      here,
      name === undefined
        ? "A map of fields is expected here."
        : `The field "${name}" takes a map of fields.`,
      hint === undefined ? [] : [hint],
    );

  function find(key: string): YamlValue | undefined {
    asked.add(key);
    return entries.get(key);
  }
  function list(key: string): readonly YamlValue[] {
    const value = find(key);
    if (value === undefined) return [];
    if (value.kind === "list") return value.items;
    complain(value.place, `The field "${key}" takes a list.`);
    return [];
  }
  return {
    ...createScalars(find, here, options),
    place: here,
    has: (key) => entries.has(key),
    keys: () => [...entries.keys()],
    texts: (key) => list(key).flatMap((item) => (item.kind === "text" ? [item.text] : [])),
    numbers: (key, usual) =>
      entries.has(key) ? list(key).map((item) => toNumber(item, key, 0, options)) : (usual ?? []),
    map(key, hint) {
      const known = maps.get(key);
      if (known !== undefined) return known;
      const made = createReader(find(key), here, options, key, hint);
      maps.set(key, made);
      return made;
    },
    maps(key) {
      const known = lists.get(key);
      if (known !== undefined) return known;
      const made = list(key).map((item) => createReader(item, here, options));
      lists.set(key, made);
      below.push(...made);
      return made;
    },
    skip: (key) => void asked.add(key),
    finish() {
      for (const reader of [...maps.values(), ...below]) reader.finish();
      for (const [key, at] of source?.kind === "map" ? source.keys : []) {
        if (asked.has(key)) continue;
        const near = options.similar(key, [...asked]);
        const hints = near.length > 0 ? [`Did you mean "${near.join('", "')}"?`] : [];
        complain(at, `The field "${key}" is not known here.`, hints);
      }
    },
  };
}

function createScalars(
  find: (key: string) => YamlValue | undefined,
  here: Place,
  options: ReaderOptions,
): Scalars {
  const complain = complaints(options.report);
  return {
    text(key, usual) {
      const value = find(key);
      if (value?.kind === "text") return value.text;
      if (value !== undefined) complain(value.place, `The field "${key}" takes a text.`);
      else if (usual === undefined) complain(here, `The field "${key}" is missing.`);
      return usual ?? "";
    },
    number(key, usual, range) {
      const value = find(key);
      if (value !== undefined) return inRange(value, key, usual ?? 0, options, range);
      if (usual === undefined) complain(here, `The field "${key}" is missing.`);
      return usual ?? 0;
    },
    count(key) {
      const value = find(key);
      if (value === undefined) return undefined;
      if (value.kind === "text" && /^\d{1,6}$/.test(value.text)) return Number(value.text);
      complain(value.place, `The field "${key}" takes a whole number.`);
      return undefined;
    },
    flag(key, usual) {
      const value = find(key);
      if (value === undefined) return usual;
      if (value.kind === "text" && (value.text === "true" || value.text === "false"))
        return value.text === "true";
      complain(value.place, `The field "${key}" takes true or false.`);
      return usual;
    },
    oneOf(key, choices, usual) {
      const value = find(key);
      if (value === undefined) return usual;
      const choice = choices.find((name) => value.kind === "text" && name === value.text);
      if (choice === undefined)
        complain(value.place, `The field "${key}" takes one of: ${choices.join(", ")}.`);
      return choice ?? usual;
    },
  };
}

function inRange(
  value: YamlValue,
  key: string,
  usual: number,
  options: ReaderOptions,
  range: Range | undefined,
): number {
  const number = toNumber(value, key, usual, options);
  if (range === undefined || (number >= range[0] && number <= range[1])) return number;
  const [least, most] = range;
  complaints(options.report)(
    value.place,
    `The field "${key}" is ${number}, but it can be from ${least} to ${most}.`,
  );
  return usual;
}

function toNumber(value: YamlValue, key: string, usual: number, options: ReaderOptions): number {
  const match = value.kind === "text" ? /^(-?\d*\.?\d+)(b?)$/.exec(value.text) : null;
  if (match !== null) return Number(match[1]) * (match[2] === "b" ? options.unit : 1);
  complaints(options.report)(
    value.place,
    `The field "${key}" takes a number of points, or a multiple of the line such as "0.5b".`,
  );
  return usual;
}

function complaints(
  report: Report,
): (place: Place, message: string, hints?: readonly string[]) => void {
  return (place, message, hints = []) =>
    report({ rule: "settings-are-known", severity: "error", message, place, hints });
}
