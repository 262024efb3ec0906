import type { Sfnt } from "./sfnt.ts";

/** From code points to glyphs (ISO/IEC 14496-22, 5.3.1). */
export type CharacterMap = {
  /** 0 when there is none. */
  readonly glyph: (codePoint: number) => number;
  /** Every mapping, code points rising. */
  readonly forEach: (take: (codePoint: number, glyph: number) => void) => void;
};

/** The best Unicode subtable of a font; a font without one has no characters. */
export function characterMapOf(sfnt: Sfnt): CharacterMap {
  const basic = new Uint16Array(0x10000);
  const beyond = new Map<number, number>();
  const table = sfnt.tables.get("cmap");
  if (table !== undefined && table.length >= 4) {
    const end = table.offset + table.length;
    const subtable = chooseSubtable(sfnt, table.offset, end);
    if (subtable !== undefined) readSubtable(sfnt, subtable, end, basic, beyond);
  }
  return {
    glyph: (codePoint) =>
      codePoint < 0x10000 ? (basic[codePoint] ?? 0) : (beyond.get(codePoint) ?? 0),
    forEach: (take) => {
      for (let codePoint = 0; codePoint < 0x10000; codePoint++) {
        const glyph = basic[codePoint] ?? 0;
        if (glyph !== 0) take(codePoint, glyph);
      }
      for (const [codePoint, glyph] of beyond) take(codePoint, glyph);
    },
  };
}

/** Where the subtable begins: full Unicode (format 12) before the basic plane (format 4). */
function chooseSubtable(sfnt: Sfnt, start: number, end: number): number | undefined {
  const { view } = sfnt;
  const count = view.getUint16(start + 2);
  let best: number | undefined;
  let bestRank = 0;
  for (let i = 0; i < count && start + 12 + 8 * i <= end; i++) {
    const entry = start + 4 + 8 * i;
    const platform = view.getUint16(entry);
    const encoding = view.getUint16(entry + 2);
    const at = start + view.getUint32(entry + 4);
    if (at + 16 > end) continue;
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    const format = view.getUint16(at);
    const rank = unicode ? (format === 12 ? 2 : format === 4 ? 1 : 0) : 0;
    if (rank > bestRank) {
      best = at;
      bestRank = rank;
    }
  }
  return best;
}

function readSubtable(
  sfnt: Sfnt,
  at: number,
  end: number,
  basic: Uint16Array,
  beyond: Map<number, number>,
): void {
  if (sfnt.view.getUint16(at) === 12) readGroups(sfnt, at, end, basic, beyond);
  else readSegments(sfnt, at, end, basic);
}

/** Format 12: groups of consecutive characters with consecutive glyphs. */
function readGroups(
  sfnt: Sfnt,
  at: number,
  end: number,
  basic: Uint16Array,
  beyond: Map<number, number>,
): void {
  const { view } = sfnt;
  const count = view.getUint32(at + 12);
  let total = 0;
  for (let i = 0; i < count && at + 28 + 12 * i <= end; i++) {
    const entry = at + 16 + 12 * i;
    const first = view.getUint32(entry);
    const last = Math.min(view.getUint32(entry + 4), 0x10ffff, first + 0xffff);
    const glyph = view.getUint32(entry + 8);
    // A font has at most 65,535 glyphs; more characters than this is a fault or an attack.
    total += Math.max(0, last - first);
    if (total > 400_000) return;
    for (let codePoint = first; codePoint <= last; codePoint++) {
      const mapped = glyph + codePoint - first;
      if (mapped > 0xffff) break;
      if (codePoint < 0x10000) basic[codePoint] = mapped;
      else if (mapped !== 0) beyond.set(codePoint, mapped);
    }
  }
}

/** Format 4: segments with a delta or an array of glyphs. */
function readSegments(sfnt: Sfnt, at: number, end: number, basic: Uint16Array): void {
  const { view } = sfnt;
  const doubled = view.getUint16(at + 6) & ~1;
  if (at + 16 + 4 * doubled > end) return;
  for (let i = 0; i < doubled; i += 2) {
    const last = view.getUint16(at + 14 + i);
    const first = view.getUint16(at + 16 + doubled + i);
    const delta = view.getUint16(at + 16 + 2 * doubled + i);
    const rangeAt = at + 16 + 3 * doubled + i;
    const range = view.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint++) {
      if (range === 0) {
        basic[codePoint] = (codePoint + delta) & 0xffff;
        continue;
      }
      const from = rangeAt + range + 2 * (codePoint - first);
      if (from + 2 > end) break;
      const glyph = view.getUint16(from);
      basic[codePoint] = glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
  }
}
