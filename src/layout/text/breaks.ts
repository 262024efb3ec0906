import { unicodeBreaks } from "./unicode-breaks.ts";

/** Where a line may end, each with its cost; the end of the text is the last. */
export type Breaks = {
  readonly at: readonly number[];
  /** 0 free, -Infinity forced. */
  readonly penalty: readonly number[];
};

/** A break that is allowed and yet not liked: within a date, after a slash. */
const disliked = 60;
/** Before an acronym in brackets. */
const acronym = 20;
/** Between two words with capitals, which are a name more often than not: decides between lines that are equally good. */
export const insideName = 8;
/** Within an address. */
const inAddress = 120;
/** Between letters and signs without a space: after a hyphen, a dash. */
export const afterHyphen = 30;

/** Break opportunities of the Unicode algorithm, narrowed by the house rules. */
export function breaksOf(text: string, language: string): Breaks {
  const at: number[] = [];
  const penalty: number[] = [];
  const inside = addressesIn(text);
  let address = 0;
  unicodeBreaks(text, (position, required) => {
    while (address < inside.length && (inside[address + 1] ?? 0) <= position) address += 2;
    const within = position > (inside[address] ?? Number.POSITIVE_INFINITY);
    const cost = required
      ? Number.NEGATIVE_INFINITY
      : within
        ? addressCost(text, position)
        : costOf(text, position, language);
    if (cost === Number.POSITIVE_INFINITY && position < text.length) return;
    at.push(position);
    penalty.push(cost);
  });
  return { at, penalty };
}

/** Starts and ends of web and mail addresses, in turn. */
export function addressesIn(text: string): readonly number[] {
  if (!text.includes("://") && !text.includes("@") && !/www\.|mailto:/i.test(text)) return [];
  const found: number[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(" ", from);
    const to = space < 0 ? text.length : space;
    const start = addressStart(text.slice(from, to));
    if (start >= 0) found.push(from + start, to);
    from = to + 1;
  }
  return found;
}

/** Where an address begins in a stretch without spaces, after a bracket or quotation mark; -1 when it is none. */
function addressStart(word: string): number {
  const scheme = word.indexOf("://");
  if (scheme > 0) {
    let start = scheme;
    while (start > 0 && /[A-Za-z0-9+.-]/.test(word[start - 1] ?? "")) start--;
    return start < scheme ? start : -1;
  }
  const named = word.search(/www\.|mailto:/i);
  if (named >= 0) return named;
  const at = word.indexOf("@");
  return at > 0 && word.indexOf(".", at) > at + 1 ? 0 : -1;
}

/** Only after a slash or hyphen, and not in the slashes at the head. */
function addressCost(text: string, position: number): number {
  const before = text[position - 1];
  if (before !== "/" && before !== "-") return Number.POSITIVE_INFINITY;
  if (text[position] === "/" || (before === "/" && text[position - 2] === "/")) {
    return Number.POSITIVE_INFINITY;
  }
  return inAddress;
}

function costOf(text: string, position: number, language: string): number {
  const before = text.charCodeAt(position - 1);
  if (before === 0x20) return afterSpace(text, position, language);
  return withoutSpace(text, position, before);
}

/** A break where no space stands. */
function withoutSpace(text: string, position: number, before: number): number {
  const after = text.charCodeAt(position);
  // Never a dash at the beginning of a line.
  if (after === 0x2014 || after === 0x2013) return Number.POSITIVE_INFINITY;
  const beforeThat = text.charCodeAt(position - 2);
  if (before === 0x2d || before === 0x2010 || before === 0x2013) {
    // "13-24", "1990–95", "-5", "e-mail": not after a figure, a lone sign or a lone letter.
    if (isDigit(beforeThat)) return Number.POSITIVE_INFINITY;
    if (!isLetter(beforeThat) || !isLetter(text.charCodeAt(position - 3))) {
      return before === 0x2013 ? afterHyphen : Number.POSITIVE_INFINITY;
    }
    return afterHyphen;
  }
  if (before === 0x2f) return slashCost(text, position);
  return before === 0x2014 ? afterHyphen : before < 0x2e80 ? disliked : 0;
}

/** "and/or" stays whole, "DND/CF" too; two long words may part. */
function slashCost(text: string, position: number): number {
  const before = text.slice(Math.max(0, position - 5), position - 1);
  const after = text.slice(position, position + 4);
  const long = isSmall(before) && isLetter(text.charCodeAt(position)) && isSmall(after.slice(1));
  return long && before.length === 4 && after.length === 4 ? disliked : Number.POSITIVE_INFINITY;
}

