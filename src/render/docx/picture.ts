import { ImageRun } from "docx";
import type { ImageReference } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { textRun } from "./text.ts";

/** An image in the line, no wider than `widest` points; its alternative text when the file is missing. */
export function image(
  reference: ImageReference,
  context: DocxContext,
  widest: Points,
): readonly Child[] {
  const asset = context.assets.image(reference.source);
  if (asset === undefined)
    return reference.alternative === "" ? [] : [textRun(reference.alternative)];
  const natural = (asset.width / asset.density) * 72;
  const width = Math.min(natural, widest);
  const height = (width * asset.height) / asset.width;
  const number = context.next("picture");
  const type = asset.format === "png" ? "png" : "jpg";
  const shown = {
    // docx takes pixels of 1/96 inch
    transformation: { width: (width * 96) / 72, height: (height * 96) / 72 },
    altText: { name: `Picture ${number}`, description: reference.alternative, title: "" },
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
