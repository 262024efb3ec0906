import { createRequire } from "node:module";

/**
 * Packages that few documents need, loaded on first use and synchronously: an `import()` would make every caller wait.
 * Patterns of the package hyphen: [levels, trie, exceptions].
 */
export type HyphenPatterns = readonly [
  levels: readonly (readonly number[])[],
  trie: PatternNode,
  exceptions: Readonly<Record<string, readonly number[]>>,
];
export type PatternNode =
  | number
  | { readonly [letter: string]: PatternNode }
  | readonly [{ readonly [letter: string]: PatternNode }, number];

export type PatternSet = "en-us" | "en-gb" | "fr";

export function loadPatterns(set: PatternSet): HyphenPatterns {
  switch (set) {
    case "en-us":
      return packageOf(
        () => require("hyphen/patterns/en-us.js"),
        "hyphen/patterns/en-us.js",
      ) as HyphenPatterns;
    case "en-gb":
      return packageOf(
        () => require("hyphen/patterns/en-gb.js"),
        "hyphen/patterns/en-gb.js",
      ) as HyphenPatterns;
    case "fr":
      return packageOf(
        () => require("hyphen/patterns/fr.js"),
        "hyphen/patterns/fr.js",
      ) as HyphenPatterns;
  }
}

/** The package linebreak: the line breaking of Unicode (UAX #14). */
export type LineBreaker = new (
  text: string,
) => { readonly nextBreak: () => { readonly position: number; readonly required: boolean } | null };

export function loadLineBreaker(): LineBreaker {
  return packageOf(() => require("linebreak"), "linebreak") as LineBreaker;
}

/** The package bidi-js: the order of mixed directions of Unicode (UAX #9). */
export type Bidi = {
  readonly getEmbeddingLevels: (
    text: string,
    direction: "ltr" | "rtl",
  ) => { readonly levels: Uint8Array };
};

let bidi: Bidi | undefined;

export function loadBidi(): Bidi {
  bidi ??= (packageOf(() => require("bidi-js"), "bidi-js") as () => Bidi)();
  return bidi;
}

/** A bundler sees the names in `inside` and puts the packages beside the program; elsewhere they are found as Node finds them. */
function packageOf(inside: () => unknown, name: string): unknown {
  return typeof require === "function" ? inside() : createRequire(import.meta.url)(name);
}
