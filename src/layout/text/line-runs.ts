import type { Points } from "../../theme/index.ts";
import type { Piece } from "./itemise.ts";
import type { Paragraph } from "./paragraph.ts";
import { forcedBreak, frameWidth } from "./units.ts";
import type { Word } from "./words.ts";
import { wordOf } from "./words.ts";

/** A stretch of one line in one look, not yet placed. */
export type Run = {
  readonly piece: Piece;
  readonly glyphs: number[];
  readonly adjust: number[];
  readonly rise: number[];
  /** Of each glyph to the right, 1/1000 em; empty in runs from left to right. */
  readonly shift: number[];
  text: string;
  /** Space glyphs that stretch. */
  spaces: number;
  /** Glyphs at its end that are the space between this line and the next: they take no room. */
  trailing: number;
  /** Without the trailing glyphs, with the tracking of the style, points. */
  width: Points;
};

/** Part of the text that becomes a line. */
export type LineRange = {
  readonly from: number;
  readonly to: number;
  readonly hyphen: boolean;
  /** Begins inside a word, after a hyphen. */
  readonly afterHyphen: boolean;
  readonly forced: boolean;
};

/** The glyphs of a line, run by run. `unit` is where to look for its beginning. */
export function runsOf(paragraph: Paragraph, range: LineRange, unit: number): Run[] {
  const { units, itemised } = paragraph;
  const runs: Run[] = [];
  for (let u = unit; u < units.count && (units.start[u] as number) < range.to; u++) {
    const start = Math.max(range.from, units.start[u] as number);
    const end = Math.min(range.to, units.end[u] as number);
    if (end <= start) continue;
    const piece = itemised.pieces[units.piece[u] as number] as Piece;
    if (piece.words === undefined) {
      const width = piece.image?.width ?? frameWidth(piece);
      runs.push({ ...emptyRun(piece), text: paragraph.text.slice(start, end), width });
      continue;
    }
    const broken = paragraph.text.charCodeAt(start) === forcedBreak;
    if (broken && (!range.forced || runs.at(-1)?.text.endsWith(" ") === true)) continue;
    const hyphen = range.hyphen && end === range.to;
    const run = runFor(runs, piece);
    if (broken) {
      addSpace(run);
      continue;
    }
    addWord(run, wordPart(paragraph, range, u, start, end));
    run.text += hyphen
      ? `${paragraph.text.slice(start, end)}\u00AD`
      : paragraph.text.slice(start, end);
    if (end === units.end[u] && end < range.to) addKern(run, units.kern[u] as number);
  }
  trimEnd(runs);
  return runs;
}

/** The last run, or a new one when the look changes. */
function runFor(runs: Run[], piece: Piece): Run {
  const last = runs.at(-1);
  if (last !== undefined && last.piece === piece) return last;
  const run = emptyRun(piece);
  runs.push(run);
  return run;
}

function emptyRun(piece: Piece): Run {
  const marks = { glyphs: [], adjust: [], rise: [], shift: [] };
  return { piece, ...marks, text: "", spaces: 0, trailing: 0, width: 0 };
}

/** The word of a unit, or the part of it that stands on this line. */
function wordPart(
  paragraph: Paragraph,
  range: LineRange,
  unit: number,
  start: number,
  end: number,
): Word {
  const { units, itemised } = paragraph;
  const whole = units.word[unit] as Word;
  const unitStart = units.start[unit] as number;
  const hyphen = range.hyphen && end === range.to;
  if (start === unitStart && end === units.end[unit] && !hyphen) return whole;
  const words = (itemised.pieces[units.piece[unit] as number] as Piece).words;
  if (words === undefined) return whole;
  const shaped = hyphen || (range.afterHyphen && start === range.from);
  if (!shaped) return slice(whole, start - unitStart, end - unitStart);
  const text = itemised.drawn.slice(start, end);
  return wordOf(words, hyphen ? `${text}-` : text);
}

/** Glyphs of a stretch of a word, as they are. */
function slice(word: Word, from: number, to: number): Word {
  const first = firstGlyphFrom(word, from);
  const last = firstGlyphFrom(word, to);
  const trailing = Math.max(0, word.trailing - (word.glyphs.length - last));
  let width = 0;
  for (let i = first; i < last - trailing; i++) width += word.advances[i] as number;
  return {
    glyphs: word.glyphs.subarray(first, last),
    adjust: word.adjust?.subarray(first, last),
    rise: word.rise?.subarray(first, last),
    shift: word.shift?.subarray(first, last),
    advances: word.advances.subarray(first, last),
    clusters: word.clusters.subarray(first, last),
    width,
    space: trailing > 0 ? word.space : 0,
    trailing,
  };
}

/** Index of the first glyph whose cluster is at or after an offset; clusters rise. */
function firstGlyphFrom(word: Word, offset: number): number {
  let low = 0;
  let high = word.clusters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((word.clusters[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addWord(run: Run, word: Word): void {
  const { look, words } = run.piece;
  const { adjust, rise, shift, glyphs } = word;
  const space = words?.spaceGlyph;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i] as number;
    run.glyphs.push(glyph);
    run.adjust.push(adjust === undefined ? 0 : (adjust[i] as number));
    run.rise.push(rise === undefined ? 0 : (rise[i] as number));
    if (shift !== undefined) run.shift.push(shift[i] as number);
    if (glyph === space) run.spaces++;
  }
  run.width += ((word.width + word.space) * look.size) / 1000 + glyphs.length * look.tracking;
}

function addKern(run: Run, kern: Points): void {
  const last = run.glyphs.length - 1;
  if (kern === 0 || last < 0) return;
  run.adjust[last] = (run.adjust[last] as number) + (kern * 1000) / run.piece.look.size;
  run.width += kern;
}

/** A line that is broken by hand still ends in a space for those who read its text. */
function addSpace(run: Run): void {
  const { words, look } = run.piece;
  if (words === undefined) return;
  run.glyphs.push(words.spaceGlyph);
  run.adjust.push(0);
  run.rise.push(0);
  if (words.options.rightToLeft) run.shift.push(0);
  run.text += " ";
  run.spaces++;
  const advance = words.font.advance(words.spaceGlyph) / words.font.unitsPerEm;
  run.width += advance * look.size + look.tracking;
}

/** Counts the spaces at the end of the line, which take no room. */
function trimEnd(runs: readonly Run[]): void {
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i] as Run;
    const { words, look } = run.piece;
    if (words === undefined) return;
    const { font, spaceGlyph } = words;
    const scale = look.size / 1000;
    const own = (font.advance(spaceGlyph) * 1000) / font.unitsPerEm;
    for (let at = run.text.length - 1; at >= 0 && run.text.charCodeAt(at) === 0x20; at--) {
      const glyph = run.glyphs.length - 1 - run.trailing;
      if (run.glyphs[glyph] !== spaceGlyph) return;
      run.width -= (own + (run.adjust[glyph] as number)) * scale + look.tracking;
      run.trailing++;
      run.spaces--;
    }
    if (run.trailing < run.glyphs.length) return;
  }
}
