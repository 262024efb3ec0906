import type { Language } from "../../document/index.ts";

/** The language of a run or of all (17.3.2.20): Word keeps three, one for each sort of script. */
export function languageAttributes(language: Language): Readonly<Record<string, string>> {
  if (isRightToLeft(language)) return { "w:bidi": language };
  return /^(?:ja|ko|zh)\b/i.test(language) ? { "w:eastAsia": language } : { "w:val": language };
}

/** Languages whose usual script runs from right to left. */
export function isRightToLeft(language: Language): boolean {
  return /^(?:ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb|syr)\b|-(?:Arab|Hebr)\b/i.test(language);
}

/** Whether a text runs from right to left by its letters. */
export function beginsAtRight(letter: string): boolean {
  return rightToLeft.test(letter);
}

/**
 * The text in stretches of one direction. Blanks, marks and digits go with the words before them; what Word is to take for right to left
 * must say so in its run (17.3.2.30).
 */
export function stretchesOf(
  text: string,
): readonly { readonly text: string; readonly isRightToLeft: boolean }[] {
  if (!rightToLeft.test(text)) return [{ text, isRightToLeft: false }];
  const stretches: { readonly text: string; readonly isRightToLeft: boolean }[] = [];
  let start = 0;
  let direction: boolean | undefined;
  for (const { 0: letter, index } of text.matchAll(/\p{L}/gu)) {
    const own = rightToLeft.test(letter);
    if (direction !== undefined && own !== direction) {
      stretches.push({ text: text.slice(start, index), isRightToLeft: direction });
      start = index;
    }
    direction = own;
  }
  return [...stretches, { text: text.slice(start), isRightToLeft: direction ?? true }];
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
