/** First and last code point of the scripts that are shaped by rules of their own, rising; ISO 15924 codes. */
const ranges: readonly (readonly [number, number, string])[] = [
  [0x0041, 0x024f, "Latn"],
  [0x0370, 0x03ff, "Grek"],
  [0x0400, 0x052f, "Cyrl"],
  [0x0530, 0x058f, "Armn"],
  [0x0590, 0x05ff, "Hebr"],
  [0x0600, 0x06ff, "Arab"],
  [0x0700, 0x074f, "Syrc"],
  [0x0750, 0x077f, "Arab"],
  [0x0780, 0x07bf, "Thaa"],
  [0x07c0, 0x07ff, "Nkoo"],
  [0x08a0, 0x08ff, "Arab"],
  [0x0900, 0x097f, "Deva"],
  [0x0980, 0x09ff, "Beng"],
  [0x0a00, 0x0a7f, "Guru"],
  [0x0a80, 0x0aff, "Gujr"],
  [0x0b00, 0x0b7f, "Orya"],
  [0x0b80, 0x0bff, "Taml"],
  [0x0c00, 0x0c7f, "Telu"],
  [0x0c80, 0x0cff, "Knda"],
  [0x0d00, 0x0d7f, "Mlym"],
  [0x0d80, 0x0dff, "Sinh"],
  [0x0e00, 0x0e7f, "Thai"],
  [0x0e80, 0x0eff, "Laoo"],
  [0x0f00, 0x0fff, "Tibt"],
  [0x1000, 0x109f, "Mymr"],
  [0x10a0, 0x10ff, "Geor"],
  [0x1100, 0x11ff, "Hang"],
  [0x1200, 0x139f, "Ethi"],
  [0x13a0, 0x13ff, "Cher"],
  [0x1400, 0x167f, "Cans"],
  [0x1780, 0x17ff, "Khmr"],
  [0x18b0, 0x18ff, "Cans"],
  [0x1e00, 0x1eff, "Latn"],
  [0x1f00, 0x1fff, "Grek"],
  [0x2e80, 0x2fdf, "Hani"],
  [0x3005, 0x3007, "Hani"],
  [0x3040, 0x309f, "Hira"],
  [0x30a0, 0x30ff, "Kana"],
  [0x3100, 0x312f, "Bopo"],
  [0x3130, 0x318f, "Hang"],
  [0x31f0, 0x31ff, "Kana"],
  [0x3400, 0x9fff, "Hani"],
  [0xa8e0, 0xa8ff, "Deva"],
  [0xac00, 0xd7ff, "Hang"],
  [0xf900, 0xfaff, "Hani"],
  [0xfb00, 0xfb06, "Latn"],
  [0xfb1d, 0xfb4f, "Hebr"],
  [0xfb50, 0xfdff, "Arab"],
  [0xfe70, 0xfefe, "Arab"],
  [0xff21, 0xff5a, "Latn"],
  [0xff66, 0xff9f, "Kana"],
  [0x11ab0, 0x11abf, "Cans"],
  [0x20000, 0x3ffff, "Hani"],
];

/** Script of a character; undefined for what all scripts share (figures, punctuation, marks, symbols). */
export function scriptOf(codePoint: number): string | undefined {
  if (codePoint < 0x250) {
    const letter = (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a;
    return (codePoint < 0x80 && letter) || codePoint >= 0xc0 ? "Latn" : undefined;
  }
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last, script] = ranges[middle] as readonly [number, number, string];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return script;
  }
  return undefined;
}

export function isRightToLeft(script: string): boolean {
  return (
    script === "Arab" ||
    script === "Hebr" ||
    script === "Syrc" ||
    script === "Thaa" ||
    script === "Nkoo"
  );
}

/** Scripts whose letters join: space between them would tear words apart. */
export function isCursive(script: string): boolean {
  return script === "Arab" || script === "Syrc" || script === "Nkoo";
}

/** Scripts without spaces, whose lines grow between all characters. */
export function isIdeographic(script: string): boolean {
  return script === "Hani" || script === "Hira" || script === "Kana" || script === "Bopo";
}

/** Marks that are set on the character before them. */
export function isMark(codePoint: number): boolean {
  if (codePoint < 0x300) return false;
  return /^\p{M}$/u.test(String.fromCodePoint(codePoint));
}