/** Nothing but small letters. */
function isSmall(text: string): boolean {
  for (const letter of text) {
    if (letter.toUpperCase() === letter || letter.toLowerCase() !== letter) return false;
  }
  return true;
}

const abbreviations =
  /(?:^|[\s(«“"])(?:(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vol|pp?|art|sec|ch|fig|cf|Mme|Mmes|Mlle|MM?|n°|nos?|al)\.?|§|[A-Z]\.) $/;
const units =
  /^(?:%|‰|°|\$|€|£|¥|¢|k\$|M\$|G\$|[kMGT]?(?:m|g|W|Wh|B|Hz)\b|km\b|cm\b|mm\b|ha\b|h\b|min\b|s\b|million|billion|milliard|[ap]\.m\.)/;
const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b/;
const monthBefore =
  /(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) $/;
/** Nouns that a number or a letter names: "Table 3", "Annex B". */
const numbered =
  /(?:^|[\s(])(?:[Tt]able|[Ff]igure|[Ss]ection|[Aa]nnexe?|[Aa]ppendix|[Cc]hapter|[Pp]art|[Aa]rticle|[Nn]ote|[Pp]ages?|[Tt]ableau|[Pp]artie|[Cc]hapitre) $/;

/** A break after a space. */
function afterSpace(text: string, position: number, language: string): number {
  const after = text.charCodeAt(position);
  const beforeThat = text.charCodeAt(position - 2);
  const french = language.startsWith("fr");
  // Not before what closes or cuts, nor after what opens.
  if (after === 0xbb || beforeThat === 0xab) return Number.POSITIVE_INFINITY;
  if (after === 0x2013 || after === 0x2014) return Number.POSITIVE_INFINITY;
  if (french && (after === 0x3b || after === 0x3a || after === 0x21 || after === 0x3f)) {
    return Number.POSITIVE_INFINITY;
  }
  if (isDigit(beforeThat)) return afterFigure(text, position, french);
  const head = text.slice(Math.max(0, position - 10), position);
  if (beforeThat === 0x72 && french && /(?:^|\s)1er $/.test(head)) {
    return months.test(text.slice(position, position + 9)) ? Number.POSITIVE_INFINITY : 0;
  }
  if (isDigit(after) && beforeThat >= 0x65 && beforeThat <= 0x79 && monthBefore.test(head)) {
    return disliked;
  }
  return afterWord(text, position, after, head);
}

/** `head`: what stands before, as far as it matters. */
function afterWord(text: string, position: number, after: number, head: string): number {
  if (isNumber(text, position) && numbered.test(head)) return disliked;
  // An acronym in brackets belongs to the name before it.
  if (after === 0x28 && /^\([A-Z]{2,8}\)/.test(text.slice(position, position + 10))) return acronym;
  const named = isLetter(after) || isDigit(after);
  if (named && endsInShortWord(head) && abbreviations.test(head)) {
    return Number.POSITIVE_INFINITY;
  }
  return isCapital(after) && isLetter(text.charCodeAt(position - 2)) && isNamed(text, position - 1)
    ? insideName
    : 0;
}

/** Whether what stands before a space could be an abbreviation, of which none is longer: most words are spared the pattern. */
function endsInShortWord(head: string): boolean {
  for (let at = head.length - 2; at >= head.length - 7; at--) {
    if (at < 0) return true;
    const code = head.charCodeAt(at);
    if (!isLetter(code) && code !== 0x2e) return true;
  }
  return false;
}

/** Whether the word that ends before a place has a capital, and small letters after it. */
function isNamed(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start--;
  return (
    end - start > 1 && isCapital(text.charCodeAt(start)) && !isCapital(text.charCodeAt(start + 1))
  );
}

function isCapital(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

/** "25 %" and "12 000 $" stay whole; "29 August" if it can. */
function afterFigure(text: string, position: number, french: boolean): number {
  const next = text.slice(position, position + 10);
  if (units.test(next)) return Number.POSITIVE_INFINITY;
  if (french && /^\d{3}(?!\d)/.test(next)) return Number.POSITIVE_INFINITY;
  if (months.test(next)) return french ? Number.POSITIVE_INFINITY : disliked;
  return 0;
}

/** A figure, or a capital that is no word. */
function isNumber(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  if (isDigit(code)) return true;
  return code >= 0x41 && code <= 0x5a && !isLetter(text.charCodeAt(position + 1));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code >= 0xc0;
}
