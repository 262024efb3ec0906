/** PDF objects as text (ISO 32000-1, 7.3). Everything that we write ourselves is made of these. */
export type Syntax = string;

/** 7.3.3: no exponents; four decimals are 1/138000 of an inch. */
export function numberSyntax(value: number): Syntax {
  if (!(Math.abs(value) < 1e9)) throw new Error(`Bug: ${value} is no number for a PDF.`);
  const rounded = Math.round(value * 1e4) / 1e4;
  return rounded === 0 ? "0" : String(rounded);
}

/** 7.3.5: a name, with what is no regular character as `#xx`. */
export function nameSyntax(name: string): Syntax {
  return `/${name.replace(/[^!-~]|[#%()<>[\]{}/]/g, escapeInName)}`;
}

function escapeInName(character: string): string {
  return [...utf8(character)].map((byte) => `#${hexOf(byte, 2)}`).join("");
}

/** 7.9.2.2: a text string, ASCII as it stands, all else in UTF-16BE. */
export function textSyntax(text: string): Syntax {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  return utf16Syntax(text);
}

/** A text string in UTF-16BE with its mark, also where ASCII would do. */
export function utf16Syntax(text: string): Syntax {
  return `<FEFF${utf16Hex(text)}>`;
}

/** The UTF-16 units as hexadecimal digits. */
export function utf16Hex(text: string): string {
  let digits = "";
  for (let at = 0; at < text.length; at++) digits += hexOf(text.charCodeAt(at), 4);
  return digits;
}

/** A string of bytes: names in name trees, identifiers, addresses. UTF-8 where it is not ASCII. */
export function bytesSyntax(text: string): Syntax {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
  return `<${[...utf8(text)].map((byte) => hexOf(byte, 2)).join("")}>`;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes of a text whose characters are all below U+0100. */
export function latin1(text: string): Uint8Array {
  const encoded = utf8(text);
  // Nearly all is ASCII, of which both are the same.
  if (encoded.length === text.length) return encoded;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Order of the bytes of UTF-8, as name trees want it (7.9.6), which is the order of code points. */
export function byteOrder(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  let same = 0;
  while (same < length && left.charCodeAt(same) === right.charCodeAt(same)) same++;
  const one = left.charCodeAt(same);
  const other = right.charCodeAt(same);
  // Below the surrogates, units of UTF-16 stand in that order too; nearly all names differ there.
  if (one < 0xd800 && other < 0xd800) return one - other;
  const a = utf8(left);
  const b = utf8(right);
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function hexOf(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, "0");
}
