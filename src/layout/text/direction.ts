import { loadBidi } from "./packages.ts";

/** Where lines begin: at the left or at the right. */
export type Direction = "ltr" | "rtl";

/** Characters of scripts that run from right to left, and the controls that make others do so. */
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u202B\u202E\u2067\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

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
  // The first character that has a direction (UAX #9, P2); isolates and the like do not matter here.
  const first = /[\p{L}\p{Nl}]/u.exec(text)?.[0] ?? "";
  return rightToLeft.test(first) ? "rtl" : "ltr";
}

/** Whether anything in a text may run from right to left. */
export function runsFromRight(text: string): boolean {
  return rightToLeft.test(text);
}

/** A stretch that runs from left to right by itself, whatever stands around it. Offsets in the text, `end` exclusive. */
export type Isolate = { readonly start: number; readonly end: number };

/**
 * Embedding level of each unit (UAX #9). Isolates are what LRI and PDI
 * around them would make of them (UAX #9, 2.4): to the text one sign without a direction.
 * @param isolates in order and apart
 */
export function levelsOf(
  text: string,
  direction: Direction,
  isolates: readonly Isolate[],
): Uint8Array {
  const bidi = loadBidi();
  let around = "";
  let at = 0;
  for (const { start, end } of isolates) {
    around += text.slice(at, start) + "\uFFFC".repeat(end - start);
    at = end;
  }
  const { levels } = bidi.getEmbeddingLevels(around + text.slice(at), direction);
  for (const { start, end } of isolates) {
    const base = levels[start] ?? 0;
    const own = bidi.getEmbeddingLevels(text.slice(start, end), "ltr").levels;
    for (let unit = start; unit < end; unit++) {
      levels[unit] = base + (base & 1) + (own[unit - start] ?? 0);
    }
  }
  return levels;
}

/** What of a text is code (`isCode` says it of stretches that cover the text) or an address: it is read from the left. */
export function isolatesOf(
  text: string,
  stretches: readonly (Isolate & { readonly isCode: boolean })[],
): readonly Isolate[] {
  const code = stretches.filter(({ isCode }) => isCode);
  const addresses = /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+/g;
  const found = [...text.matchAll(addresses)].map((match) => {
    const address = match[0].replace(/[.,;:!?'")\]]+$/, "");
    return { start: match.index, end: match.index + address.length };
  });
  const free = found.filter(
    ({ start, end }) => !code.some((other) => other.start < end && start < other.end),
  );
  return [...code, ...free].sort((a, b) => a.start - b.start);
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
