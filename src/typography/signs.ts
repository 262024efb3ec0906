import type { Customs } from "./customs.ts";
import { noBreak } from "./customs.ts";
import type { Edit } from "./edit.ts";
import type { Quotations } from "./quotes.ts";
import { quoteEdits } from "./quotes.ts";

/** Signs of a typewriter become those of print, and spaces that French wants are put in. */
export function signEdits(text: string, customs: Customs, marks: Quotations): readonly Edit[] {
  return [
    ...quoteEdits(text, marks),
    ...matches(text, /(?<![.…])\.\.\.(?![.…])/g, () => "…"),
    // Between words or at the end of one; `--name` is an option of a program.
    ...matches(
      text,
      /(?<=^|\s)--(?=\s)|(?<=[\p{L}\p{N}.,)»”"'])--(?=[\p{L}\p{N}(“«"'\s]|$)/gu,
      () => "–",
    ),
    ...matches(text, /(?<![-–—<])---(?![-–—>])/g, () => "—"),
    ...matches(text, /(?<=[^\s\-–—] )-(?= [^\s\-–—])/gu, () => "–"),
    ...matches(text, /(?<![\d\-–/.])(?:1[5-9]|20)\d\d-(?:1[5-9]|20)\d\d(?![\d\-–/])/g, years),
    ...matches(text, /(?<![\d/]|\d[.,])(?:1\/2|1\/4|3\/4)(?![\d/]|\.\d)/g, fraction),
    ...matches(text, /(?<=\d ?)x(?= ?\d)(?<![\p{L}\d]x|0x)/gu, () => "×"),
    ...(customs.french ? frenchEdits(text, customs) : []),
  ];
}

function matches(
  text: string,
  pattern: RegExp,
  change: (found: string) => string | undefined,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(pattern)) {
    const changed = change(match[0]);
    if (changed !== undefined) {
      edits.push({ at: match.index, end: match.index + match[0].length, text: changed });
    }
  }
  return edits;
}

/** A span of years, and no number of a file. */
function years(found: string): string | undefined {
  const [from = "", to = ""] = found.split("-");
  return from < to ? `${from}–${to}` : undefined;
}

function fraction(found: string): string | undefined {
  return { "1/2": "½", "1/4": "¼", "3/4": "¾" }[found];
}

/** Spaces that are missing, and raised endings of ordinals. */
function frenchEdits(text: string, customs: Customs): readonly Edit[] {
  const edits: Edit[] = [];
  const insert = (at: number, space: string): void => {
    edits.push({ at, end: at, text: space });
  };
  for (const { index } of text.matchAll(/(?<=[\p{L}\p{N})”»]):(?=\s|$)/gu)) insert(index, noBreak);
  const high = customs.beforeHighSigns;
  if (high !== undefined) {
    for (const { index } of text.matchAll(/(?<=[\p{L}\p{N})”»])[;!?]+(?=[\s\u00A0»”)]|$)/gu)) {
      insert(index, high);
    }
  }
  for (const { index } of text.matchAll(/«(?=[^\s\u00A0\u202F])/gu)) insert(index + 1, noBreak);
  for (const { index } of text.matchAll(/(?<=[^\s\u00A0\u202F])»/gu)) insert(index, noBreak);
  for (const { index } of text.matchAll(
    /(?<=[^\s\u00A0\u202F\p{L}][\d]|^\d|[\s(]\d\d?\d?)(?:%|[$€](?![\p{L}\p{N}]))/gu,
  )) {
    insert(index, noBreak);
  }
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}.,])(\d+|[IVX]+)(ers?|res?|es?)(?![\p{L}\p{N}])/gu,
  )) {
    const [, number = "", ending = ""] = match;
    const first = number === "1" || number === "I";
    if (/r/.test(ending) !== first) continue;
    const at = match.index + number.length;
    edits.push({ at, end: at + ending.length, text: ending, role: "superscript" });
  }
  return edits;
}
