import type { GlyphRun, Page, PageItem } from "../../../layout/index.ts";
import type { FontBook, PdfFont } from "../fonts/font-book.ts";
import type { ImageBook } from "../images/image-book.ts";
import type { PdfImage } from "../images/picture.ts";
import type { PageSink } from "../sink.ts";
import type { Element } from "../structure/element.ts";
import type { Artifact, Mark, MarkedPage } from "../structure/mark-pages.ts";
import { textSyntax, utf8 } from "../syntax.ts";
import type { Canvas } from "./canvas.ts";
import { newCanvas } from "./canvas.ts";
import { paintGlyphs } from "./paint-glyphs.ts";
import { paintBox, paintDisc, paintImage, paintOutline } from "./paint-shapes.ts";

/** ISO 32000-1, 14.8.2.2.2. */
const artifacts: Readonly<Record<Artifact, string>> = {
  header: "<</Type/Pagination/Subtype/Header>>",
  footer: "<</Type/Pagination/Subtype/Footer>>",
  layout: "<</Type/Layout>>",
  background: "<</Type/Background>>",
};

export type Painting = {
  readonly fonts: FontBook;
  readonly images: ImageBook;
  /** Language of the document. */
  readonly language: string;
};

/** Writes the content of a page, every mark of it in its own marked content. */
export function paintPage(
  page: Page,
  marked: MarkedPage,
  painting: Painting,
  sink: PageSink,
): void {
  const canvas = newCanvas();
  for (const mark of marked.marks) {
    canvas.operators.push(beginning(mark));
    paintMark(canvas, page, mark, painting, sink);
    canvas.operators.push("EMC");
  }
  sink.content(utf8(`${canvas.operators.join("\n")}\n`));
}

function paintMark(
  canvas: Canvas,
  page: Page,
  { element, from, to }: Mark,
  painting: Painting,
  sink: PageSink,
): void {
  const language =
    element === undefined ? painting.language : languageOf(element, painting.language);
  let before: GlyphRun | undefined;
  let apart = element?.apart === true;
  for (let index = from; index < to; index++) {
    const item = page.items[index];
    if (item === undefined) continue;
    if (item.kind === "glyphs") {
      if (element !== undefined && (apart || standsApart(before, item))) {
        paintBlank(canvas, item, painting, sink);
      }
      apart = false;
      before = item;
    }
    paintItem(canvas, item, language, painting, sink);
  }
}

/** A year and the date below it are two words, though no blank stands between them: another size on another line. */
function standsApart(before: GlyphRun | undefined, run: GlyphRun): boolean {
  return (
    before !== undefined &&
    before.size !== run.size &&
    before.y !== run.y &&
    !/[\s\u00ad]$/.test(before.text)
  );
}

/** A blank that ends where the run begins. */
function paintBlank(canvas: Canvas, run: GlyphRun, { fonts }: Painting, sink: PageSink): void {
  const font = fonts.font(run.face);
  if (font.space === 0) return;
  const { adjust: _adjust, rise: _rise, ...plain } = run;
  const width = (font.face.advance(font.space) / font.face.unitsPerEm) * run.size;
  const glyphs = Uint16Array.of(font.space);
  const blank = { ...plain, glyphs, text: " ", x: run.x - width, width };
  sink.font(font.name, font.reference);
  paintGlyphs(canvas, font, { ...blank, tracking: 0, wordSpace: 0, expansion: 1 });
}

function beginning(mark: Mark): string {
  if (mark.element === undefined) return `/Artifact ${artifacts[mark.artifact ?? "layout"]}BDC`;
  return `/${mark.element.type} <</MCID ${mark.number}>>BDC`;
}

function paintItem(
  canvas: Canvas,
  item: PageItem,
  language: string,
  { fonts, images }: Painting,
  sink: PageSink,
): void {
  switch (item.kind) {
    case "glyphs":
      paintText(canvas, item, fonts.font(item.face), language, sink);
      break;
    case "box":
      paintBox(canvas, item);
      break;
    case "outline":
      paintOutline(canvas, item);
      break;
    case "disc":
      paintDisc(canvas, item);
      break;
    case "image": {
      const image = images.image(item);
      if (image === undefined) paintFrame(canvas, item);
      else {
        usePicture(image, sink);
        paintImage(canvas, item, image);
      }
      break;
    }
    case "link":
    case "destination":
      break;
  }
}

/** What the page has to say of a picture on it. */
export function usePicture(image: PdfImage | undefined, sink: PageSink): void {
  if (image === undefined) return;
  sink.image(image.name, image.reference);
  if (image.transparent) sink.entry("Group", "<</S/Transparency/CS/DeviceRGB>>");
}

/** Text in another language than the element around it says which. */
function paintText(
  canvas: Canvas,
  run: GlyphRun,
  font: PdfFont,
  language: string,
  sink: PageSink,
): void {
  sink.font(font.name, font.reference);
  const foreign =
    run.language === undefined || run.language === language ? undefined : run.language;
  if (foreign !== undefined) canvas.operators.push(`/Span<</Lang${textSyntax(foreign)}>>BDC`);
  paintGlyphs(canvas, font, run);
  if (foreign !== undefined) canvas.operators.push("EMC");
}

/** In place of an image that cannot be in the file. */
function paintFrame(
  canvas: Canvas,
  { tag, x, y, width, height }: Extract<PageItem, { readonly kind: "image" }>,
): void {
  paintOutline(canvas, { kind: "outline", tag, x, y, width, height, line: 0.5, colour: "808080" });
}

/** The language that an element has of its own or from those around it. */
export function languageOf(element: Element, usual: string): string {
  for (let at: Element | undefined = element; at !== undefined; at = at.parent) {
    if (at.language !== undefined) return at.language;
  }
  return usual;
}
