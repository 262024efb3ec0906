/** Kinds of characters for the marks of emphasis (CommonMark 6.2). `unknown`: not looked into here. */
export type CharacterKind = "blank" | "sign" | "letter" | "unknown";

/** @param code NaN at the end of a text, which counts as blank */
export function kindOf(code: number): CharacterKind {
  if (code < 128) return kindOfAscii(code);
  if (Number.isNaN(code)) return "blank";
  if (code < 0x250) return kindOfLatin(code);
  if (code >= 0x2010 && code <= 0x2027) return "sign"; // dashes, quotes, dots
  return letters.some(([from, to]) => code >= from && code <= to) ? "letter" : "unknown";
}

function kindOfAscii(code: number): CharacterKind {
  if (code === 32 || code === 10) return "blank";
  if (code < 32 || code === 127) return "unknown";
  const lower = code | 32;
  return (code > 47 && code < 58) || (lower > 96 && lower < 123) ? "letter" : "sign";
}

function kindOfLatin(code: number): CharacterKind {
  if (code === 0xab || code === 0xbb) return "sign";
  return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 ? "letter" : "unknown";
}

/** Letters of other scripts, and the characters that stand for values while a template is read. */
const letters: readonly (readonly [number, number])[] = [
  [0x391, 0x3a1],
  [0x3a3, 0x3c9],
  [0x410, 0x44f],
  [0x5d0, 0x5ea],
  [0x621, 0x64a],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xfdd0, 0xfdef],
];
