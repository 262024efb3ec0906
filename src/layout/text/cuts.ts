import type { BreakPolicy } from "../../theme/index.ts";
import { addressesIn } from "./breaks.ts";
import { hyphenatorOf } from "./hyphenation.ts";
import type { Itemised } from "./itemise.ts";
import { isMark } from "./script.ts";
import { ignorable } from "./words.ts";

/** A place inside a word where a line may end: with a hyphen, or anywhere when nothing else helps. */
export type Cut = {
  readonly at: number;
  /** `name`: a hyphen in a word with a capital, which should rather stay whole. */
  readonly kind: "hyphen" | "name" | "emergency";
};

/** No word is longer; what is, is no word. */
const longestWord = 80;

/** Part of a text, offsets. */
export type Extent = { readonly from: number; readonly to: number };

/**
 * Hyphens by the patterns of the language; none in capitals, code and addresses. Words with a capital are names more often
 * than not, and stay whole unless `names` says otherwise. Looks only in `extents`, which rise.
 */
export function hyphensOf(
  text: string,
  itemised: Itemised,
  policy: BreakPolicy["hyphenation"],
  names: boolean,
  extents: readonly Extent[] = [{ from: 0, to: text.length }],
): readonly Cut[] {
  const cuts: Cut[] = [];
  const isAddress = within(addressesIn(text));
  let index = 0;
  for (const { start, word } of wordsIn(text, extents)) {
    while ((itemised.pieces[index]?.end ?? text.length) <= start) index++;
    const look = itemised.pieces[index]?.look;
    if (look === undefined || look.code || look.capitals) continue;
    const name = word[0] !== word[0]?.toLowerCase();
    if ((name && !names) || !isDivisible(word, policy)) continue;
    if (isAddress(start) || isGlued(text, start, start + word.length)) continue;
    const hyphenate = hyphenatorOf(look.language, policy);
    const kind = name ? "name" : "hyphen";
    for (const place of hyphenate?.(word) ?? []) cuts.push({ at: start + place, kind });
  }
  return cuts;
}

type WordPlace = { readonly start: number; readonly word: string };

function* wordsIn(text: string, extents: readonly Extent[]): Iterable<WordPlace> {
  for (const { from, to } of extents) {
    for (const match of text.slice(from, to).matchAll(/\p{L}[\p{L}\p{M}’']*/gu)) {
      yield { start: from + match.index, word: match[0] };
    }
  }
}

/** Long enough, and no acronym or the like. */
function isDivisible(word: string, policy: BreakPolicy["hyphenation"]): boolean {
  if (word.length < policy.before + policy.after || word.length > longestWord) return false;
  const tail = word.slice(1);
  return tail === tail.toLowerCase();
}

/** Tells whether a place is in one of the stretches; asked for places that rise. */
function within(stretches: readonly number[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < stretches.length && (stretches[next + 1] as number) <= at) next += 2;
    return next < stretches.length && at >= (stretches[next] as number);
  };
}

/** Part of something that is not a word: "x86_64", "file.txt". */
function isGlued(text: string, start: number, end: number): boolean {
  const odd = /[\d_@\\#$+=]/;
  if (odd.test(text[start - 1] ?? "") || odd.test(text[end] ?? "")) return true;
  return text[end] === "." && /[\p{L}\d]/u.test(text[end + 1] ?? "");
}

/** Every place between two characters as readers see them. */
export function emergencyCuts(text: string, from: number, to: number): readonly Cut[] {
  const cuts: Cut[] = [];
  let before = 0;
  let flags = 0;
  for (let at = from; at < to; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const flag = codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
    flags = flag ? flags + 1 : 0;
    const joined =
      at === from ||
      isMark(codePoint) ||
      ignorable(codePoint) ||
      before === 0x200d ||
      codePoint === 0x20 ||
      (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
      (flag && flags % 2 === 0);
    if (!joined) cuts.push({ at, kind: "emergency" });
    before = codePoint;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return cuts;
}
