import type { Page } from "../../../layout/index.ts";
import type { FaceKey } from "../../../theme/index.ts";
import type { FontBook, PdfFont } from "../fonts/font-book.ts";
import { useGlyph } from "../fonts/font-book.ts";
import type { PaintedFont, PdfMemo } from "../memo.ts";
import type { PageSink } from "../sink.ts";
import type { MarkedPage } from "../structure/mark-pages.ts";
import type { Painting } from "./paint-page.ts";
import { languageOf, paintPage } from "./paint-page.ts";

/** Paints a page, or takes what was painted of it for an earlier file. The bytes are those of `paintPage`. */
export function paintAgain(
  page: Page,
  marked: MarkedPage,
  painting: Painting,
  sink: PageSink,
  { pages }: PdfMemo,
): void {
  // Pictures are objects of the file, which stand where they are first painted.
  if (page.items.some(({ kind }) => kind === "image")) {
    paintPage(page, marked, painting, sink);
    return;
  }
  const marks = marksKey(marked, painting.language);
  const before = pages.get(page);
  if (before !== undefined && before.marks === marks && hasFonts(before.fonts, painting.fonts)) {
    for (const { key, glyphs } of before.fonts) use(painting.fonts.font(key), glyphs, sink);
    sink.deflated(before.content);
    return;
  }
  const heard = hearing(painting.fonts);
  paintPage(page, marked, { ...painting, fonts: heard.book }, sink);
  const content = sink.deflate();
  const fonts = heard.fonts();
  for (const { key, glyphs } of fonts) use(painting.fonts.font(key), glyphs, sink);
  pages.set(page, { marks, fonts, content });
  sink.deflated(content);
}

/** All that painting asks of marks. */
function marksKey({ marks }: MarkedPage, language: string): string {
  let key = "";
  for (const { from, to, element, artifact, number } of marks) {
    key +=
      element === undefined
        ? `${from} ${to} ${artifact};`
        : `${from} ${to} ${element.type} ${number} ${languageOf(element, language)} ${element.apart === true};`;
  }
  return key;
}

/** Whether faces get the names that they had. Names are given by first use, so asking for them gives them. */
function hasFonts(fonts: readonly PaintedFont[], book: FontBook): boolean {
  for (const { key, face, name } of fonts) {
    const font = book.font(key);
    if (font.name !== name || font.face !== face) return false;
  }
  return true;
}

function use(font: PdfFont, glyphs: readonly number[], sink: PageSink): void {
  sink.font(font.name, font.reference);
  for (const glyph of glyphs) useGlyph(font, glyph);
}

/** Fonts that take note of the glyphs of one page. */
function hearing(book: FontBook): {
  readonly book: FontBook;
  readonly fonts: () => readonly PaintedFont[];
} {
  const heard = new Map<FaceKey, PdfFont>();
  return {
    book: {
      ...book,
      font: (key) => {
        const known = heard.get(key);
        if (known !== undefined) return known;
        const font: PdfFont = { ...book.font(key), codes: [] };
        heard.set(key, font);
        return font;
      },
    },
    fonts: () =>
      [...heard].map(([key, { face, name, codes }]) => {
        const glyphs: number[] = [];
        codes.forEach((_, glyph) => {
          glyphs.push(glyph);
        });
        return { key, face, name, glyphs };
      }),
  };
}
