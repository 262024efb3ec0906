import type { Place, Report } from "../diagnostics/index.ts";
import type { HeadMap, HeadValue } from "../model/index.ts";

/**
 * Reads a settings map field by field. Every fault is a diagnostic at its place and gives the usual value, so that one
 * run tells all of them. Fields that nobody asked for are told by `finish`.
 */
export type Reader = {
  readonly place: Place;
  readonly has: (key: string) => boolean;
  readonly keys: () => readonly string[];
  readonly text: (key: string, usual?: string) => string;
  /** Points or another number; `0.5b` is half the unit. */
  readonly number: (key: string, usual?: number) => number;
  readonly flag: (key: string, usual: boolean) => boolean;
  readonly oneOf: <Choice extends string>(key: string, choices: readonly Choice[], usual: Choice) => Choice;
  readonly texts: (key: string) => readonly string[];
  readonly numbers: (key: string, usual?: readonly number[]) => readonly number[];
  /** The reader of a map below; an empty one when it is absent. */
  readonly map: (key: string) => Reader;
  readonly maps: (key: string) => readonly Reader[];
  /** Tells the fields that are not known. */
  readonly finish: () => void;
};

export type ReaderOptions = {
  readonly report: Report;
  /** Length of `1b`. */
  readonly unit: number;
  readonly similar: (name: string, known: readonly string[]) => readonly string[];
};

export function createReader(source: HeadValue | undefined, place: Place, options: ReaderOptions): Reader {
  const asked = new Set<string>();
  const entries: ReadonlyMap<string, HeadValue> = source?.kind === "map" ? source.entries : new Map();
  const here = source?.place ?? place;
  if (source !== undefined && source.kind !== "map") complain(options.report, here, "A map of fields is expected here.", []);

  function find(key: string): HeadValue | undefined {
    asked.add(key);
    const value = entries.get(key);
    return value === undefined || (value.kind === "text" && value.text === "") ? undefined : value;
  }
  function text(key: string, usual?: string): string {
    const value = find(key);
    if (value?.kind === "text") return value.text;
    if (value !== undefined) complain(options.report, value.place, `The field "${key}" takes a text.`, []);
    else if (usual === undefined) complain(options.report, here, `The field "${key}" is missing.`, []);
    return usual ?? "";
  }
  function toNumber(value: HeadValue, key: string, usual: number): number {
    const match = value.kind === "text" ? /^(-?\d*\.?\d+)(b?)$/.exec(value.text) : null;
    if (match === null) {
      complain(options.report, value.place, `The field "${key}" takes a number of points, or a multiple of the line such as "0.5b".`, []);
      return usual;
    }
    return Number(match[1]) * (match[2] === "b" ? options.unit : 1);
  }
  function list(key: string): readonly HeadValue[] {
    const value = find(key);
    if (value === undefined) return [];
    if (value.kind === "list") return value.items;
    complain(options.report, value.place, `The field "${key}" takes a list.`, []);
    return [];
  }

  return {
    place: here,
    has: (key) => entries.has(key),
    keys: () => [...entries.keys()],
    text,
    number(key, usual) {
      const value = find(key);
      if (value !== undefined) return toNumber(value, key, usual ?? 0);
      if (usual === undefined) complain(options.report, here, `The field "${key}" is missing.`, []);
      return usual ?? 0;
    },
    flag(key, usual) {
      const value = find(key);
      if (value === undefined) return usual;
      if (value.kind === "text" && (value.text === "true" || value.text === "false")) return value.text === "true";
      complain(options.report, value.place, `The field "${key}" takes true or false.`, []);
      return usual;
    },
    oneOf(key, choices, usual) {
      const value = find(key);
      if (value === undefined) return usual;
      const choice = choices.find((name) => value.kind === "text" && name === value.text);
      if (choice === undefined) complain(options.report, value.place, `The field "${key}" takes one of: ${choices.join(", ")}.`, []);
      return choice ?? usual;
    },
    texts: (key) => list(key).flatMap((item) => (item.kind === "text" ? [item.text] : [])),
    numbers(key, usual) {
      if (!entries.has(key)) return usual ?? [];
      return list(key).map((item) => toNumber(item, key, 0));
    },
    map: (key) => createReader(find(key), here, options),
    maps: (key) => list(key).map((item) => createReader(item, here, options)),
    finish() {
      for (const [key, value] of entries) {
        if (asked.has(key)) continue;
        const near = options.similar(key, [...asked]);
        complain(options.report, value.place, `The field "${key}" is not known here.`, near.length > 0 ? [`Did you mean "${near.join('", "')}"?`] : []);
      }
    },
  };
}

function complain(report: Report, place: Place, message: string, hints: readonly string[]): void {
  report({ rule: "settings-are-known", severity: "error", message, place, hints });
}
