import type { GlyphRun } from "../../../layout/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { PdfFont } from "../fonts/font-book.ts";
import { glyphText, useGlyph } from "../fonts/font-book.ts";
import { numberSyntax, utf16Syntax } from "../syntax.ts";
import { byWords, differences } from "./actual-text.ts";
import type { Canvas } from "./canvas.ts";
import { setFill } from "./canvas.ts";

/**
 * A run of glyphs: `BT /F1 11 Tf 1 0 0 -1 x y Tm [<0012>-20<0013>] TJ ET` (ISO 32000-1, 9.4). The page is turned so that y
 * runs down; the text matrix turns letters back.
 */
export function paintGlyphs(canvas: Canvas, font: PdfFont, run: GlyphRun): void {
  const { glyphs } = run;
  if (glyphs.length === 0) return;
  setFill(canvas, run.colour);
  const { operators } = canvas;
  operators.push(`BT${stateOf(canvas, font, run)}${matrix(run, run.x)}`);
  if (run.turned === true) showTurned(canvas, font, run);
  else showParts(canvas, font, run);
  if (canvas.rise !== 0) {
    canvas.rise = 0;
    operators.push("0 Ts");
  }
  operators.push("ET");
}

function matrix(run: GlyphRun, x: Points): string {
  return ` 1 0 0 -1 ${numberSyntax(x)} ${numberSyntax(run.y)} Tm`;
}

function showParts(canvas: Canvas, font: PdfFont, run: GlyphRun): void {
  const { operators } = canvas;
  let done = 0;
  for (const { from, to, text } of spokenOtherwise(font, run)) {
    if (from > done) showGlyphs(canvas, font, run, done, from);
    operators.push(`/Span<</ActualText${utf16Syntax(text)}>>BDC`);
    showGlyphs(canvas, font, run, from, to);
    operators.push("EMC");
    done = to;
  }
  if (done < run.glyphs.length) showGlyphs(canvas, font, run, done, run.glyphs.length);
}

/**
 * Characters of these strings stand in the order of the page (14.8.2.3.3), and the strings in that of reading: readers that
 * part them where a mark begins or ends take them one after another, and pdf.js knows no ActualText.
 */
function showTurned(canvas: Canvas, font: PdfFont, run: GlyphRun): void {
  const { operators } = canvas;
  const showAt = (from: number, to: number): void => {
    operators.push(matrix(run, run.x + advanceTo(font, run, from)));
    showGlyphs(canvas, font, run, from, to);
  };
  operators.push("/ReversedChars BMC");
  let before = run.glyphs.length;
  for (const { from, to, text } of [...spokenOtherwise(font, run)].reverse()) {
    if (to < before) showAt(to, before);
    operators.push(`/Span<</ActualText${utf16Syntax(text)}>>BDC`);
    for (let at = to - 1; at >= from; at--) showAt(at, at + 1);
    operators.push("EMC");
    before = from;
  }
  if (before === run.glyphs.length) showGlyphs(canvas, font, run, 0, before);
  else if (before > 0) showAt(0, before);
  operators.push("EMC");
}

/** From the left end of a run to one of its glyphs. */
function advanceTo(font: PdfFont, run: GlyphRun, index: number): Points {
  const { face } = font;
  const unit = (run.size * run.expansion) / 1000;
  let advance = 0;
  for (let at = 0; at < index; at++) {
    const glyph = run.glyphs[at] as number;
    const own = (face.advance(glyph) * 1000) / face.unitsPerEm;
    advance += (own + (run.adjust?.[at] ?? 0)) * unit + run.tracking;
    if (glyph === font.space) advance += run.wordSpace;
  }
  return advance;
}

/** What differs from the run before: font and size, tracking (Tc), horizontal scale in percent (Tz). */
function stateOf(canvas: Canvas, font: PdfFont, run: GlyphRun): string {
  let state = "";
  const name = `/${font.name} ${numberSyntax(run.size)} Tf`;
  if (canvas.font !== name) state += ` ${name}`;
  canvas.font = name;
  // 9.4.4: Tc is scaled with the glyphs, and is meant to be as long as it says.
  const tracking = run.tracking / run.expansion;
  if (canvas.tracking !== tracking) state += ` ${numberSyntax(tracking)} Tc`;
  canvas.tracking = tracking;
  if (canvas.expansion !== run.expansion) state += ` ${numberSyntax(run.expansion * 100)} Tz`;
  canvas.expansion = run.expansion;
  return state;
}

function spokenOtherwise(font: PdfFont, run: GlyphRun): ReturnType<typeof differences> {
  const { glyphs, text } = run;
  const count = glyphs.length;
  if (run.turned !== true) {
    if (isSaid(font, glyphs, text)) return [];
    const said = (index: number): string => glyphText(font, glyphs[index] as number);
    const found = differences(count, said, text);
    return reorders.test(text) ? byWords(found, count, said) : found;
  }
  // Both are compared in the order of reading; readers of files turn what they find, replaced or not. A mark that is raised
  // is said with its letter, since readers take what stands on another baseline for another word, and a ligature is said
  // letter by letter.
  const isRaised = (glyph: number): boolean => (run.rise?.[glyph] ?? 0) !== 0;
  const said = (index: number): string => {
    const glyph = count - 1 - index;
    if (isRaised(glyph) || isRaised(glyph - 1)) return "";
    const own = glyphText(font, glyphs[glyph] as number);
    return own.length > 1 ? "" : own.normalize("NFKC");
  };
  return differences(count, said, text)
    .map((difference) => ({
      from: count - difference.to,
      to: count - difference.from,
      text: [...difference.text].reverse().join(""),
    }))
    .reverse();
}

/** Scripts of which vowels stand before letters that they are read after: readers part words where a mark begins within them. */
const reorders = /[\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]/;

/** Most runs say their text letter by letter, which needs no comparing of each. */
function isSaid(font: PdfFont, glyphs: GlyphRun["glyphs"], text: string): boolean {
  let said = "";
  for (let index = 0; index < glyphs.length; index++)
    said += glyphText(font, glyphs[index] as number);
  return said === text;
}

/** TJ moves back by thousandths of the size; Tw would not reach the two-byte code of the space (9.3.3). */
function showGlyphs(canvas: Canvas, font: PdfFont, run: GlyphRun, from: number, to: number): void {
  const { glyphs, adjust, rise } = run;
  const wordSpace = run.wordSpace === 0 ? 0 : (run.wordSpace * 1000) / (run.size * run.expansion);
  let array = "[<";
  for (let index = from; index < to; index++) {
    const glyph = glyphs[index] as number;
    const wanted = rise === undefined ? 0 : (rise[index] as number) * run.size;
    if (wanted !== canvas.rise) {
      if (array !== "[<") canvas.operators.push(`${array}>]TJ`);
      canvas.operators.push(`${numberSyntax(wanted / 1000)} Ts`);
      canvas.rise = wanted;
      array = "[<";
    }
    array += useGlyph(font, glyph);
    let extra = adjust === undefined ? 0 : (adjust[index] as number);
    if (glyph === font.space) extra += wordSpace;
    const moved = Math.round(extra * -100) / 100;
    if (moved !== 0) array += `>${moved}<`;
  }
  canvas.operators.push(`${array}>]TJ`);
}
