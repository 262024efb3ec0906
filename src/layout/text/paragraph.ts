import type { Segments } from "../fit/index.ts";
import { newSegments } from "../fit/index.ts";
import type { Breaks } from "./breaks.ts";
import type { Cut } from "./cuts.ts";
import type { Direction } from "./direction.ts";
import type { Give } from "./give.ts";
import { ideographStretch } from "./give.ts";
import type { Itemised, Piece } from "./itemise.ts";
import type { Manuscript } from "./manuscript.ts";
import { protrusionOf } from "./protrusion.ts";
import { isIdeographic } from "./script.ts";
import type { Units } from "./units.ts";
import { forcedBreak } from "./units.ts";
import type { WordCuts } from "./word-cuts.ts";
import { wordCutsOf } from "./word-cuts.ts";
import type { Word } from "./words.ts";
import { wordOf } from "./words.ts";

/** A place where a line may end. */
export type Point = {
  readonly at: number;
  readonly penalty: number;
  readonly kind: "plain" | "hyphen" | "emergency";
};

/** Text that is shaped and knows its break opportunities. */
export type Prepared = {
  readonly manuscript: Manuscript;
  readonly itemised: Itemised;
  readonly breaks: Breaks;
  readonly units: Units;
  /** Where its lines begin. */
  readonly direction: Direction;
};

/** A shaped text with all places where a line may end. */
export type Paragraph = {
  readonly text: string;
  readonly itemised: Itemised;
  readonly units: Units;
  /** One for each segment: where it ends. */
  readonly points: readonly Point[];
  readonly segments: Segments;
};

/** Characters on each side of a cut that are shaped anew. */
const nearby = 40;

const cutPenalty = { hyphen: 50, name: 350, emergency: 20_000 };

/** Breaks and cuts in one order; at equal places the break counts. */
export function pointsOf(breaks: Breaks, cuts: readonly Cut[]): readonly Point[] {
  const points: Point[] = [];
  let next = 0;
  for (let i = 0; i < breaks.at.length; i++) {
    const at = breaks.at[i] as number;
    for (let cut = cuts[next]; cut !== undefined && cut.at < at; cut = cuts[++next]) {
      const kind = cut.kind === "emergency" ? "emergency" : "hyphen";
      points.push({ at: cut.at, penalty: cutPenalty[cut.kind], kind });
    }
    while (cuts[next]?.at === at) next++;
    points.push({ at, penalty: breaks.penalty[i] as number, kind: "plain" });
  }
  return points;
}

/** Measures what stands between the points. */
export function paragraphOf(
  text: string,
  itemised: Itemised,
  units: Units,
  points: readonly Point[],
  give: Give,
): Paragraph {
  const segments = newSegments(points.length);
  let unit = 0;
  let before = 0;
  let from = 0;
  for (let i = 0; i < points.length; i++) {
    const point = points[i] as Point;
    while (unit < units.count - 1 && (units.end[unit] as number) < point.at) unit++;
    const piece = itemised.pieces[units.piece[unit] as number] as Piece;
    const word = units.word[unit];
    segments.penalty[i] = point.penalty;
    let x: number;
    if ((units.end[unit] as number) <= point.at) {
      x = units.x[unit + 1] as number;
      const space = trailingSpace(units, unit);
      segments.glue[i] = space + (units.kern[unit] as number);
      segments.glueStretch[i] = space * give.stretch;
      segments.glueShrink[i] = space * give.shrink;
      if (isBlank(text, from, point.at) && point.penalty !== Number.NEGATIVE_INFINITY) {
        segments.penalty[i] = Number.POSITIVE_INFINITY;
      }
    } else {
      x = (units.x[unit] as number) + cutInside(segments, i, units, unit, piece, itemised, point);
    }
    const width = x - before - (segments.glue[i] as number);
    segments.width[i] = width;
    addGive(segments, i, give, piece, point.at - from, isAllWords(units, unit, from));
    if (give.protrusion && word !== undefined) {
      const hang = protrusionOf(text, from, point.at, point.kind === "hyphen", piece);
      segments.hangStart[i] = hang.start;
      segments.hangEnd[i] = hang.end;
    }
    before = x;
    from = point.at;
  }
  const last = points.length - 1;
  if (last >= 0) segments.penalty[last] = Number.NEGATIVE_INFINITY;
  return { text, itemised, units, points, segments };
}

