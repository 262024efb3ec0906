import type { Points } from "../../theme/index.ts";
import type { PageItem } from "../page.ts";
import type { Piece } from "./itemise.ts";
import { rounded } from "./look.ts";
import { hexadecimal } from "./missing.ts";
import { frameWidth } from "./units.ts";
import { wordCacheOf, wordOf } from "./words.ts";

/** A character that no font has, as a frame with its code point in two rows of small digits; it is read as the character. */
export function frameItems(piece: Piece, text: string, x: Points): readonly PageItem[] {
  const { look } = piece;
  const { size } = look;
  const line = size * 0.04;
  const height = size * 0.74;
  const top = -look.rise - size * 0.7;
  const width = frameWidth(piece) - size * 0.12;
  const left = x + size * 0.06;
  const frame: PageItem = {
    kind: "outline",
    tag: look.tag,
    x: left + line / 2,
    y: top + line / 2,
    width: width - line,
    height: height - line,
    line,
    colour: look.colour,
    actualText: text,
  };
  const digits = hexadecimal(piece.framed ?? 0);
  const middle = Math.ceil(digits.length / 2);
  const small = rounded(size * 0.34);
  const row = (part: string, baseline: Points): PageItem => {
    const words = wordCacheOf(look.font, {
      language: look.language,
      script: "Latn",
      rightToLeft: false,
      features: { tnum: 1 },
    });
    const word = wordOf(words, part);
    const length = (word.width * small) / 1000;
    return {
      kind: "glyphs",
      tag: { artifact: "layout" },
      x: left + (width - length) / 2,
      y: baseline,
      face: look.face,
      size: small,
      colour: look.colour,
      glyphs: word.glyphs,
      ...(word.adjust === undefined ? {} : { adjust: word.adjust }),
      tracking: 0,
      wordSpace: 0,
      expansion: 1,
      width: length,
      text: part,
    };
  };
  const bottom = top + height;
  return [
    frame,
    row(digits.slice(0, middle), bottom - height / 2 - size * 0.04),
    row(digits.slice(middle), bottom - size * 0.08),
  ];
}
