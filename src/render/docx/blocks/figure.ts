import type { Figure } from "../../../document/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import type { FileChild } from "../element.ts";
import { paragraph } from "../paragraph.ts";
import { image } from "../picture.ts";
import { stripLeft, textWidth } from "../styles/measures.ts";
import { caption } from "./caption.ts";
import type { Place } from "./place.ts";
import { styleIn } from "./place.ts";

export function figure(node: Figure, context: DocxContext, place: Place): readonly FileChild[] {
  const { theme } = context;
  const strip = theme.styles["body"]?.strip ?? "main";
  const { left = stripLeft(theme, strip), right = 0 } = place.within ?? {};
  const widest = place.width ?? textWidth(theme) - left - right;
  const picture = image(node.image, context, widest, roomOnSlide(node, context, place));
  const style = styleIn(place, "Figure", context);
  return [
    ...(picture.length === 0 ? [] : [paragraph(style, picture, context, { node: node.id })]),
    ...caption(node, styleIn(place, "FigureCaption", context), context, {
      named: picture.length === 0,
    }),
  ];
}

/** Below the title of a slide, with two lines for a caption. */
function roomOnSlide(node: Figure, { theme }: DocxContext, { slide }: Place): Points | undefined {
  if (slide === undefined || node.caption === undefined) return slide?.height;
  const { leading } = theme.styles["caption"] ?? { leading: 20 };
  return Math.max(leading, slide.height - leading * 2 - captionSpace);
}

const captionSpace = 32;