/** Whether the units from a place on, up to `unit`, are all text. */
function isAllWords(units: Units, unit: number, from: number): boolean {
  for (let u = unit; u >= 0 && (units.end[u] as number) > from; u--) {
    if (units.word[u] === undefined) return false;
  }
  return true;
}

/** Enters how far the letters of a segment may stretch and shrink. */
function addGive(
  segments: Segments,
  index: number,
  give: Give,
  piece: Piece,
  letters: number,
  allWords: boolean,
): void {
  const { size } = piece.look;
  if (allWords && (give.tracking > 0 || give.expansion > 0)) {
    const most =
      (segments.width[index] as number) * give.expansion + letters * give.tracking * size;
    segments.stretch[index] = most;
    segments.shrink[index] = most;
  }
  if (give.stretch > 0 && isIdeographic(piece.words?.options.script ?? "")) {
    segments.stretch[index] =
      (segments.stretch[index] as number) + letters * ideographStretch * size;
  }
}

/** Spaces at the end of a unit, or before the forced break that it is. */
export function trailingSpace(units: Units, unit: number): number {
  const space = units.space[unit] as number;
  if (units.word[unit] !== undefined || unit === 0 || units.x[unit] !== units.x[unit + 1]) {
    return space;
  }
  return units.space[unit - 1] as number;
}

/** Nothing but spaces, as at the beginning of a line of code: no line ends after it. */
function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) !== 0x20) return false;
  const before = text.charCodeAt(from - 1);
  return to > from && (from === 0 || before === forcedBreak);
}

/** Enters a cut inside a word: what its halves differ from the whole. Gives the width of the word before the cut. */
function cutInside(
  segments: Segments,
  index: number,
  units: Units,
  unit: number,
  piece: Piece,
  itemised: Itemised,
  point: Point,
): number {
  const word = units.word[unit];
  const start = units.start[unit] as number;
  const end = units.end[unit] as number;
  if (word === undefined || piece.words === undefined) {
    segments.penalty[index] = Number.POSITIVE_INFINITY;
    return 0;
  }
  const { size, tracking } = piece.look;
  const cuts = wordCutsOf(word, end - start);
  const widthAt = (at: number): number =>
    ((cuts.width[at - start] as number) * size) / 1000 +
    (cuts.glyphs[at - start] as number) * tracking;
  const width = widthAt(point.at);
  if (point.kind === "emergency") {
    if (cuts.clean[point.at - start] === 0) segments.penalty[index] = Number.POSITIVE_INFINITY;
    return width;
  }
  // Shaping changes only what is near the cut; the rest of a very long word need not be shaped again.
  const near = cleanPlace(cuts, Math.max(0, point.at - start - nearby), -1) + start;
  const far = cleanPlace(cuts, Math.min(end - start, point.at - start + nearby), 1) + start;
  const head = wordOf(piece.words, `${itemised.drawn.slice(near, point.at)}-`);
  const rest = wordOf(piece.words, itemised.drawn.slice(point.at, far));
  const restBefore = far < end ? widthAt(far) : naturalWidth(word, size, tracking);
  segments.flagged[index] = 1;
  segments.tail[index] = naturalWidth(head, size, tracking) - (width - widthAt(near));
  segments.lead[index] = naturalWidth(rest, size, tracking) - (restBefore - width);
  return width;
}

/** The nearest place where a glyph begins, not farther than `nearby`: marks and joiners can be without number. */
function cleanPlace(cuts: WordCuts, from: number, step: -1 | 1): number {
  const last = cuts.clean.length - 1;
  let at = from;
  for (let count = 0; count < nearby && at > 0 && at < last && cuts.clean[at] === 0; count++) {
    at += step;
  }
  return at;
}

/** Without the spaces after it, points. */
function naturalWidth(word: Word, size: number, tracking: number): number {
  return (word.width * size) / 1000 + (word.glyphs.length - word.trailing) * tracking;
}
