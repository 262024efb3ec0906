import type { FontFace } from "../../../layout/index.ts";
import type { FaceKey } from "../../../theme/index.ts";
import type { PdfSink, Reference } from "../sink.ts";

/** A face in this file, with what was painted of it. Codes are the glyph ids of the font itself. */
export type PdfFont = {
  /** Name in the resources of pages: `F1`. */
  readonly name: string;
  readonly face: FontFace;
  readonly reference: Reference;
  /** The glyph of U+0020. */
  readonly space: number;
  /** Code of each glyph that was painted, as four digits, and text of each that was asked for it. */
  readonly codes: Map<number, string>;
  readonly texts: Map<number, string>;
};

export type FontBook = {
  readonly font: (key: FaceKey) => PdfFont;
  /** In the order of first use. */
  readonly fonts: () => readonly PdfFont[];
};

export function openFontBook(
  sink: PdfSink,
  face: (key: FaceKey) => FontFace | undefined,
): FontBook {
  const fonts = new Map<FaceKey, PdfFont>();
  return {
    font: (key) => {
      let font = fonts.get(key);
      if (font === undefined) {
        const opened = face(key);
        if (opened === undefined)
          throw new Error(`Bug: the face "${key}" was set and is not there.`);
        font = {
          name: `F${fonts.size + 1}`,
          face: opened,
          reference: sink.reserve(),
          space: opened.glyph(0x20),
          codes: new Map(),
          texts: new Map(),
        };
        fonts.set(key, font);
      }
      return font;
    },
    fonts: () => [...fonts.values()],
  };
}

/** Four hexadecimal digits; takes note that the glyph is used. */
export function useGlyph(font: PdfFont, glyph: number): string {
  const known = font.codes.get(glyph);
  if (known !== undefined) return known;
  // ISO 14289-1, 7.21.8, and ISO 19005-2, 6.2.11.8: never .notdef.
  if (glyph === 0) throw new Error(`Bug: .notdef of "${font.face.postscriptName}" was set.`);
  const code = glyph.toString(16).padStart(4, "0");
  font.codes.set(glyph, code);
  return code;
}

/** The text that readers take from a glyph. */
export function glyphText(font: PdfFont, glyph: number): string {
  let text = font.texts.get(glyph);
  if (text === undefined) {
    text = font.face.textOf(glyph);
    font.texts.set(glyph, text);
  }
  return text;
}
