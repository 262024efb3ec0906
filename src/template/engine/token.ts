/**
 * Tokens stand in the generated Markdown for the values that templates print.
 *
 * They are spelt in noncharacters (Unicode 23.7: "intended for process-internal uses"), U+FDD0 to U+FDEF, which
 * are neither letters, digits, spaces nor punctuation. So to the Markdown parser a token is one long odd
 * word: it opens nothing, closes nothing, and no rule that looks for ASCII (`www.`, e-mail, `1.`) can cut it in two.
 *
 *     U+FDE0  hexadecimal digits U+FDD0..U+FDDF  U+FDE1
 */
const digitZero = 0xfdd0;
const open = "\ufde0";
const close = "\ufde1";

/** The token of the print with this number, counted from 0. */
export function tokenOf(print: number): string {
  let token = open;
  for (const digit of print.toString(16)) {
    token += String.fromCharCode(digitZero + Number.parseInt(digit, 16));
  }
  return token + close;
}

/** Cuts text into what the template wrote, and the numbers of the prints between. */
export function splitTokens(text: string): readonly (string | number)[] {
  const pieces: (string | number)[] = [];
  let done = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, done)) {
    const end = text.indexOf(close, start);
    if (end === -1) throw new Error("Bug: a token was cut in two.");
    if (start > done) pieces.push(text.slice(done, start));
    pieces.push(numberOf(text, start + 1, end));
    done = end + 1;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

export function holdsToken(text: string): boolean {
  return text.includes(open);
}

/** Template text with the characters of tokens taken out, so that no template can forge one. Same length. */
export function withoutReserved(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, "\ufffd");
}

function numberOf(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 16 + text.charCodeAt(at) - digitZero;
  return number;
}
