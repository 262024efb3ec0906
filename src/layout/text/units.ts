import type { Points } from "../../theme/index.ts";
import type { Breaks } from "./breaks.ts";
import type { Itemised, Piece } from "./itemise.ts";
import type { Word } from "./words.ts";
import { kernOf, wordOf } from "./words.ts";

/** The text as it is shaped: stretches between break opportunities, of one piece each. One column a field. */
export type Units = {
  readonly count: number;
  /** Offsets in the text. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Index of the piece. */
  readonly piece: readonly number[];
  /** Absent for objects, frames and forced breaks. */
  readonly word: readonly (Word | undefined)[];
  /** Of the spaces at the end of the unit, points. */
  readonly space: readonly Points[];
  /** Kerning with the next unit, points. */
  readonly kern: readonly Points[];
  /** Where each begins when all stand on one line, points; one more at the end. */
  readonly x: readonly Points[];
};

export const forcedBreak = 0x2028;

/** Shapes the text. */
export function unitsOf(itemised: Itemised, breaks: Breaks): Units {
  const { drawn, pieces } = itemised;
  const units = {
    count: 0,
    start: [] as number[],
    end: [] as number[],
    piece: [] as number[],
    word: [] as (Word | undefined)[],
    space: [] as number[],
    kern: [] as number[],
    x: [0],
  };
  let next = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    let start = piece.start;
    while (start < piece.end) {
      while ((breaks.at[next] ?? drawn.length) <= start && next < breaks.at.length) next++;
      let end = Math.min(piece.end, breaks.at[next] ?? drawn.length);
      if (drawn.charCodeAt(start) === forcedBreak) end = start + 1;
      else if (drawn.charCodeAt(end - 1) === forcedBreak && end - start > 1) end--;
      addUnit(units, drawn, piece, index, start, end);
      start = end;
    }
  }
  units.count = units.start.length;
  return units;
}

type Growing = {
  readonly start: number[];
  readonly end: number[];
  readonly piece: number[];
  readonly word: (Word | undefined)[];
  readonly space: number[];
  readonly kern: number[];
  readonly x: number[];
};

function addUnit(
  units: Growing,
  drawn: string,
  piece: Piece,
  index: number,
  start: number,
  end: number,
): void {
  const { words, look } = piece;
  const last = units.start.length - 1;
  const x = units.x[last + 1] as number;
  let word: Word | undefined;
  let width = 0;
  let space = 0;
  if (words !== undefined && drawn.charCodeAt(start) !== forcedBreak) {
    word = wordOf(words, drawn.slice(start, end));
    const scale = look.size / 1000;
    space = word.space * scale + word.trailing * look.tracking;
    width = word.width * scale + (word.glyphs.length - word.trailing) * look.tracking + space;
    if (last >= 0 && units.piece[last] === index && units.word[last] !== undefined) {
      const kern = kernOf(words, drawn.charCodeAt(start - 1), drawn.charCodeAt(start)) * scale;
      units.kern[last] = kern;
      width += kern;
    } else if (last >= 0 && areOfTwoKinds(drawn.charCodeAt(start - 1), drawn.charCodeAt(start))) {
      units.kern[last] = betweenKinds * look.size;
      width += betweenKinds * look.size;
    }
  } else if (piece.image !== undefined) {
    width = piece.image.width;
  } else if (piece.framed !== undefined) {
    width = frameWidth(piece);
  }
  units.start.push(start);
  units.end.push(end);
  units.piece.push(index);
  units.word.push(word);
  units.space.push(space);
  units.kern.push(0);
  units.x.push(x + width);
  // The kerning stands after the unit before, where a break takes it away.
  const kern = last >= 0 ? (units.kern[last] as number) : 0;
  if (kern !== 0) units.x[last + 1] = x + kern;
}

/** Em between an ideograph and a Latin letter or figure; from a tenth on, readers of files would see a space there. */
const betweenKinds = 0.08;

function areOfTwoKinds(before: number, after: number): boolean {
  return (isIdeograph(before) && isLatin(after)) || (isLatin(before) && isIdeograph(after));
}

/** Ideographs and kana, no punctuation. */
function isIdeograph(code: number): boolean {
  return (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x3400 && code < 0xa000);
}

function isLatin(code: number): boolean {
  const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return letter || (code >= 0x30 && code <= 0x39) || (code >= 0xc0 && code < 0x530);
}

/** Outer width of the frame of a character that no font has: two or three columns of small digits. */
export function frameWidth(piece: Piece): Points {
  return piece.look.size * ((piece.framed ?? 0) > 0xffff ? 0.95 : 0.72);
}
