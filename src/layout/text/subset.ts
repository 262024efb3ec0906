import type { Sfnt } from "./sfnt.ts";
import { tableOf } from "./sfnt.ts";

/** Flags of a component of a composite glyph (ISO/IEC 14496-22, 5.3.4). */
const wordArguments = 0x0001;
const oneScale = 0x0008;
const moreComponents = 0x0020;
const twoScales = 0x0040;
const twoByTwo = 0x0080;

/** Where the outline of each glyph stands in the file; empty outlines have length 0. */
export type Outlines = {
  readonly count: number;
  readonly start: (glyph: number) => number;
  readonly length: (glyph: number) => number;
};

/** An outline outside its table, as in a broken font, counts as empty. */
export function outlinesOf(sfnt: Sfnt): Outlines {
  const { view } = sfnt;
  const loca = tableOf(sfnt, "loca");
  const glyf = tableOf(sfnt, "glyf");
  const long = view.getInt16(tableOf(sfnt, "head").offset + 50) !== 0;
  const count = Math.min(
    view.getUint16(tableOf(sfnt, "maxp").offset + 4),
    Math.max(0, loca.length / (long ? 4 : 2) - 1) | 0,
  );
  const offset = (glyph: number): number =>
    long ? view.getUint32(loca.offset + 4 * glyph) : 2 * view.getUint16(loca.offset + 2 * glyph);
  return {
    count,
    start: (glyph) => glyf.offset + offset(glyph),
    length: (glyph) => {
      const from = offset(glyph);
      const to = offset(glyph + 1);
      return to - from >= 10 && to <= glyf.length ? to - from : 0;
    },
  };
}

/**
 * A font file with these glyphs, glyph 0 and what they are composed of, ids unchanged: the tables that a PDF needs of an
 * embedded TrueType font (ISO 32000-1, 9.9). The glyphs after the last one used are cut off.
 */
export function subsetOf(sfnt: Sfnt, glyphs: Iterable<number>): Uint8Array {
  const outlines = outlinesOf(sfnt);
  const kept = closure(sfnt, outlines, glyphs);
  let count = 1;
  for (let glyph = 0; glyph < outlines.count; glyph++) if (kept[glyph] === 1) count = glyph + 1;
  const { glyf, loca } = copyOutlines(sfnt, outlines, kept, count);
  const { hmtx, measured } = copyMetrics(sfnt, kept, count);
  const head = copyOf(sfnt, "head");
  const hhea = copyOf(sfnt, "hhea");
  const maxp = copyOf(sfnt, "maxp");
  viewOf(head).setUint32(8, 0);
  viewOf(head).setInt16(50, 1);
  viewOf(hhea).setUint16(34, measured);
  viewOf(maxp).setUint16(4, count);
  const tables: [string, Uint8Array][] = [];
  if (sfnt.tables.has("cvt ")) tables.push(["cvt ", copyOf(sfnt, "cvt ")]);
  if (sfnt.tables.has("fpgm")) tables.push(["fpgm", copyOf(sfnt, "fpgm")]);
  tables.push(["glyf", glyf], ["head", head], ["hhea", hhea], ["hmtx", hmtx], ["loca", loca]);
  tables.push(["maxp", maxp]);
  if (sfnt.tables.has("prep")) tables.push(["prep", copyOf(sfnt, "prep")]);
  return assemble(tables);
}

/** 1 for each glyph that is wanted or a component of one that is. */
function closure(sfnt: Sfnt, outlines: Outlines, glyphs: Iterable<number>): Uint8Array {
  const kept = new Uint8Array(outlines.count);
  const open: number[] = [];
  const keep = (glyph: number): void => {
    if (glyph >= outlines.count || kept[glyph] === 1) return;
    kept[glyph] = 1;
    open.push(glyph);
  };
  keep(0);
  for (const glyph of glyphs) keep(glyph);
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    forEachComponent(sfnt, outlines, glyph, keep);
  }
  return kept;
}

