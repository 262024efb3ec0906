import type { Report } from "../diagnostics/index.ts";
import { encodingOf } from "../diagnostics/index.ts";

/** The text of a file of data, without a byte order mark: UTF-8, UTF-16, or else what old spreadsheets write. */
export function decodeData(path: string, bytes: Uint8Array, report: Report): string {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    report({
      rule: "data-is-utf-8",
      severity: "warning",
      message: `The file "${path}" is not UTF-8 and is read as Windows-1252.`,
      place: { file: path, line: 1, column: 1 },
      hints: ['Save it again with the encoding "UTF-8".'],
    });
    return windows1252(bytes);
  }
}

/**
 * What stands for 0x80 to 0x9F in Windows-1252 (WHATWG Encoding, index-windows-1252); elsewhere a byte is its code point. Our own,
 * since Node 20 takes the name for Latin-1, which has control characters there.
 */
const upper =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (letter) => upper[letter.charCodeAt(0) - 0x80] ?? "");
}
