import { createHash } from "node:crypto";
import type { FontFace } from "../../../layout/index.ts";
import type { PdfSink } from "../sink.ts";
import { referenceSyntax } from "../sink.ts";
import type { Syntax } from "../syntax.ts";
import { latin1, nameSyntax, numberSyntax } from "../syntax.ts";
import type { PdfFont } from "./font-book.ts";
import { toUnicodeMap } from "./to-unicode.ts";

/** What is embedded of a face where these glyphs of it are used. */
export type Embedded = {
  /** The font file. */
  readonly program: Uint8Array;
  readonly name: Syntax;
  readonly widths: string;
  readonly toUnicode: Uint8Array;
};

/** By face, then by glyphs: letters of one batch use much the same. */
export type EmbeddedFonts = WeakMap<FontFace, Map<string, Embedded>>;

/** Sets of glyphs that are remembered of one face. */
const mostSets = 16;

/**
 * Embeds what was used of a font: Type0 over CIDFontType2 (ISO 32000-1, 9.7), codes being glyph ids.
 * @param known what earlier files embedded; absent: nothing is known of them
 */
export function embedFont(sink: PdfSink, font: PdfFont, known?: EmbeddedFonts): void {
  const { face } = font;
  const { program, name, widths, toUnicode: map } = embeddedAgain(font, known);

  const file = sink.reserve();
  sink.stream(file, { Length1: String(program.length) }, program);
  const descriptor = sink.reserve();
  sink.object(descriptor, descriptorOf(face, name, referenceSyntax(file)));
  const descendant = sink.reserve();
  sink.object(
    descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${referenceSyntax(descriptor)}/CIDToGIDMap/Identity/W[${widths}]>>`,
  );
  const toUnicode = sink.reserve();
  sink.stream(toUnicode, {}, map);
  sink.object(
    font.reference,
    `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H` +
      `/DescendantFonts[${referenceSyntax(descendant)}]/ToUnicode ${referenceSyntax(toUnicode)}>>`,
  );
}

function embeddedAgain(font: PdfFont, known: EmbeddedFonts | undefined): Embedded {
  const glyphs = usedGlyphs(font);
  if (known === undefined) return embedded(font, glyphs);
  const sets = known.get(font.face) ?? new Map<string, Embedded>();
  known.set(font.face, sets);
  const key = glyphs.join(" ");
  const before = sets.get(key);
  if (before !== undefined) return before;
  const made = embedded(font, glyphs);
  if (sets.size >= mostSets) sets.clear();
  sets.set(key, made);
  return made;
}

function embedded(font: PdfFont, glyphs: readonly number[]): Embedded {
  const { face } = font;
  const program = face.subset(glyphs);
  return {
    program,
    name: nameSyntax(`${subsetTag(program)}+${face.postscriptName}`),
    widths: widthsOf(face, glyphs),
    toUnicode: latin1(toUnicodeMap(font, glyphs)),
  };
}

function usedGlyphs({ codes }: PdfFont): readonly number[] {
  return [...codes.keys()].sort((one, other) => one - other);
}

/** 9.6.4: six capitals that tell subsets apart. */
function subsetTag(program: Uint8Array): string {
  const digest = createHash("sha256").update(program).digest();
  return String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)));
}

/** 9.8.1. Bits of Flags (9.8.2): 1 fixed pitch, 2 serif, 4 symbolic (glyphs beyond Latin), 64 italic. */
function descriptorOf(face: FontFace, name: string, file: string): string {
  const units = (value: number) => String(Math.round((value * 1000) / face.unitsPerEm));
  const italic = face.italicAngle !== 0;
  const flags = 4 + (face.fixedPitch ? 1 : 0) + (face.serif ? 2 : 0) + (italic ? 64 : 0);
  // No table tells the width of stems; this line through common faces serves readers that lack the font program.
  const stem = Math.round(50 + (face.weight / 65) ** 2);
  return (
    `<</Type/FontDescriptor/FontName${name}/Flags ${flags}/FontBBox[${face.boundingBox.map(units).join(" ")}]` +
    `/ItalicAngle ${numberSyntax(face.italicAngle)}/Ascent ${units(face.ascent)}/Descent ${units(face.descent)}` +
    `/CapHeight ${units(face.capHeight)}/XHeight ${units(face.xHeight)}/StemV ${stem}/FontFile2 ${file}>>`
  );
}

/** 9.7.4.3: `first [widths of it and those that follow]`. */
function widthsOf(face: FontFace, glyphs: readonly number[]): string {
  let widths = "";
  let before = -2;
  for (const glyph of glyphs) {
    if (glyph !== before + 1) widths += `${before < 0 ? "" : "]"}${glyph}[`;
    else widths += " ";
    widths += numberSyntax((face.advance(glyph) * 1000) / face.unitsPerEm);
    before = glyph;
  }
  return before < 0 ? "" : `${widths}]`;
}
