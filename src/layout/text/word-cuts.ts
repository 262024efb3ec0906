import type { Word } from "./words.ts";

/** Where a word may be cut, by offset in its text. */
export type WordCuts = {
  /** Advances of the glyphs before, 1/1000 em. */
  readonly width: Float64Array;
  /** How many glyphs those are. */
  readonly glyphs: Uint32Array;
  /** 1 where a glyph begins, so that nothing needs to be shaped anew. */
  readonly clean: Uint8Array;
};

const tables: WeakMap<Word, WordCuts> = new WeakMap();

/** The table of a word, made at most once: a word may be cut at many places. */
export function wordCutsOf(word: Word, length: number): WordCuts {
  const known = tables.get(word);
  if (known !== undefined) return known;
  const width = new Float64Array(length + 1);
  const glyphs = new Uint32Array(length + 1);
  const clean = new Uint8Array(length + 1);
  for (let i = 0; i < word.glyphs.length; i++) {
    const cluster = word.clusters[i] as number;
    width[cluster + 1] = (width[cluster + 1] as number) + (word.advances[i] as number);
    glyphs[cluster + 1] = (glyphs[cluster + 1] as number) + 1;
    clean[cluster] = 1;
  }
  for (let at = 1; at <= length; at++) {
    width[at] = (width[at] as number) + (width[at - 1] as number);
    glyphs[at] = (glyphs[at] as number) + (glyphs[at - 1] as number);
  }
  const cuts = { width, glyphs, clean };
  tables.set(word, cuts);
  return cuts;
}
