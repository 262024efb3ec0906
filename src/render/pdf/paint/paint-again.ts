import type { Page } from "../../../layout/index.ts";
import type { FaceKey } from "../../../theme/index.ts";
import type { FontBook, PdfFont } from "../fonts/font-book.ts";
import { useGlyph } from "../fonts/font-book.ts";
import type { ImageBook } from "../images/image-book.ts";
import type { PdfImage } from "../images/picture.ts";
import type { Painted, PaintedFont, PaintedImage, PdfMemo } from "../memo.ts";
import type { PageSink } from "../sink.ts";
import type { MarkedPage } from "../structure/mark-pages.ts";
import type { Painting } from "./paint-page.ts";
import { languageOf, paintPage, usePicture } from "./paint-page.ts";

/** Paints a page, or takes what was painted of it for an earlier file. The bytes are those of `paintPage`. */
export function paintAgain(
  page: Page,
  marked: MarkedPage,
  painting: Painting,
  sink: PageSink,
  { pages }: PdfMemo,
): void {
  const { language } = painting;
  const before = pages.get(page);
  const marks =
    before?.marked === marked && before.language === language
      ? before.marks
      : marksKey(marked, language);
  if (before?.marks === marks && isAsPainted(before, painting)) {
    use(before, painting, sink);
    sink.deflated(before.content);
    if (before.marked !== marked) pages.set(page, { ...before, marked, language });
    return;
  }
  const heard = hearing(painting);
  paintPage(page, marked, heard.painting, sink);
  const content = sink.deflate();
  const painted = { marked, marks, language, asked: heard.asked(), content };
  use(painted, painting, sink);
  pages.set(page, painted);
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

/** Whether faces and pictures get the names that they had. Names are given by first use, so asking for them gives them. */
function isAsPainted({ asked }: Painted, { fonts, images }: Painting): boolean {
  for (const each of asked) {
    if (each.kind === "font") {
      const font = fonts.font(each.key);
      if (font.name !== each.name || font.face !== each.face) return false;
    } else if (!isSameImage(images.image(each.placed), each.image)) return false;
  }
  return true;
}

function isSameImage(one: PdfImage | undefined, other: PdfImage | undefined): boolean {
  return (
    one?.name === other?.name &&
    one?.transparent === other?.transparent &&
    one?.orientation === other?.orientation
  );
}

/** What painting leaves in the file besides the content of the page. */
function use({ asked }: Painted, { fonts, images }: Painting, sink: PageSink): void {
  for (const each of asked) {
    if (each.kind === "image") usePicture(images.image(each.placed), sink);
    else {
      const font = fonts.font(each.key);
      sink.font(font.name, font.reference);
      for (const glyph of each.glyphs) useGlyph(font, glyph);
    }
  }
}

/** The same painting, which takes note of what one page asks for. */
function hearing(painting: Painting): {
  readonly painting: Painting;
  readonly asked: () => Painted["asked"];
} {
  const heard = new Map<FaceKey, PdfFont>();
  const asked: (FaceKey | PaintedImage)[] = [];
  const fonts: FontBook = {
    ...painting.fonts,
    font: (key) => {
      const known = heard.get(key);
      if (known !== undefined) return known;
      const font: PdfFont = { ...painting.fonts.font(key), codes: new Map() };
      heard.set(key, font);
      asked.push(key);
      return font;
    },
  };
  const images: ImageBook = {
    image: (placed) => {
      const image = painting.images.image(placed);
      asked.push({ kind: "image", placed, image });
      return image;
    },
  };
  return {
    painting: { ...painting, fonts, images },
    asked: () =>
      asked.flatMap((each): Painted["asked"] => {
        if (typeof each !== "string") return [each];
        const font = heard.get(each);
        return font === undefined ? [] : [paintedFont(each, font)];
      }),
  };
}

function paintedFont(key: FaceKey, { face, name, codes }: PdfFont): PaintedFont {
  return { kind: "font", key, face, name, glyphs: [...codes.keys()] };
}
