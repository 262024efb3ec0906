/**
 * What shaping does to the Latin text of one face, measured when the program is built: which glyph a character has, which two
 * glyphs become one, and how much closer or farther apart two glyphs stand. A symbol is an index into `glyphs`.
 *
 * The file is a row of 16-bit numbers, little-endian: the eight of the header (`mark`; the font's checksum, high half first; numbers
 * of characters, symbols, tabular figures, ligatures and right-hand classes), then the columns in the order of this type.
 */
export type PairTable = {
  /** UTF-16 units; each has the symbol of its place. */
  readonly codes: Uint16Array;
  readonly glyphs: Uint16Array;
  /** Symbol and what stands for it under the feature `tnum`, in twos. */
  readonly tabular: Uint16Array;
  /** Left symbol, right symbol and the one of both together, in threes. */
  readonly ligatures: Uint16Array;
  /** The row of each symbol as the left one of a pair. */
  readonly rows: Uint16Array;
  /** The column of each symbol as the right one. */
  readonly columns: Uint16Array;
  readonly columnCount: number;
  /** Font units by row and column, or `undecided`. */
  readonly kerns: Int16Array;
};

/** In place of a distance: what the two do to each other is more than a distance. */
export const undecided = 0x7fff;

const mark = 0x5031;
const header = 8;

/** Fonts may have other rules for other languages. */
export const measuredLanguages: readonly string[] = ["en", "fr", "de", "es", "it", "pt"];

export function writePairTable(table: PairTable, font: Uint8Array): Uint8Array {
  const { codes, glyphs, tabular, ligatures, rows, columns, kerns } = table;
  const sum = checksumOf(font);
  const numbers = [
    [mark, sum >>> 16, sum & 0xffff],
    [codes.length, glyphs.length, tabular.length, ligatures.length, table.columnCount],
    ...[codes, glyphs, tabular, ligatures, rows, columns, new Uint16Array(kerns.buffer)],
  ].flatMap((column) => [...column]);
  const bytes = new Uint8Array(numbers.length * 2);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, index) => {
    view.setUint16(2 * index, number, true);
  });
  return bytes;
}

/** Undefined when the table was made of another font file, or by another version of the program. */
export function readPairTable(file: Uint8Array, font: Uint8Array): PairTable | undefined {
  const numbers = numbersOf(file);
  const sum = checksumOf(font);
  if (numbers[0] !== mark || numbers[1] !== sum >>> 16 || numbers[2] !== (sum & 0xffff))
    return undefined;
  let at = header;
  const take = (count: number): Uint16Array => {
    at += count;
    return numbers.subarray(at - count, at);
  };
  const [, , , characters = 0, symbols = 0, figures = 0, joined = 0, columnCount = 0] = numbers;
  const codes = take(characters);
  const glyphs = take(symbols);
  const tabular = take(figures);
  const ligatures = take(joined);
  const rows = take(symbols);
  const columns = take(symbols);
  const count = columnCount * rows.reduce((most, row) => Math.max(most, row + 1), 0);
  if (numbers.length !== at + count) return undefined;
  const kerns = new Int16Array(numbers.buffer, 2 * at, count);
  return { codes, glyphs, tabular, ligatures, rows, columns, columnCount, kerns };
}

/** In the order of the machine, and a copy: the file's own memory may begin at any place of a larger one. */
function numbersOf(file: Uint8Array): Uint16Array {
  const numbers = new Uint16Array(new Uint8Array(file).buffer, 0, file.length >> 1);
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 1) return numbers;
  return numbers.map((number) => ((number & 0xff) << 8) | (number >> 8));
}

/** checkSumAdjustment of the table head (ISO/IEC 14496-22, 5.2.3.1), which is a sum of the whole font file. */
function checksumOf(font: Uint8Array): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const count = view.getUint16(4);
  for (let entry = 12; entry < 12 + 16 * count; entry += 16)
    if (view.getUint32(entry) === 0x68656164) return view.getUint32(view.getUint32(entry + 8) + 8);
  return 0;
}
