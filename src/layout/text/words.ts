import type { FontFace, ShapedText, ShapeOptions } from "./font-face.ts";

/**
 * A shaped word with the spaces after it, in 1/1000 em, so that it serves any size. Its glyphs are in the order of the text,
 * also when it runs from right to left; a line turns them.
 */
export type Word = {
  readonly glyphs: Uint16Array;
  /** What each advance differs from the font's; absent: nothing differs. */
  readonly adjust: Float32Array | undefined;
  readonly rise: Float32Array | undefined;
  /** Shift to the right of each glyph; only in words that run from right to left: others have it in their advances. */
  readonly shift: Float32Array | undefined;
  /** Advances as set. */
  readonly advances: Float32Array;
  readonly clusters: Uint32Array;
  /** Without the spaces after it. */
  readonly width: number;
  /** Of the spaces after it. */
  readonly space: number;
  /** How many glyphs at the end are those spaces. */
  readonly trailing: number;
};

/** Shaped words of one face in one language, script and set of features. */
export type WordCache = {
  readonly font: FontFace;
  readonly options: ShapeOptions;
  readonly spaceGlyph: number;
  /** Those that were asked for lately. */
  words: Map<string, Word>;
  /** Those from before; what is not asked for again is let go with them. */
  older: Map<string, Word>;
  readonly pairs: Map<number, number>;
  /** How often a word was shaped already, and how often it had to be. */
  readonly counts: { found: number; set: number };
};

/** Longer ones are rare and not worth the memory. */
const longestKept = 64;
/**
 * Most of a book is made of fewer words. A bound on memory, half of what is kept at most, in a process that sets many documents with
 * words of their own, such as numbers.
 */
const mostKept = 10_000;

const caches: WeakMap<FontFace, Map<string, WordCache>> = new WeakMap();

export function wordCacheOf(font: FontFace, options: ShapeOptions): WordCache {
  let ofFont = caches.get(font);
  if (ofFont === undefined) {
    ofFont = new Map();
    caches.set(font, ofFont);
  }
  const features = options.features === undefined ? "" : JSON.stringify(options.features);
  const key = `${options.language} ${options.script} ${options.rightToLeft} ${features}`;
  let cache = ofFont.get(key);
  if (cache === undefined) {
    cache = {
      font,
      options,
      spaceGlyph: font.glyph(0x20),
      words: new Map(),
      older: new Map(),
      pairs: new Map(),
      counts: { found: 0, set: 0 },
    };
    ofFont.set(key, cache);
  }
  return cache;
}

/** Words of a font that were asked for since it was opened: those that were shaped already, and those that had to be. */
export function countWords(font: FontFace): { readonly found: number; readonly set: number } {
  let found = 0;
  let set = 0;
  for (const { counts } of caches.get(font)?.values() ?? []) {
    found += counts.found;
    set += counts.set;
  }
  return { found, set };
}

/** The word, shaped at most once. */
export function wordOf(cache: WordCache, text: string): Word {
  const known = cache.words.get(text);
  if (known !== undefined) {
    cache.counts.found += 1;
    return known;
  }
  const before = cache.older.get(text);
  cache.counts[before === undefined ? "set" : "found"] += 1;
  const word = before ?? shapeWord(cache, text);
  if (text.length <= longestKept) keep(cache, text, word);
  return word;
}

function keep(cache: WordCache, text: string, word: Word): void {
  if (cache.words.size >= mostKept) {
    cache.older = cache.words;
    cache.words = new Map();
  }
  cache.words.set(text, word);
}

/** What the pair of characters is closer (negative) or wider than the two alone, 1/1000 em: kerning between words. */
export function kernOf(cache: WordCache, left: number, right: number): number {
  if (cache.options.rightToLeft) return 0;
  if (left >= 0x530 || right >= 0x530) {
    if (left < 0x2000 || left > 0x206f || right < 0x2000 || right > 0x206f) return 0;
  }
  const key = left * 0x10000 + right;
  const known = cache.pairs.get(key);
  if (known !== undefined) return known;
  const pair = shapeWord(cache, `${String.fromCharCode(left, right)}`);
  let kern = 0;
  if (pair.glyphs.length === 2) {
    const first = shapeWord(cache, String.fromCharCode(left));
    const second = shapeWord(cache, String.fromCharCode(right));
    if (first.glyphs[0] === pair.glyphs[0] && second.glyphs[0] === pair.glyphs[1]) {
      kern = total(pair) - total(first) - total(second);
    }
  }
  cache.pairs.set(key, kern);
  return kern;
}

function total(word: Word): number {
  return word.width + word.space;
}

