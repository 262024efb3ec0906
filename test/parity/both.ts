import type { DocumentTree } from "../../src/document/index.ts";
import type { ImageAsset } from "../../src/layout/index.ts";
import { layOut } from "../../src/layout/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { renderPdf } from "../../src/render/pdf/index.ts";
import { assetsOf, themeOf } from "../layout/support.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import type { Outline } from "./outline.ts";
import { pdfOutline } from "./pdf-outline.ts";
import { wordOutline } from "./word-outline.ts";

/** What the PDF and the Word file of one document say. */
export async function outlinesOf(
  document: DocumentTree,
  images: Readonly<Record<string, ImageAsset>> = {},
): Promise<{ readonly pdf: Outline; readonly word: Outline }> {
  const theme = themeOf(document.product);
  const assets = { ...assetsOf(theme), image: (source: string) => images[source] };
  const { pages, facts } = layOut(document, theme, assets).value;
  const ignore = (): void => undefined;
  const { tags } = await readPdf(renderPdf(document, pages, assets, ignore));
  const bytes = await renderDocx(document, theme, facts, assets, ignore);
  return { pdf: pdfOutline(tags), word: wordOutline(bytes) };
}
