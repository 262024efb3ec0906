import type { FontFace } from "./font-face.ts";
import type { TextContext } from "./line.ts";
import type { Look } from "./look.ts";
import { fallbackFace } from "./look.ts";
import type { ImageObject, Manuscript, Stretch } from "./manuscript.ts";
import { reportMissing } from "./missing.ts";
import { isCursive, isMark, isRightToLeft, scriptOf } from "./script.ts";
import type { WordCache } from "./words.ts";
import { ignorable, replaceable, wordCacheOf } from "./words.ts";

/** A stretch that one face can set in one script. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  /** With the face that is used. */
  readonly look: Look;
  /** Absent for objects. */
  readonly words?: WordCache;
  readonly image?: ImageObject;
  /** A character that no font has. */
  readonly framed?: number;
  /** Embedding level (UAX #9): odd runs from right to left. */
  readonly level: number;
};

export type Itemised = {
  /** What is drawn, unit for unit with the text: capitals where the style wants them. */
  readonly drawn: string;
  /** In order, covering all of it. */
  readonly pieces: readonly Piece[];
};

/** A face that may set a character. */
type Candidate = { readonly look: Look; readonly font: FontFace };

/** Divides the text by face, script and direction. `levels` are of its units; absent: all runs from left to right. */
export function itemise(
  manuscript: Manuscript,
  context: TextContext,
  levels: Uint8Array | undefined,
): Itemised {
  let drawn = "";
  const pieces: Piece[] = [];
  for (const stretch of manuscript.stretches) {
    const text = manuscript.text.slice(stretch.start, stretch.end);
    const shown = stretch.look.capitals ? inCapitals(text, stretch.look.font) : text;
    drawn += shown;
    if (stretch.object !== undefined) {
      const { start, end, look, object } = stretch;
      pieces.push({ start, end, look, image: object, level: 0 });
    } else if (isPlain(shown, stretch.look.font)) {
      const { start, end, look } = stretch;
      pieces.push({ start, end, look, words: wordsOf(look, "Latn"), level: 0 });
    } else {
      divide(shown, stretch, context, pieces);
    }
  }
  return { drawn, pieces: levels === undefined ? pieces : byLevel(pieces, levels) };
}

/** The pieces, parted where the direction changes, each shaped in its own. */
function byLevel(pieces: readonly Piece[], levels: Uint8Array): readonly Piece[] {
  const parted: Piece[] = [];
  for (const piece of pieces) {
    for (let start = piece.start; start < piece.end; ) {
      const level = levels[start] as number;
      let end = start + 1;
      while (end < piece.end && (piece.framed !== undefined || levels[end] === level)) end++;
      parted.push({ ...directed(piece, level), start, end });
      start = end;
    }
  }
  return parted;
}

function directed(piece: Piece, level: number): Piece {
  const { words } = piece;
  if (words === undefined || (level & 1) === 0) return { ...piece, level };
  return {
    ...piece,
    level,
    words: wordCacheOf(words.font, { ...words.options, rightToLeft: true }),
  };
}

/** Whether the face has all of a text that is Latin throughout. */
function isPlain(text: string, font: FontFace): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x250 && (code < 0x2010 || code > 0x203a || code === 0x2028)) return false;
    if (font.glyph(code) === 0 && code !== 0xa0 && code !== 0x202f) return false;
  }
  return true;
}

function lookIn(script: string | undefined, look: Look): Look {
  const torn = script !== undefined && isCursive(script) && look.tracking !== 0;
  return torn ? { ...look, tracking: 0 } : look;
}

function wordsOf(look: Look, script: string): WordCache {
  // Ligatures that are not required would hide the order of their letters from readers of files.
  const features = script === "Arab" ? { ...look.features, liga: 0 } : look.features;
  return wordCacheOf(look.font, {
    language: look.language,
    script,
    rightToLeft: false,
    ...(features === undefined ? {} : { features }),
  });
}

