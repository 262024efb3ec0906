import type { FontFace, ShapedText } from "../font-face.ts";
import type { PairTable } from "./format.ts";
import { undecided } from "./format.ts";

/** A glyph that text can be set with, and the text that gives it. */
type Symbol = { readonly glyph: number; readonly text: string; readonly tabular: boolean };

/**
 * Asks HarfBuzz for every pair of what Latin text is made of. Only run when the program is built: it takes half a second a face.
 * @param face one that has no table yet
 */
export function measurePairs(face: FontFace): PairTable {
  const codes = latinCodes().filter((code) => isSimple(face, String.fromCharCode(code), false));
  const symbols: Symbol[] = codes.map((code) => {
    const text = String.fromCharCode(code);
    return { glyph: face.glyph(code), text, tabular: false };
  });
  const tabular: number[] = [];
  for (const [index, { glyph, text }] of [...symbols.entries()]) {
    const figure = shape(face, text, true, true).glyphs[0] ?? glyph;
    if (figure === glyph || !isSimple(face, text, true)) continue;
    tabular.push(index, symbols.length);
    symbols.push({ glyph: figure, text, tabular: true });
  }
  const ligatures = addLigatures(face, symbols, codes.length);
  const kerns = symbols.map((left) => symbols.map((right) => kernOf(face, left, right)));
  const rows = classesOf(kerns);
  const columns = classesOf(symbols.map((_, column) => kerns.map((row) => row[column] as number)));
  const lines = rows.lines.map((line) => columns.firsts.map((first) => line[first] as number));
  return {
    codes: Uint16Array.from(codes),
    glyphs: Uint16Array.from(symbols, ({ glyph }) => glyph),
    tabular: Uint16Array.from(tabular),
    ligatures: Uint16Array.from(ligatures),
    rows: rows.classes,
    columns: columns.classes,
    columnCount: columns.firsts.length,
    kerns: Int16Array.from(lines.flat()),
  };
}

/** Letters of Latin-1 and Latin Extended-A, and the punctuation and signs of office prose. */
function latinCodes(): readonly number[] {
  const ranges = [0x20, 0x7e, 0xa1, 0x17f, 0x2009, 0x2009, 0x2010, 0x2027, 0x202f, 0x203a];
  const signs = [0x20ac, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264];
  const codes: number[] = [];
  for (let i = 0; i < ranges.length; i += 2)
    for (let code = ranges[i] as number; code <= (ranges[i + 1] as number); code++)
      codes.push(code);
  return [...codes, ...signs, 0x2265, 0x25a0, 0x25cf];
}

function shape(face: FontFace, text: string, tabular: boolean, joined: boolean): ShapedText {
  const features = { ...(tabular ? { tnum: 1 } : {}), ...(joined ? {} : { liga: 0, calt: 0 }) };
  return face.shape(text, { language: "en", script: "Latn", rightToLeft: false, features });
}

/** Whether a character is one glyph as wide as its font says, where no other is near. */
function isSimple(face: FontFace, text: string, tabular: boolean): boolean {
  const shaped = shape(face, text, tabular, true);
  const glyph = shaped.glyphs[0] ?? 0;
  const usual = tabular || glyph === face.glyph(text.charCodeAt(0));
  return glyph !== 0 && usual && shaped.count === 1 && isUnmoved(face, shaped, 0);
}

/** Whether a glyph stands where it would stand alone. */
function isUnmoved(face: FontFace, shaped: ShapedText, index: number): boolean {
  const own = shaped.advances[index] === face.advance(shaped.glyphs[index] as number);
  return own && isUnshifted(shaped, index);
}

function isUnshifted({ shiftX, shiftY }: ShapedText, index: number): boolean {
  return (shiftX?.[index] ?? 0) === 0 && (shiftY?.[index] ?? 0) === 0;
}

/** Twice: what two characters have become may take a third. Only of characters that have one form. */
function addLigatures(face: FontFace, symbols: Symbol[], characters: number): readonly number[] {
  const found: number[] = [];
  let lefts = [...Array(characters).keys()];
  for (let round = 0; round < 2; round++) {
    const made: number[] = [];
    for (const left of lefts)
      for (let right = 0; right < characters; right++) {
        const text = (symbols[left] as Symbol).text + (symbols[right] as Symbol).text;
        const shaped = shape(face, text, false, true);
        if (shaped.count !== 1 || !isUnmoved(face, shaped, 0)) continue;
        found.push(left, right, symbols.length);
        made.push(symbols.length);
        symbols.push({ glyph: shaped.glyphs[0] as number, text, tabular: false });
      }
    lefts = made;
  }
  return found;
}

function kernOf(face: FontFace, left: Symbol, right: Symbol): number {
  const joined = left.text.length > 1 || right.text.length > 1;
  const tabular = left.tabular || right.tabular;
  const shaped = shape(face, left.text + right.text, tabular, joined);
  const same = shaped.glyphs[0] === left.glyph && shaped.glyphs[1] === right.glyph;
  if (shaped.count !== 2 || !same || !isUnmoved(face, shaped, 1)) return undecided;
  if (!isUnshifted(shaped, 0)) return undecided;
  return (shaped.advances[0] as number) - face.advance(left.glyph);
}

/** Equal lines are one class. `firsts`: a member of each. */
function classesOf(lines: readonly (readonly number[])[]): {
  readonly classes: Uint16Array;
  readonly lines: readonly (readonly number[])[];
  readonly firsts: readonly number[];
} {
  const known = new Map<string, number>();
  const firsts: number[] = [];
  const classes = Uint16Array.from(lines, (line, index) => {
    const key = line.join();
    const old = known.get(key);
    if (old !== undefined) return old;
    known.set(key, firsts.length);
    return firsts.push(index) - 1;
  });
  return { classes, lines: firsts.map((first) => lines[first] ?? []), firsts };
}
