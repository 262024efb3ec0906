import type { PairTable } from "./format.ts";

/**
 * What the glyphs of a table stand for, as the whole font would tell: their lowest character, or what they were made of.
 * Undefined for other glyphs, and where a character that is asked last is the only one.
 */
export function textByPairs(table: PairTable): (glyph: number) => string | undefined {
  let texts: ReadonlyMap<number, string> | undefined;
  return (glyph) => {
    texts ??= textsOf(table);
    return texts.get(glyph);
  };
}

function textsOf({ codes, glyphs, tabular, ligatures }: PairTable): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const learn = (symbol: number, text: string | undefined): void => {
    const glyph = glyphs[symbol] as number;
    if (text !== undefined && !texts.has(glyph)) texts.set(glyph, text);
  };
  const textOf = (symbol: number): string | undefined => texts.get(glyphs[symbol] as number);
  for (let symbol = 0; symbol < codes.length; symbol++)
    learn(symbol, String.fromCharCode(codes[symbol] as number));
  for (let at = 0; at < tabular.length; at += 2)
    learn(tabular[at + 1] as number, textOf(tabular[at] as number));
  for (let at = 0; at < ligatures.length; at += 3) {
    const left = textOf(ligatures[at] as number);
    const right = textOf(ligatures[at + 1] as number);
    if (left !== undefined && right !== undefined) learn(ligatures[at + 2] as number, left + right);
  }
  return texts;
}