function shapeWord(cache: WordCache, text: string): Word {
  const { font, options } = cache;
  if (options.rightToLeft) return shapeTurned(cache, text);
  const shaped = font.shape(drawn(font, text), options);
  const { count, glyphs, clusters, shiftX } = shaped;
  const scale = 1000 / font.unitsPerEm;
  const advances = new Float32Array(count);
  // Made when a glyph needs it: most words do without, and there are many words.
  let adjust: Float32Array | undefined;
  for (let i = 0; i < count; i++) {
    const own = font.advance(glyphs[i] as number) * scale;
    let difference = (shaped.advances[i] as number) * scale - own;
    const wanted = spaceWidth(text.charCodeAt(clusters[i] as number));
    if (wanted > 0 && glyphs[i] === cache.spaceGlyph) difference = wanted - own;
    const shift = shiftX === undefined || i === 0 ? 0 : (shiftX[i] as number) * scale;
    if (shift !== 0) {
      // A shift sideways is more of the advance before and less of its own.
      adjust ??= new Float32Array(count);
      adjust[i - 1] = (adjust[i - 1] as number) + shift;
      advances[i - 1] = (advances[i - 1] as number) + shift;
      difference -= shift;
    }
    advances[i] = own + difference;
    if (Math.abs(difference) > 1e-4) {
      adjust ??= new Float32Array(count);
      adjust[i] = difference;
    }
  }
  const trailing = Math.min(count, trailingSpaces(text));
  return {
    glyphs,
    adjust,
    rise: riseOf(shaped, scale),
    shift: undefined,
    advances,
    clusters,
    width: sum(advances, 0, count - trailing),
    space: sum(advances, count - trailing, count),
    trailing,
  };
}

function riseOf({ shiftY }: ShapedText, scale: number): Float32Array | undefined {
  return shiftY?.some((shift) => shift !== 0) ? shiftY.map((shift) => shift * scale) : undefined;
}

/** The glyphs of a word that runs from right to left come from the left; they are put in the order of the text. */
function shapeTurned({ font, options, spaceGlyph }: WordCache, text: string): Word {
  const shaped = font.shape(drawn(font, text), options);
  const { count } = shaped;
  const scale = 1000 / font.unitsPerEm;
  const glyphs = shaped.glyphs.slice().reverse();
  const clusters = shaped.clusters.slice().reverse();
  const advances = new Float32Array(count);
  const adjust = new Float32Array(count);
  const rise = new Float32Array(count);
  const shift = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const from = count - 1 - i;
    const own = font.advance(glyphs[i] as number) * scale;
    const wanted = spaceWidth(text.charCodeAt(clusters[i] as number));
    const fixed = wanted > 0 && glyphs[i] === spaceGlyph;
    adjust[i] = (fixed ? wanted : (shaped.advances[from] as number) * scale) - own;
    advances[i] = own + (adjust[i] as number);
    rise[i] = (shaped.shiftY?.[from] ?? 0) * scale;
    shift[i] = (shaped.shiftX?.[from] ?? 0) * scale;
  }
  const trailing = Math.min(count, trailingSpaces(text));
  return {
    glyphs,
    adjust,
    rise,
    shift,
    advances,
    clusters,
    width: sum(advances, 0, count - trailing),
    space: sum(advances, count - trailing, count),
    trailing,
  };
}

function trailingSpaces(text: string): number {
  let count = 0;
  while (count < text.length && text.charCodeAt(text.length - 1 - count) === 0x20) count++;
  return count;
}

function sum(values: Float32Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i] as number;
  return total;
}

/** Whether a character needs no glyph of its own, since another or none can stand for it. */
export function replaceable(codePoint: number): boolean {
  return (
    codePoint === 0xa0 ||
    codePoint === 0x2010 ||
    codePoint === 0x2011 ||
    spaceWidth(codePoint) > 0 ||
    ignorable(codePoint)
  );
}

/** Characters that print nothing (Default_Ignorable_Code_Point, as far as they occur in text). */
export function ignorable(codePoint: number): boolean {
  if (codePoint < 0x200b) return codePoint === 0x34f || codePoint === 0x61c || codePoint === 0xad;
  return (
    codePoint <= 0x200f ||
    (codePoint >= 0x2028 && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe0fff)
  );
}

/** The text as the font can draw it, unit for unit: its space for a no-break space, its hyphen for hyphens it lacks. */
function drawn(font: FontFace, text: string): string {
  let result = "";
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xa0) continue;
    const lacks = code !== 0xa0 && font.glyph(code) === 0;
    let by: string | undefined;
    if (code === 0xa0 || (lacks && spaceWidth(code) > 0)) by = " ";
    else if (lacks && (code === 0x2010 || code === 0x2011)) by = "-";
    if (by === undefined) continue;
    result += text.slice(done, i) + by;
    done = i + 1;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** Width of a space of fixed width, 1/1000 em; 0 for all other characters. */
function spaceWidth(code: number): number {
  if (code < 0x2000 || code > 0x3000) return 0;
  if (code <= 0x200a) return fixedSpaces[code - 0x2000] as number;
  if (code === 0x202f) return 200;
  if (code === 0x205f) return 222;
  return code === 0x3000 ? 1000 : 0;
}

/** U+2000 to U+200A: en and em quads and spaces, third, quarter, sixth, figure, punctuation, thin, hair. */
const fixedSpaces = [500, 1000, 500, 1000, 333, 250, 167, 500, 250, 200, 100];
