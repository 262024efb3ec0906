import type { Sfnt } from "./sfnt.ts";

/** From code points to glyphs (ISO/IEC 14496-22, 5.3.1). */
export type CharacterMap = {
  /** 0 when there is none. */
  readonly glyph: (codePoint: number) => number;
  /** Every mapping, code points rising. */
  readonly forEach: (take: (codePoint: number, glyph: number) => void) => void;
};

/** First and last code point of consecutive ones with consecutive glyphs, and the glyph of the first; three numbers each. */
type Ranges = readonly number[];

/** A font has at most 65,535 glyphs; more characters than this is a fault or an attack. */
const mostCharacters = 400_000;

/** The best Unicode subtable of a font; a font without one has no characters. */
export function characterMapOf(sfnt: Sfnt): CharacterMap {
  const ranges = sorted(readTable(sfnt));
  const pages: (Uint16Array | undefined)[] = [];
  return {
    glyph: (codePoint) => {
      if (codePoint > 0xffff) return glyphIn(ranges, codePoint);
      const page = codePoint >>> 8;
      const glyphs = pages[page] ?? readPage(ranges, page << 8);
      pages[page] = glyphs;
      return glyphs[codePoint & 255] ?? 0;
    },
    forEach: (take) => {
      for (let at = 0; at < ranges.length; at += 3) {
        const first = ranges[at] as number;
        const last = ranges[at + 1] as number;
        const glyph = (ranges[at + 2] as number) - first;
        for (let codePoint = first; codePoint <= last; codePoint++) {
          if (glyph + codePoint !== 0) take(codePoint, glyph + codePoint);
        }
      }
    },
  };
}

function readTable(sfnt: Sfnt): number[] {
  const table = sfnt.tables.get("cmap");
  if (table === undefined || table.length < 4) return [];
  const end = table.offset + table.length;
  const subtable = chooseSubtable(sfnt, table.offset, end);
  if (subtable === undefined) return [];
  const full = sfnt.view.getUint16(subtable) === 12;
  return full ? readGroups(sfnt, subtable, end) : readSegments(sfnt, subtable, end);
}

/** As fonts have them; in one that has them otherwise the later of two ranges holds. */
function sorted(ranges: number[]): Ranges {
  let before = -1;
  for (let at = 0; at < ranges.length; at += 3) {
    if ((ranges[at] as number) <= before) return sortedAnew(ranges);
    before = ranges[at + 1] as number;
  }
  return ranges;
}

function sortedAnew(ranges: Ranges): Ranges {
  const glyphs = new Map<number, number>();
  for (let at = 0; at < ranges.length; at += 3) {
    const [first = 0, last = 0, glyph = 0] = ranges.slice(at, at + 3);
    for (let codePoint = first; codePoint <= last; codePoint++) {
      glyphs.set(codePoint, glyph + codePoint - first);
    }
  }
  const codePoints = [...glyphs.keys()].sort((a, b) => a - b);
  return codePoints.flatMap((codePoint) => [codePoint, codePoint, glyphs.get(codePoint) ?? 0]);
}

/** Offset of the first range that ends at the code point or after it. */
function rangeFrom(ranges: Ranges, codePoint: number): number {
  let low = 0;
  let high = ranges.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[3 * middle + 1] as number) < codePoint) low = middle + 1;
    else high = middle;
  }
  return 3 * low;
}

function glyphIn(ranges: Ranges, codePoint: number): number {
  const at = rangeFrom(ranges, codePoint);
  const first = ranges[at];
  if (first === undefined || first > codePoint) return 0;
  return (ranges[at + 2] as number) + codePoint - first;
}

/** The glyphs of 256 code points. */
function readPage(ranges: Ranges, start: number): Uint16Array {
  const glyphs = new Uint16Array(256);
  for (let at = rangeFrom(ranges, start); at < ranges.length; at += 3) {
    const first = ranges[at] as number;
    if (first > start + 255) break;
    const last = Math.min(ranges[at + 1] as number, start + 255);
    const glyph = (ranges[at + 2] as number) - first;
    for (let codePoint = Math.max(first, start); codePoint <= last; codePoint++) {
      glyphs[codePoint - start] = glyph + codePoint;
    }
  }
  return glyphs;
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

/** Format 12: groups of consecutive characters with consecutive glyphs. */
function readGroups(sfnt: Sfnt, at: number, end: number): number[] {
  const { view } = sfnt;
  const count = view.getUint32(at + 12);
  const ranges: number[] = [];
  let total = 0;
  for (let i = 0; i < count && at + 28 + 12 * i <= end; i++) {
    const entry = at + 16 + 12 * i;
    const first = view.getUint32(entry);
    const glyph = view.getUint32(entry + 8);
    const last = Math.min(view.getUint32(entry + 4), 0x10ffff, first + 0xffff - glyph);
    total += Math.max(0, last - first);
    if (total > mostCharacters) return ranges;
    if (last >= first) ranges.push(first, last, glyph);
  }
  return ranges;
}

/** Format 4: segments with a delta or an array of glyphs. */
function readSegments(sfnt: Sfnt, at: number, end: number): number[] {
  const { view } = sfnt;
  const doubled = view.getUint16(at + 6) & ~1;
  const ranges: number[] = [];
  if (at + 16 + 4 * doubled > end) return ranges;
  let total = 0;
  for (let i = 0; i < doubled; i += 2) {
    const last = Math.min(view.getUint16(at + 14 + i), 0xfffe);
    const first = view.getUint16(at + 16 + doubled + i);
    const delta = view.getUint16(at + 16 + 2 * doubled + i);
    const rangeAt = at + 16 + 3 * doubled + i;
    const range = view.getUint16(rangeAt);
    total += Math.max(0, last - first);
    if (total > mostCharacters) return ranges;
    for (let codePoint = first; codePoint <= last; codePoint++) {
      if (range === 0) {
        addCharacter(ranges, codePoint, (codePoint + delta) & 0xffff);
        continue;
      }
      const from = rangeAt + range + 2 * (codePoint - first);
      if (from + 2 > end) break;
      const glyph = view.getUint16(from);
      addCharacter(ranges, codePoint, glyph === 0 ? 0 : (glyph + delta) & 0xffff);
    }
  }
  return ranges;
}

function addCharacter(ranges: number[], codePoint: number, glyph: number): void {
  const last = ranges.length - 3;
  const first = ranges[last];
  const follows =
    first !== undefined &&
    ranges[last + 1] === codePoint - 1 &&
    (ranges[last + 2] as number) + codePoint - first === glyph;
  if (follows) ranges[last + 1] = codePoint;
  else ranges.push(codePoint, codePoint, glyph);
}
