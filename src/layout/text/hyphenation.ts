import type { HyphenPatterns, PatternNode, PatternSet } from "./packages.ts";
import { loadPatterns } from "./packages.ts";

/** Offsets in a word where a hyphen may stand, rising. */
export type Hyphenator = (word: string) => readonly number[];

/** Letters that must stay before and after a hyphen. */
export type Minima = { readonly before: number; readonly after: number };

const hyphenators: Map<string, Hyphenator> = new Map();

/** For a language (BCP 47) whose patterns are known; their files are read on first use. */
export function hyphenatorOf(language: string, minima: Minima): Hyphenator | undefined {
  const set = patternSetOf(language);
  if (set === undefined) return undefined;
  const key = `${set} ${minima.before} ${minima.after}`;
  let hyphenator = hyphenators.get(key);
  if (hyphenator === undefined) {
    hyphenator = liang(loadPatterns(set), minima);
    hyphenators.set(key, hyphenator);
  }
  return hyphenator;
}

function patternSetOf(language: string): PatternSet | undefined {
  const name = language.toLowerCase();
  if (name === "fr" || name.startsWith("fr-")) return "fr";
  if (name !== "en" && !name.startsWith("en-")) return undefined;
  // Canada divides words as the United States do; the rest of the Commonwealth does not.
  return name === "en" || name === "en-us" || name === "en-ca" ? "en-us" : "en-gb";
}

/** The algorithm of Liang's thesis (1983), as in TeX. */
function liang(patterns: HyphenPatterns, minima: Minima): Hyphenator {
  const [levels, trie, listed] = patterns;
  const exceptions = new Map<string, readonly number[]>();
  for (const [word, places] of Object.entries(listed)) {
    // The places of the file count the hyphens before them.
    exceptions.set(
      word,
      places.map((place, i) => place - i),
    );
  }
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const lower = word.toLowerCase().replaceAll("’", "'");
    const last = word.length - minima.after;
    const usable = lower.length === word.length && last >= minima.before;
    const places = usable ? (exceptions.get(lower) ?? placesOf(lower, levels, trie)) : [];
    const found = places.filter((place) => place >= minima.before && place <= last);
    if (known.size > 100_000) known.clear();
    known.set(word, found);
    return found;
  };
}

/** Offsets with an odd level after all patterns that match. */
function placesOf(
  word: string,
  levels: readonly (readonly number[])[],
  trie: PatternNode,
): readonly number[] {
  const dotted = `.${word}.`;
  const values = new Uint8Array(dotted.length + 1);
  for (let start = 0; start < dotted.length; start++) match(dotted, start, levels, trie, values);
  const places: number[] = [];
  for (let place = 1; place < word.length; place++) {
    if (((values[place + 1] ?? 0) & 1) === 1) places.push(place);
  }
  return places;
}

/** Applies every pattern that begins at a letter. */
function match(
  dotted: string,
  start: number,
  levels: readonly (readonly number[])[],
  trie: PatternNode,
  values: Uint8Array,
): void {
  let node: PatternNode | undefined = trie;
  for (let at = start; at < dotted.length; at++) {
    const children: PatternNode | undefined = Array.isArray(node) ? node[0] : node;
    if (typeof children !== "object") return;
    const letter: string = dotted[at] ?? "";
    if (!Object.hasOwn(children, letter)) return;
    node = (children as { readonly [letter: string]: PatternNode })[letter];
    const id: PatternNode | undefined = Array.isArray(node) ? node[1] : node;
    // The levels of a pattern that begins a word (`.up3`) leave out the place before the dot.
    if (typeof id === "number") raise(values, Math.max(1, start), levels[id] ?? []);
  }
}

function raise(values: Uint8Array, start: number, levels: readonly number[]): void {
  for (let k = 0; k < levels.length; k++) {
    const level = levels[k] ?? 0;
    if (level > (values[start + k] ?? 0)) values[start + k] = level;
  }
}
