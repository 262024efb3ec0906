import type { ShapedText, ShapeOptions } from "../font-face.ts";
import type { PairTable } from "./format.ts";
import { measuredLanguages, undecided } from "./format.ts";

/** Shapes as HarfBuzz does; undefined where the table does not decide, and HarfBuzz has to be asked. */
export type ShapeByPairs = (text: string, options: ShapeOptions) => ShapedText | undefined;

const none = 0xffff;

/** What stands in a text; made anew only when one is longer than those before. */
type Row = { readonly symbols: Uint16Array; readonly starts: Uint32Array };

/** `advance`: that of a glyph, font units. */
export function shapeByPairs(table: PairTable, advance: (glyph: number) => number): ShapeByPairs {
  let indices: Indices | undefined;
  let row = emptyRow(64);
  return (text, options) => {
    const ways = waysOf(options);
    if (ways === undefined) return undefined;
    indices ??= indicesOf(table);
    if (text.length > row.symbols.length) row = emptyRow(2 * text.length);
    const count = readText(row, indices, ways, text);
    return count === undefined ? undefined : placed(table, row, count, advance);
  };
}

function emptyRow(length: number): Row {
  return { symbols: new Uint16Array(length), starts: new Uint32Array(length) };
}

/** Number of symbols; undefined when a character has none. */
function readText(row: Row, indices: Indices, ways: Ways, text: string): number | undefined {
  const { symbols, starts } = row;
  const { symbolOf, tabularOf, ligatureOf } = indices;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    let symbol = symbolOf[text.charCodeAt(i)] ?? none;
    if (symbol === none) return undefined;
    if (ways.tabular) symbol = tabularOf[symbol] as number;
    const joined =
      ways.ligatures && count > 0
        ? ligatureOf.get((symbols[count - 1] as number) * 0x10000 + symbol)
        : undefined;
    if (joined !== undefined) {
      symbols[count - 1] = joined;
      continue;
    }
    symbols[count] = symbol;
    starts[count++] = i;
  }
  return count;
}

/** Undefined when the table does not decide a pair. */
function placed(
  { glyphs, rows, columns, columnCount, kerns }: PairTable,
  { symbols, starts }: Row,
  count: number,
  advance: (glyph: number) => number,
): ShapedText | undefined {
  const shaped = emptyText(count);
  const { advances } = shaped;
  for (let i = 0; i < count; i++) {
    const symbol = symbols[i] as number;
    const glyph = glyphs[symbol] as number;
    shaped.glyphs[i] = glyph;
    shaped.clusters[i] = starts[i] as number;
    advances[i] = advance(glyph);
    if (i === 0) continue;
    const line = (rows[symbols[i - 1] as number] as number) * columnCount;
    const kern = kerns[line + (columns[symbol] as number)] as number;
    if (kern === undecided) return undefined;
    advances[i - 1] = (advances[i - 1] as number) + kern;
  }
  return shaped;
}

function emptyText(count: number): ShapedText {
  return {
    count,
    glyphs: new Uint16Array(count),
    advances: new Float32Array(count),
    clusters: new Uint32Array(count),
  };
}

type Ways = { readonly tabular: boolean; readonly ligatures: boolean };

const plain: Ways = { tabular: false, ligatures: true };
const tabular: Ways = { tabular: true, ligatures: true };
const apart: Ways = { tabular: false, ligatures: false };

/** Undefined for what was not measured. */
function waysOf({ language, script, rightToLeft, features }: ShapeOptions): Ways | undefined {
  if (rightToLeft || script !== "Latn") return undefined;
  if (language.length !== 2 && (language.length !== 5 || language[2] !== "-")) return undefined;
  if (!measuredLanguages.includes(language.slice(0, 2))) return undefined;
  if (features === undefined) return plain;
  const names = Object.keys(features);
  if (names.length === 1 && features["tnum"] === 1) return tabular;
  if (names.length === 2 && features["liga"] === 0 && features["calt"] === 0) return apart;
  return undefined;
}

type Indices = {
  /** By UTF-16 unit. */
  readonly symbolOf: Uint16Array;
  /** By symbol. */
  readonly tabularOf: Uint16Array;
  /** By left symbol times 0x10000 plus right symbol. */
  readonly ligatureOf: ReadonlyMap<number, number>;
};

function indicesOf({ codes, glyphs, tabular: figures, ligatures }: PairTable): Indices {
  const symbolOf = new Uint16Array((codes[codes.length - 1] ?? 0) + 1).fill(none);
  for (let i = 0; i < codes.length; i++) symbolOf[codes[i] as number] = i;
  const tabularOf = new Uint16Array(glyphs.length);
  for (let i = 0; i < glyphs.length; i++) tabularOf[i] = i;
  for (let i = 0; i < figures.length; i += 2)
    tabularOf[figures[i] as number] = figures[i + 1] as number;
  const ligatureOf = new Map<number, number>();
  for (let i = 0; i < ligatures.length; i += 3)
    ligatureOf.set(
      (ligatures[i] as number) * 0x10000 + (ligatures[i + 1] as number),
      ligatures[i + 2] as number,
    );
  return { symbolOf, tabularOf, ligatureOf };
}
