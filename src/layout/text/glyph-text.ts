import type { CharacterMap } from "./character-map.ts";
import type { Sfnt } from "./sfnt.ts";
import { tableOf } from "./sfnt.ts";

/**
 * What each glyph stands for, from the font alone, so that a glyph has the same text in every document: by its character,
 * or else by what the font substitutes it for (ligatures, figures of equal width, small capitals).
 */
export function glyphTexts(sfnt: Sfnt, characters: CharacterMap): (glyph: number) => string {
  let codePoints: Uint32Array | undefined;
  let all: ReadonlyMap<number, string> | undefined;
  return (glyph) => {
    codePoints ??= codePointsOf(sfnt, characters);
    const codePoint = codePoints[glyph] ?? 0;
    if (codePoint !== 0) return plainText(codePoint);
    all ??= bySubstitution(sfnt, codePoints);
    return all.get(glyph) ?? "";
  };
}

/**
 * Lowest code point of each glyph; private ones, modifier letters (ʼ) and radicals only for glyphs that have no other. 0 for
 * a glyph that has none.
 */
function codePointsOf(sfnt: Sfnt, characters: CharacterMap): Uint32Array {
  const count = sfnt.view.getUint16(tableOf(sfnt, "maxp").offset + 4);
  const usual = new Uint32Array(count);
  const late: number[] = [];
  characters.forEach((codePoint, glyph) => {
    if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)) return;
    if (codePoint > 0x2af && isLate(codePoint)) late.push(codePoint, glyph);
    else if (usual[glyph] === 0) usual[glyph] = codePoint;
  });
  for (let at = 0; at < late.length; at += 2) {
    const glyph = late[at + 1] as number;
    if (usual[glyph] === 0) usual[glyph] = late[at] as number;
  }
  return usual;
}

function isLate(codePoint: number): boolean {
  return (
    (codePoint >= 0x2b0 && codePoint <= 0x2ff) ||
    codePoint === 0x2027 ||
    (codePoint >= 0x2e80 && codePoint <= 0x2fdf) ||
    (codePoint >= 0xe000 && codePoint <= 0xf8ff) ||
    codePoint >= 0xf0000
  );
}

/** Presentation forms are read as the letters that they show, but for lam with alef (see `joined`). */
function plainText(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  const form =
    (codePoint >= 0xfb00 && codePoint <= 0xfdff) || (codePoint >= 0xfe70 && codePoint < 0xfef5);
  return form ? text.normalize("NFKC") : text;
}

/** GSUB (ISO/IEC 14496-22, 6.3.4): single (1), alternate (3) and ligature (4) substitutions, also by extension (7). */
function bySubstitution(sfnt: Sfnt, codePoints: Uint32Array): ReadonlyMap<number, string> {
  const learned = new Map<number, string>();
  const table = sfnt.tables.get("GSUB");
  if (table === undefined) return learned;
  const texts: Texts = {
    learned,
    codePoints,
    get: (glyph) => {
      const codePoint = codePoints[glyph] ?? 0;
      return codePoint === 0 ? learned.get(glyph) : plainText(codePoint);
    },
  };
  try {
    // Twice, since a substitute may itself be substituted by an earlier lookup.
    for (let round = 0; round < 2; round++) readLookups(sfnt.view, table.offset, texts);
  } catch (error) {
    // A broken table ends the reading; what was understood stays.
    if (!(error instanceof RangeError)) throw error;
  }
  return learned;
}

/** Texts of glyphs: of those with a character, and of those that were learned from substitutions. */
type Texts = {
  readonly learned: Map<number, string>;
  readonly codePoints: Uint32Array;
  readonly get: (glyph: number) => string | undefined;
};

function readLookups(view: DataView, table: number, texts: Texts): void {
  const list = table + view.getUint16(table + 8);
  const count = view.getUint16(list);
  for (let i = 0; i < count; i++) {
    const lookup = list + view.getUint16(list + 2 + 2 * i);
    const subtables = view.getUint16(lookup + 4);
    for (let k = 0; k < subtables; k++) {
      let type = view.getUint16(lookup);
      let at = lookup + view.getUint16(lookup + 6 + 2 * k);
      if (type === 7) {
        type = view.getUint16(at + 2);
        at += view.getUint32(at + 4);
      }
      if (type === 1) readSingle(view, at, texts);
      else if (type === 3) readAlternates(view, at, texts);
      else if (type === 4) readLigatures(view, at, texts);
    }
  }
}

function readSingle(view: DataView, at: number, texts: Texts): void {
  const format = view.getUint16(at);
  coverage(view, at + view.getUint16(at + 2), (glyph, index) => {
    const to =
      format === 1 ? (glyph + view.getInt16(at + 4)) & 0xffff : view.getUint16(at + 6 + 2 * index);
    learn(texts, to, texts.get(glyph));
  });
}

function readAlternates(view: DataView, at: number, texts: Texts): void {
  coverage(view, at + view.getUint16(at + 2), (glyph, index) => {
    const set = at + view.getUint16(at + 6 + 2 * index);
    const count = view.getUint16(set);
    for (let i = 0; i < count; i++) learn(texts, view.getUint16(set + 2 + 2 * i), texts.get(glyph));
  });
}

function readLigatures(view: DataView, at: number, texts: Texts): void {
  coverage(view, at + view.getUint16(at + 2), (glyph, index) => {
    const set = at + view.getUint16(at + 6 + 2 * index);
    const count = view.getUint16(set);
    for (let i = 0; i < count; i++) {
      const ligature = set + view.getUint16(set + 2 + 2 * i);
      const components = view.getUint16(ligature + 2);
      let text = texts.get(glyph);
      for (let k = 0; k < components - 1 && text !== undefined; k++) {
        const part = texts.get(view.getUint16(ligature + 4 + 2 * k));
        text = part === undefined ? undefined : text + part;
      }
      learn(texts, view.getUint16(ligature), text === undefined ? text : (joined[text] ?? text));
    }
  });
}

/**
 * Lam with alef as one character each: readers of files turn the characters of a word that runs from right to left, and
 * would turn the two of one glyph as well.
 */
const joined: Readonly<Record<string, string>> = {
  "\u0644\u0622": "\uFEF5",
  "\u0644\u0623": "\uFEF7",
  "\u0644\u0625": "\uFEF9",
  "\u0644\u0627": "\uFEFB",
};

function learn(texts: Texts, glyph: number, text: string | undefined): void {
  const { learned, codePoints } = texts;
  if (text === undefined || glyph === 0 || (codePoints[glyph] ?? 0) !== 0) return;
  const known = learned.get(glyph);
  // A small capital stands for both letters in fonts, and for the small one in our texts.
  if (known === undefined || (known !== text && known.toLowerCase() === text)) {
    learned.set(glyph, text);
  }
}

/** Glyphs of a coverage table with their index in it. */
function coverage(view: DataView, at: number, take: (glyph: number, index: number) => void): void {
  const format = view.getUint16(at);
  const count = view.getUint16(at + 2);
  if (format === 1) {
    for (let i = 0; i < count; i++) take(view.getUint16(at + 4 + 2 * i), i);
    return;
  }
  for (let i = 0; i < count; i++) {
    const range = at + 4 + 6 * i;
    const first = view.getUint16(range);
    const last = view.getUint16(range + 2);
    const index = view.getUint16(range + 4);
    for (let glyph = first; glyph <= last; glyph++) take(glyph, index + glyph - first);
  }
}
