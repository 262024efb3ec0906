import { isDeepStrictEqual } from "node:util";
import type { Report } from "../../../diagnostics/index.ts";
import type { ImageAsset, PlacedImage } from "../../../layout/index.ts";
import type { PdfMemo } from "../memo.ts";
import type { PdfSink, Reference } from "../sink.ts";
import { referenceSyntax } from "../sink.ts";
import { embedDrawing, isTransparent } from "./drawing-form.ts";
import { jpegPicture } from "./jpeg.ts";
import type { PdfImage, Picture } from "./picture.ts";
import { pngPicture } from "./png-picture.ts";

export type ImageBook = {
  /** Embeds an image when it is first asked for; undefined when it cannot be in the file, which is told once. */
  readonly image: (placed: PlacedImage) => PdfImage | undefined;
};

export function openImageBook(
  sink: PdfSink,
  asset: (source: string) => ImageAsset | undefined,
  report: Report,
  memo?: PdfMemo,
): ImageBook {
  const images = new Map<string, PdfImage | undefined>();
  let count = 0;
  return {
    image: ({ source }) => {
      if (images.has(source)) return images.get(source);
      const wanted = asset(source);
      const { drawing } = wanted ?? {};
      let image: PdfImage | undefined;
      const picture =
        drawing === undefined ? pictureAgain(source, wanted, report, memo) : undefined;
      if (drawing !== undefined) {
        count += 1;
        const reference = embedDrawing(sink, drawing);
        image = { name: `I${count}`, reference, transparent: isTransparent(drawing) };
      } else if (picture !== undefined) {
        count += 1;
        const reference = embed(sink, picture);
        const { orientation } = wanted ?? {};
        const turned = orientation === undefined ? {} : { orientation };
        image = {
          name: `I${count}`,
          reference,
          transparent: picture.alpha !== undefined,
          ...turned,
        };
      }
      images.set(source, image);
      return image;
    },
  };
}

/** The picture that was made of the same bytes before, or a new one. */
function pictureAgain(
  source: string,
  asset: ImageAsset | undefined,
  report: Report,
  memo: PdfMemo | undefined,
): Picture | undefined {
  const known = memo?.pictures.get(source);
  if (known !== undefined && isDeepStrictEqual(known.bytes, asset?.bytes)) return known.picture;
  const picture = pictureOf(source, asset, report);
  if (picture === undefined || asset === undefined) memo?.pictures.delete(source);
  else memo?.pictures.set(source, { bytes: asset.bytes, picture });
  return picture;
}

function pictureOf(
  source: string,
  asset: ImageAsset | undefined,
  report: Report,
): Picture | undefined {
  // What is missing was told when the assets were gathered.
  if (asset === undefined) return undefined;
  const picture = asset.format === "png" ? pngPicture(asset) : jpegPicture(asset);
  if (!("refused" in picture)) return picture;
  report({
    rule: picture.refused === "colours" ? "image-is-rgb" : "image-is-sound",
    severity: "error",
    message: `The image "${source}" ${picture.because}.`,
    hints: [picture.hint],
    ...(asset.place === undefined ? {} : { place: asset.place }),
  });
  return undefined;
}

/** ISO 32000-1, 8.9.5. */
function embed(sink: PdfSink, picture: Picture): Reference {
  const reference = sink.reserve();
  const size = {
    Type: "/XObject",
    Subtype: "/Image",
    Width: String(picture.width),
    Height: String(picture.height),
  };
  const entries: Record<string, string> = {
    ...size,
    ColorSpace: picture.colourSpace,
    BitsPerComponent: String(picture.bits),
    ...picture.entries,
  };
  if (picture.profile !== undefined) {
    const profile = sink.reserve();
    const components = { "/DeviceGray": "1", "/DeviceCMYK": "4" }[picture.colourSpace] ?? "3";
    sink.stream(profile, { N: components, Alternate: picture.colourSpace }, picture.profile);
    entries["ColorSpace"] = `[/ICCBased ${referenceSyntax(profile)}]`;
  }
  if (picture.alpha !== undefined) {
    const mask = sink.reserve();
    sink.stream(mask, { ...size, ColorSpace: "/DeviceGray", BitsPerComponent: "8" }, picture.alpha);
    entries["SMask"] = referenceSyntax(mask);
  }
  sink.stream(reference, entries, picture.bytes);
  return reference;
}
