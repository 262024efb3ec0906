import type { Points } from "../../theme/index.ts";
import type { Piece } from "./itemise.ts";

/** Shares of its own width that a sign may stand in the margin, as in pdfTeX's microtype. */
const atEnd: Readonly<Record<string, number>> = {
  "-": 0.5,
  "‐": 0.5,
  ".": 0.7,
  ",": 0.7,
  ";": 0.4,
  ":": 0.4,
  "”": 0.5,
  "’": 0.6,
  '"': 0.5,
  "'": 0.6,
  "!": 0.2,
  "?": 0.15,
  ")": 0.1,
  "—": 0.25,
  "–": 0.35,
  "…": 0.3,
  "、": 0.5,
  "。": 0.5,
  "，": 0.5,
  "．": 0.5,
  "」": 0.5,
  "』": 0.5,
  "）": 0.5,
};
const atStart: Readonly<Record<string, number>> = {
  "“": 0.5,
  "‘": 0.6,
  '"': 0.5,
  "'": 0.6,
  "(": 0.1,
  "「": 0.5,
  "『": 0.5,
  "（": 0.5,
};

/** How far a segment may hang out of the line that it begins or ends. */
export function protrusionOf(
  text: string,
  from: number,
  to: number,
  hyphen: boolean,
  piece: Piece,
): { readonly start: Points; readonly end: Points } {
  let last = to - 1;
  while (last > from && text.charCodeAt(last) === 0x20) last--;
  const first = text[from] ?? "";
  const end = hyphen ? "-" : (text[last] ?? "");
  return {
    start: (atStart[first] ?? 0) * widthOf(first, piece),
    end: (atEnd[end] ?? 0) * widthOf(end, piece),
  };
}

function widthOf(character: string, piece: Piece): Points {
  const { font, size } = piece.look;
  const glyph = font.glyph(character.charCodeAt(0));
  return glyph === 0 ? 0 : (font.advance(glyph) * size) / font.unitsPerEm;
}
