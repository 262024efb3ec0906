import { loadBidi } from "./packages.ts";

/** Where lines begin: at the left or at the right. */
export type Direction = "ltr" | "rtl";

/** Characters of scripts that run from right to left, and the controls that make others do so. */
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u202B\u202E\u2067\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The first character that has a direction (UAX #9, P2); isolates and the like do not matter here. */
const firstStrong = /[\p{L}\p{Nl}]/u;

const languages = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur"];

/** Of a language (BCP 47): the direction that its script has, which a subtag may name. */
export function directionOfLanguage(language: string): Direction {
  const [primary = "", ...others] = language.toLowerCase().split("-");
  const script = others.find((subtag) => subtag.length === 4);
  if (script !== undefined) return /^(?:arab|hebr|syrc|thaa|nkoo)$/.test(script) ? "rtl" : "ltr";
  return languages.includes(primary) || primary === "yi" ? "rtl" : "ltr";
}

/** Of a paragraph: that of its language when that runs from right to left, else that of its first letter. */
export function directionOf(text: string, language: string): Direction {
  if (directionOfLanguage(language) === "rtl") return "rtl";
  if (!rightToLeft.test(text)) return "ltr";
  const first = firstStrong.exec(text)?.[0] ?? "";
  return rightToLeft.test(first) ? "rtl" : "ltr";
}

/** Embedding level of each unit (UAX #9); absent when all of the text runs from left to right. */
export function levelsOf(text: string, direction: Direction): Uint8Array | undefined {
  if (direction === "ltr" && !rightToLeft.test(text)) return undefined;
  return loadBidi().getEmbeddingLevels(text, direction).levels;
}

/** Indices in the order in which a line shows them, from the left (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const highest = levels.reduce((most, level) => Math.max(most, level), 0);
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < levels.length; from++) {
      if ((levels[order[from] as number] as number) < level) continue;
      let to = from;
      while (to + 1 < levels.length && (levels[order[to + 1] as number] as number) >= level) to++;
      reverse(order, from, to);
      from = to;
    }
  }
  return order;
}

function reverse(order: number[], from: number, to: number): void {
  for (let left = from, right = to; left < right; left++, right--) {
    const kept = order[left] as number;
    order[left] = order[right] as number;
    order[right] = kept;
  }
}