function forEachComponent(
  sfnt: Sfnt,
  outlines: Outlines,
  glyph: number,
  take: (component: number) => void,
): void {
  const { view } = sfnt;
  const end = outlines.start(glyph) + outlines.length(glyph);
  if (outlines.length(glyph) === 0 || view.getInt16(outlines.start(glyph)) >= 0) return;
  let at = outlines.start(glyph) + 10;
  for (let flags = moreComponents; (flags & moreComponents) !== 0 && at + 4 <= end; ) {
    flags = view.getUint16(at);
    take(view.getUint16(at + 2));
    at += (flags & wordArguments) !== 0 ? 8 : 6;
    if ((flags & oneScale) !== 0) at += 2;
    else if ((flags & twoScales) !== 0) at += 4;
    else if ((flags & twoByTwo) !== 0) at += 8;
  }
}

function copyOutlines(
  sfnt: Sfnt,
  outlines: Outlines,
  kept: Uint8Array,
  count: number,
): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  let size = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    if (kept[glyph] === 1) size += padded(outlines.length(glyph));
  }
  // A table must not be empty (some readers refuse it).
  const glyf = new Uint8Array(Math.max(4, size));
  const loca = new Uint8Array(4 * (count + 1));
  const places = viewOf(loca);
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    places.setUint32(4 * glyph, at);
    if (kept[glyph] !== 1) continue;
    const start = outlines.start(glyph);
    const length = outlines.length(glyph);
    glyf.set(sfnt.bytes.subarray(start, start + length), at);
    at += padded(length);
  }
  places.setUint32(4 * count, at);
  return { glyf, loca };
}

/** Advances and side bearings; zero for glyphs that are not there. */
function copyMetrics(
  sfnt: Sfnt,
  kept: Uint8Array,
  count: number,
): { readonly hmtx: Uint8Array; readonly measured: number } {
  const source = tableOf(sfnt, "hmtx");
  const { view } = sfnt;
  const all = Math.max(1, view.getUint16(tableOf(sfnt, "hhea").offset + 34));
  const measured = Math.min(all, count);
  const hmtx = new Uint8Array(4 * measured + 2 * (count - measured));
  const target = viewOf(hmtx);
  for (let glyph = 0; glyph < count; glyph++) {
    const at = glyph < measured ? 4 * glyph : 4 * all + 2 * (glyph - all);
    const place = glyph < measured ? 4 * glyph : 4 * measured + 2 * (glyph - measured);
    const size = glyph < measured ? 4 : 2;
    // The last advance counts for all glyphs after it, used or not.
    const wanted = kept[glyph] === 1 || glyph === measured - 1;
    if (!wanted || at + size > source.length) continue;
    for (let i = 0; i < size; i++)
      target.setUint8(place + i, view.getUint8(source.offset + at + i));
  }
  return { hmtx, measured };
}

/** Writes the table directory, the tables and their checksums. */
function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const count = tables.length;
  let size = 12 + 16 * count;
  for (const [, table] of tables) size += padded(table.byteLength);
  const bytes = new Uint8Array(size);
  const view = viewOf(bytes);
  const power = 31 - Math.clz32(count);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * count - (16 << power));
  let at = 12 + 16 * count;
  let headAt = 0;
  let sum = 0;
  tables.forEach(([tag, table], i) => {
    const entry = 12 + 16 * i;
    bytes.set(table, at);
    for (let k = 0; k < 4; k++) bytes[entry + k] = tag.charCodeAt(k);
    const own = checksum(view, at, padded(table.byteLength));
    sum += own;
    view.setUint32(entry + 4, own);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.byteLength);
    if (tag === "head") headAt = at;
    at += padded(table.byteLength);
  });
  // head.checkSumAdjustment, so that the sum of the whole file is this constant.
  view.setUint32(headAt + 8, (0xb1b0afba - sum - checksum(view, 0, 12 + 16 * count)) >>> 0);
  return bytes;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function copyOf(sfnt: Sfnt, tag: string): Uint8Array {
  const { offset, length } = tableOf(sfnt, tag);
  return sfnt.bytes.slice(offset, offset + length);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
