import { ImageRun } from "docx";
import type { ImageReference } from "../../document/index.ts";
import type { ImageAsset } from "../../layout/index.ts";
import type { Points } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { escapeText, textRun } from "./text.ts";

/** An image in the line, no wider and no higher than that, points; its alternative text when the file is missing. */
export function image(
  reference: ImageReference,
  context: DocxContext,
  widest: Points,
  tallest?: Points,
): readonly Child[] {
  const asset = context.assets.image(reference.source);
  if (asset === undefined)
    return reference.alternative === "" ? [] : [textRun(reference.alternative)];
  const size = fitted(asset, context, widest, tallest);
  const number = context.next("picture");
  const type = asset.format === "png" ? "png" : "jpg";
  const shown = {
    // docx takes pixels of 1/96 inch
    transformation: transformationOf(asset, (size.width * 96) / 72, (size.height * 96) / 72),
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

/** From the stored picture to the one that is seen, by the numbers of Exif: mirrored first, then turned (20.1.7.6). */
const turns: Readonly<Record<number, readonly [degrees: number, mirrored: boolean]>> = {
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [270, true],
  6: [90, false],
  7: [90, true],
  8: [270, false],
};

/** Word takes the size of the picture before it is turned. */
function transformationOf({ orientation }: ImageAsset, width: number, height: number) {
  const turn = orientation === undefined ? undefined : turns[orientation];
  if (turn === undefined) return { width, height };
  const [rotation, horizontal] = turn;
  const lies = rotation === 90 || rotation === 270;
  return {
    width: lies ? height : width,
    height: lies ? width : height,
    ...(rotation === 0 ? {} : { rotation }),
    ...(horizontal ? { flip: { horizontal } } : {}),
  };
}

/** Its own size where there is room, else smaller; never higher than a page, nor flatter than Word can show (20.4.2.7). */
function fitted(
  { width, height, density }: ImageAsset,
  { theme }: DocxContext,
  widest: Points,
  room?: Points,
): { readonly width: Points; readonly height: Points } {
  const { page } = theme;
  // Within text on a slide it leaves room for the title.
  const share = theme.slides === undefined ? 0.9 : 0.7;
  const tallest = room ?? (page.height - page.margins.top - page.margins.bottom) * share;
  const natural = { width: (width / density) * 72, height: (height / density) * 72 };
  const scale = Math.min(1, widest / natural.width, tallest / natural.height);
  const least = 0.75;
  return {
    width: Math.max(least, natural.width * scale),
    height: Math.max(least, natural.height * scale),
  };
}
