/** Units of a text without a mark that are looked at. */
const looked = 2_000;

/**
 * How the text of a file is encoded: UTF-16 when its byte order mark says so, or when there is none and every other byte of the
 * beginning is NUL, as in Latin letters that are written so; else UTF-8, sound or not.
 */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0) return isHalfNothing(bytes, 0) ? "utf-16be" : "utf-8";
  return bytes[1] === 0 && isHalfNothing(bytes, 1) ? "utf-16le" : "utf-8";
}

/** Nine of ten units have NUL for this half, and none for the other. */
function isHalfNothing(bytes: Uint8Array, half: 0 | 1): boolean {
  const units = Math.min(looked, bytes.length >> 1);
  let nothing = 0;
  for (let unit = 0; unit < units; unit += 1) {
    if (bytes[unit * 2 + half] === 0) nothing += 1;
    if (bytes[unit * 2 + 1 - half] === 0) return false;
  }
  return nothing >= units * 0.9;
}