function divide(text: string, stretch: Stretch, context: TextContext, pieces: Piece[]): void {
  const own: Candidate = { look: stretch.look, font: stretch.look.font };
  let start = 0;
  let current: Candidate | undefined = own;
  let script: string | undefined;
  const flush = (end: number): void => {
    if (end > start && current !== undefined) {
      pieces.push({
        start: stretch.start + start,
        end: stretch.start + end,
        look: lookIn(script, current.look),
        words: wordsOf(current.look, script ?? "Latn"),
        level: 0,
      });
    }
    start = end;
  };
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) ?? 0;
    const next = i + (codePoint > 0xffff ? 2 : 1);
    const newScript = scriptOf(codePoint);
    const before: Candidate = current ?? own;
    const joins = newScript === undefined && staysWith(codePoint, script);
    const wanted: Candidate | undefined =
      joins && has(before.font, codePoint)
        ? before
        : candidateFor(codePoint, text, i, before, own, context);
    const changes = newScript !== undefined && script !== undefined && newScript !== script;
    if (wanted === undefined) {
      flush(i);
      const end = afterIgnorable(text, next);
      reportMissing(context, codePoint, stretch.place);
      pieces.push({
        start: stretch.start + i,
        end: stretch.start + end,
        look: own.look,
        framed: codePoint,
        level: 0,
      });
      start = end;
      current = own;
      i = end;
      continue;
    }
    if (wanted.font !== before.font || changes) {
      flush(i);
      script = undefined;
    }
    current = wanted;
    if (newScript !== undefined) {
      script = newScript;
    }
    i = next;
  }
  flush(text.length);
}

/**
 * Whether a sign that all scripts share is set in the face of the letters before it: spaces always, and punctuation
 * between words that run from right to left. Figures and brackets in other scripts look better in the face of the text.
 */
function staysWith(codePoint: number, script: string | undefined): boolean {
  if (script === undefined || script === "Latn") return false;
  if (codePoint === 0x20 || codePoint === 0xa0) return true;
  return isRightToLeft(script) && !(codePoint >= 0x30 && codePoint <= 0x39);
}

/** End of the joiners and selectors that follow a character; they have no sense without it. */
function afterIgnorable(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (!ignorable(codePoint) || codePoint === 0x200b || codePoint === 0x2028) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

/** The face for a character; undefined when none has it. */
function candidateFor(
  codePoint: number,
  text: string,
  at: number,
  current: Candidate,
  own: Candidate,
  context: TextContext,
): Candidate | undefined {
  if (ignorable(codePoint)) return current;
  if (current !== own && isMark(codePoint) && has(current.font, codePoint)) return current;
  if (has(own.font, codePoint)) return own;
  if (isMark(codePoint) && at > 0 && composes(text, at, codePoint, current.font)) return current;
  if (current !== own && scriptOf(codePoint) !== undefined && has(current.font, codePoint)) {
    return current;
  }
  for (const asked of context.assets.fallbacks) {
    const key = fallbackFace(context, asked, own.look);
    const font = context.assets.face(key);
    if (font === undefined || font.glyph(codePoint) === 0) continue;
    if (font === current.font) return current;
    return { font, look: { ...own.look, face: key, font, features: undefined } };
  }
  return undefined;
}

function has(font: FontFace, codePoint: number): boolean {
  return font.glyph(codePoint) !== 0 || replaceable(codePoint);
}

/** Whether a letter and its mark are one character that the font has. */
function composes(text: string, at: number, mark: number, font: FontFace): boolean {
  const before = text.slice(Math.max(0, at - 1), at) + String.fromCodePoint(mark);
  const composed = before.normalize("NFC");
  const codePoint = composed.codePointAt(0) ?? 0;
  return composed.length < before.length && font.glyph(codePoint) !== 0;
}

/** Capitals, unit for unit; a letter whose capital is longer stays, but for ß. */
function inCapitals(text: string, font: FontFace): string {
  const whole = text.toUpperCase();
  if (whole.length === text.length) return whole;
  let result = "";
  for (const character of text) {
    const capital = character.toUpperCase();
    if (capital.length === character.length) result += capital;
    else result += character === "ß" && font.glyph(0x1e9e) !== 0 ? "\u1E9E" : character;
  }
  return result;
}
