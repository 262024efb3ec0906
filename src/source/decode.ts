import type { Report } from "../diagnostics/index.ts";
import { encodingOf, lineStarts, placeAt } from "../diagnostics/index.ts";

/** Bytes at most. Markdown takes about a microsecond a byte to read, and a text of this length fills 15,000 pages. */
const mostBytes = 50_000_000;

/**
 * The text of a file: UTF-8 (or UTF-16, with a byte order mark or Latin letters), no mark, lines ended by `\n`, no NUL.
 * Undefined when the file is refused.
 */
export function decodeSource(file: string, bytes: Uint8Array, report: Report): string | undefined {
  if (bytes.length > mostBytes) {
    report({
      rule: "source-is-of-readable-size",
      severity: "error",
      message: `The source has ${bytes.length} bytes, and more than ${mostBytes} are not read.`,
      place: { file, line: 1, column: 1 },
      hints: ["Divide it into several sources."],
    });
    return undefined;
  }
  const text = decodeBytes(file, bytes, report).replace(/\r\n?/g, "\n");
  return text.includes("\0") ? withoutNul(file, text, report) : text;
}

function decodeBytes(file: string, bytes: Uint8Array, report: Report): string {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") {
    report({
      rule: "source-is-utf-8",
      severity: "warning",
      message: `The source is written in ${encoding.toUpperCase()}, not in UTF-8.`,
      place: { file, line: 1, column: 1 },
      hints: ['Save it again with the encoding "UTF-8".'],
    });
    return new TextDecoder(encoding).decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeBroken(file, bytes, report);
  }
}

function decodeBroken(file: string, bytes: Uint8Array, report: Report): string {
  const offset = firstInvalid(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, offset)).replace(/\r\n?/g, "\n");
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, "0");
  report({
    rule: "source-is-utf-8",
    severity: "error",
    message: `The source is not UTF-8: the byte 0x${byte} stands here, and what cannot be read is shown as "\uFFFD".`,
    place: placeAt(file, lineStarts(before), before.length),
    hints: [
      'Open it with the encoding it was written in (often "Windows-1252") and save it with the encoding "UTF-8".',
    ],
  });
  return new TextDecoder().decode(bytes);
}

/** Offset of the first byte that is no part of a well-formed sequence (Unicode, table 3-7). */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    const [least, most] = next === 1 ? secondByteRange(first) : [0x80, 0xbf];
    if (byte < least || byte > most) return 0;
  }
  return length;
}

/** Rules out overlong forms, surrogates and what is above U+10FFFF. */
function secondByteRange(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

/** CommonMark 2.3: NUL is replaced by U+FFFD. */
function withoutNul(file: string, text: string, report: Report): string {
  report({
    rule: "source-has-no-nul",
    severity: "warning",
    message: 'A NUL character stands here, and every one is shown as "\uFFFD".',
    place: placeAt(file, lineStarts(text), text.indexOf("\0")),
    hints: ["Delete it, or check that the file is a text."],
  });
  return text.replaceAll("\0", "\uFFFD");
}
