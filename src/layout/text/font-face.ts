/** One font file, opened. Glyph ids are the font's own, also in what is embedded. */
export type FontFace = {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  /** Font units, as in the tables hhea and OS/2. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly boundingBox: readonly [number, number, number, number];
  /** Degrees, counter-clockwise; negative for a slope to the right. */
  readonly italicAngle: number;
  readonly weight: number;
  readonly serif: boolean;
  readonly fixedPitch: boolean;
  /** Nominal glyph of a code point; 0 when there is none. */
  readonly glyph: (codePoint: number) => number;
  /** Advance of a glyph, font units. */
  readonly advance: (glyph: number) => number;
  /** The text that a glyph stands for, for ToUnicode: the same in every document; empty when it stands for none. */
  readonly textOf: (glyph: number) => string;
  readonly shape: (text: string, options: ShapeOptions) => ShapedText;
  /** A font file with these glyphs and their ids unchanged (TrueType outlines). */
  readonly subset: (glyphs: Iterable<number>) => Uint8Array;
};

export type ShapeOptions = {
  readonly language: string;
  /** ISO 15924: `Latn`. */
  readonly script: string;
  readonly rightToLeft: boolean;
  /** OpenType features that differ from the usual: `{ tnum: 1 }`. */
  readonly features?: Readonly<Record<string, number>>;
};

/** In visual order; advances and shifts in font units. */
export type ShapedText = {
  readonly count: number;
  readonly glyphs: Uint16Array;
  readonly advances: Float32Array;
  /** Absent: no glyph is shifted. */
  readonly shiftX?: Float32Array;
  readonly shiftY?: Float32Array;
  /** Index of the first UTF-16 unit of each glyph's cluster. */
  readonly clusters: Uint32Array;
};
