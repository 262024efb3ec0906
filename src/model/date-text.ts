// Parts of written dates: figures, spaces, dashes, words. Texts are in small letters, places are offsets in them.

/** A number or name that was read, and where what follows it begins. */
export type Read = { readonly value: number; readonly end: number };

/** A number as it stands in the text. */
export function figures(
  text: string,
  at: number,
): (Read & { readonly length: number }) | undefined {
  let end = at;
  while (isFigure(text.charCodeAt(end))) end += 1;
  return end === at ? undefined : { value: Number(text.slice(at, end)), end, length: end - at };
}

/** After space; undefined where there is none. */
export function afterSpace(text: string, at: number): number | undefined {
  const end = spaceEnd(text, at);
  return end === at ? undefined : end;
}

function spaceEnd(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

/** After a dash, or a word that stands for one, between two dates. */
export function afterDash(text: string, at: number): number | undefined {
  const start = spaceEnd(text, at);
  const code = text.charCodeAt(start);
  if (code === 0x2d || (code >= 0x2010 && code <= 0x2014)) return spaceEnd(text, start + 1);
  if (start === at) return undefined;
  const end = wordEnd(text, start);
  return ["to", "and", "au", "à", "et"].includes(text.slice(start, end))
    ? afterSpace(text, end)
    : undefined;
}

export function wordEnd(text: string, at: number): number {
  let end = at;
  while (isWordCharacter(text.charCodeAt(end))) end += 1;
  return end;
}

export const isFigure = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Small letters and figures, of all scripts near enough: general punctuation and symbols are none. */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return isFigure(code) || (code >= 0x61 && code <= 0x7a);
  if (code < 0x2000)
    return code >= 0xdf ? code !== 0xf7 : code === 0xaa || code === 0xb5 || code === 0xba;
  return (
    (code >= 0x2c00 && code < 0x2e00) ||
    (code >= 0x3005 && code <= 0x3007) ||
    (code >= 0x3021 && code <= 0x3029) ||
    (code >= 0x3031 && code < 0xd800) ||
    (code >= 0xf900 && code < 0xfe00)
  );
}

/** White space as in `\s`. */
function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
