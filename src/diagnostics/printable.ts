/**
 * Characters that would act on a terminal or hide what a line says: controls, line separators, marks of direction
 * (Unicode TR 36, "bidirectional text spoofing"), invisible marks, noncharacters and halves of pairs.
 */
let pattern: RegExp | undefined;

function unprintable(): RegExp {
  pattern ??=
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  return pattern;
}

/** The text with each such character written as `\u{…}`, and a line end as `\n`. */
export function printable(text: string): string {
  return text.replace(unprintable(), escaped);
}

function escaped(character: string): string {
  if (character === "\n") return "\\n";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Columns that a printable character takes on a terminal: 0 for a combining mark, 2 for a wide one. */
export function columnsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^\p{M}$/u.test(character) || code === 0x200d) return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}
