import { characterMapOf } from "./character-map.ts";
import type { FontFace } from "./font-face.ts";
import { glyphTexts } from "./glyph-text.ts";
import type { PairTable, ShapeByPairs } from "./pair-tables/index.ts";
import { readPairTable, shapeByPairs, textByPairs } from "./pair-tables/index.ts";
import type { Sfnt } from "./sfnt.ts";
import { openSfnt, refusal, tableOf } from "./sfnt.ts";
import type { Shaper } from "./shaper.ts";
import { outlinesOf, subsetOf } from "./subset.ts";

/**
 * Opens a font file with TrueType outlines. Measures and glyphs are read from its tables; the shaper is only started by
 * `shape`, and only for text that the table of pairs (`pairs`, a file that was measured for this very font) does not decide.
 * Throws an Error that names the file (`name`) and says why when it is not such a font or is broken.
 */
export function openFace(
  bytes: Uint8Array,
  shaper: Shaper,
  name = "unnamed",
  pairs?: Uint8Array,
): FontFace {
  const sfnt = openSfnt(bytes, name);
  try {
    return faceOf(sfnt, shaper, pairs === undefined ? undefined : readPairTable(pairs, bytes));
  } catch (error) {
    if (error instanceof RangeError) throw refusal(name, "is broken: a table ends too early");
    throw error;
  }
}

function faceOf(sfnt: Sfnt, shaper: Shaper, pairs: PairTable | undefined): FontFace {
  const { view } = sfnt;
  const head = tableOf(sfnt, "head").offset;
  const hhea = tableOf(sfnt, "hhea").offset;
  const unitsPerEm = view.getUint16(head + 18);
  if (unitsPerEm < 16 || unitsPerEm > 16384)
    throw refusal(sfnt.name, "has no valid size of the em");
  if (outlinesOf(sfnt).count === 0) throw refusal(sfnt.name, "has no glyphs");
  const characters = characterMapOf(sfnt);
  const postscriptName = postscriptNameOf(sfnt);
  const ascent = view.getInt16(hhea + 4);
  const windows = windowsMetrics(sfnt);
  const post = sfnt.tables.get("post");
  const advance = advances(sfnt);
  const shape = shaper.open(sfnt.bytes);
  const textOf = glyphTexts(sfnt, characters);
  const described = post !== undefined && post.length >= 16;
  return {
    postscriptName,
    unitsPerEm,
    ascent,
    descent: view.getInt16(hhea + 6),
    capHeight: windows.capHeight || Math.round(ascent * 0.7),
    xHeight: windows.xHeight || Math.round(ascent * 0.5),
    boundingBox: [
      view.getInt16(head + 36),
      view.getInt16(head + 38),
      view.getInt16(head + 40),
      view.getInt16(head + 42),
    ],
    italicAngle: described ? view.getInt32(post.offset + 4) / 65536 : 0,
    weight: windows.weight || 400,
    serif: windows.serif ?? (/serif/i.test(postscriptName) && !/sans/i.test(postscriptName)),
    fixedPitch: described ? view.getUint32(post.offset + 12) !== 0 : false,
    glyph: characters.glyph,
    advance,
    textOf: pairs === undefined ? textOf : textsOf(textByPairs(pairs), textOf),
    shape: pairs === undefined ? shape : shapeOf(shapeByPairs(pairs, advance), shape),
    subset: (glyphs) => subsetOf(sfnt, glyphs),
  };
}

function shapeOf(byPairs: ShapeByPairs, shape: FontFace["shape"]): FontFace["shape"] {
  return (text, options) => byPairs(text, options) ?? shape(text, options);
}

function textsOf(
  byPairs: (glyph: number) => string | undefined,
  textOf: FontFace["textOf"],
): FontFace["textOf"] {
  return (glyph) => byPairs(glyph) ?? textOf(glyph);
}

/** Reads hmtx: the last advance holds for all glyphs that have none of their own. */
function advances(sfnt: Sfnt): (glyph: number) => number {
  const { view } = sfnt;
  const table = tableOf(sfnt, "hmtx");
  const stated = view.getUint16(tableOf(sfnt, "hhea").offset + 34);
  const measured = Math.min(stated, Math.floor(table.length / 4));
  if (measured === 0) throw refusal(sfnt.name, "has no widths");
  return (glyph) => view.getUint16(table.offset + 4 * Math.min(glyph, measured - 1));
}

type WindowsMetrics = {
  readonly weight: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Absent when the font does not say. */
  readonly serif: boolean | undefined;
};

/** The table OS/2; zeros where it says nothing. */
function windowsMetrics(sfnt: Sfnt): WindowsMetrics {
  const table = sfnt.tables.get("OS/2");
  if (table === undefined || table.length < 68) {
    return { weight: 0, capHeight: 0, xHeight: 0, serif: undefined };
  }
  const { view } = sfnt;
  const at = table.offset;
  const heights = table.length >= 90 && view.getUint16(at) >= 2;
  return {
    weight: view.getUint16(at + 4),
    xHeight: heights ? view.getInt16(at + 86) : 0,
    capHeight: heights ? view.getInt16(at + 88) : 0,
    serif: serifOf(view.getInt8(at + 30), view.getUint8(at + 32), view.getUint8(at + 33)),
  };
}

/** By sFamilyClass, else by the PANOSE serif style of Latin text faces. */
function serifOf(familyClass: number, family: number, style: number): boolean | undefined {
  if (familyClass >= 1 && familyClass <= 7) return true;
  if (familyClass === 8) return false;
  if (family !== 2 || style < 2) return undefined;
  return style <= 10;
}

/** Name 6 of the table name, printable ASCII without what PDF names must escape. */
function postscriptNameOf(sfnt: Sfnt): string {
  const table = sfnt.tables.get("name");
  if (table === undefined) return "Unnamed";
  const { view } = sfnt;
  const count = view.getUint16(table.offset + 2);
  const strings = table.offset + view.getUint16(table.offset + 4);
  for (let i = 0; i < count; i++) {
    const entry = table.offset + 6 + 12 * i;
    if (view.getUint16(entry + 6) !== 6) continue;
    const step = view.getUint16(entry) === 1 ? 1 : 2;
    const length = Math.min(view.getUint16(entry + 8), 126);
    const from = strings + view.getUint16(entry + 10);
    let text = "";
    for (let at = step - 1; at < length; at += step) {
      text += String.fromCharCode(view.getUint8(from + at));
    }
    const clean = text.replace(/[^!-~]|[[\](){}<>/%#]/g, "");
    if (clean !== "") return clean;
  }
  return "Unnamed";
}
