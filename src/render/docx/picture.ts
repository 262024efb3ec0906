import { ImageRun } from "docx";
import type { ImageReference } from "../../document/index.ts";
import type { ImageAsset } from "../../layout/index.ts";
import type { Points } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { escapeText, textRun } from "./text.ts";

/** An image in the line, no wider than `widest` points; its alternative text when the file is missing. */
export function image(
  reference: ImageReference,
  context: DocxContext,
  widest: Points,
): readonly Child[] {
  const asset = context.assets.image(reference.source);
  if (asset === undefined)
    return reference.alternative === "" ? [] : [textRun(reference.alternative)];
  const size = fitted(asset, context, widest);
  const number = context.next("picture");
  const type = asset.format === "png" ? "png" : "jpg";
  const shown = {
    // docx takes pixels of 1/96 inch
    transformation: { width: (size.width * 96) / 72, height: (size.height * 96) / 72 },
    altText: {
      name: `Picture ${number}`,
      description: escapeText(reference.alternative),
      title: "",
    },
  };
  // Programs that do not know SVG show the pixels.
  return [
    asset.svg === undefined
      ? new ImageRun({ type, data: asset.bytes, ...shown })
      : new ImageRun({
          type: "svg",
          data: asset.svg,
          fallback: { type, data: asset.bytes },
          ...shown,
        }),
  ];
}

/** Its own size where there is room, else smaller; never higher than a page, nor flatter than Word can show (20.4.2.7). */
function fitted(
  { width, height, density }: ImageAsset,
  { theme }: DocxContext,
  widest: Points,
): { readonly width: Points; readonly height: Points } {
  const { page } = theme;
  const tallest = (page.height - page.margins.top - page.margins.bottom) * 0.9;
  const natural = { width: (width / density) * 72, height: (height / density) * 72 };
  const scale = Math.min(1, widest / natural.width, tallest / natural.height);
  const least = 0.75;
  return {
    width: Math.max(least, natural.width * scale),
    height: Math.max(least, natural.height * scale),
  };
}
