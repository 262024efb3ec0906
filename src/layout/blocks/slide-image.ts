import type { Block, Figure } from "../../document/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowOf, shift, stack, styleOf } from "./flow-helpers.ts";
import { inBox } from "./furniture.ts";
import type { SlideBody, SlidePlace, SlideSetter } from "./slide-look.ts";
import { measureOf, styleName } from "./slide-look.ts";
import { amongOthers } from "./slide-plain.ts";
import { emptyFrame, textFrame } from "./text-frame.ts";

/** As large as the frame allows, but no more than twice the size that its pixels ask for. */
const setFigure = (block: Figure, context: FlowContext, place: SlidePlace): SlideBody => {
  const asset = context.assets.image(block.image.source);
  if (asset === undefined || asset.width <= 0 || asset.height <= 0) {
    return stack(flowOf(block, context));
  }
  const { frame } = place;
  const style = inBox(styleOf(context, styleName(place, "caption", "caption")));
  const caption =
    block.caption === undefined
      ? emptyFrame
      : textFrame(
          { node: block.caption.id, children: block.caption.children, style, width: frame.width },
          context,
        );
  const gap = caption.height > 0 ? measureOf(place, "gap", 8) : 0;
  const most = Math.max(frame.height / 3, frame.height - caption.height - gap);
  const inches = { width: asset.width / asset.density, height: asset.height / asset.density };
  const scale = Math.min(2, frame.width / (inches.width * 72), most / (inches.height * 72));
  const width = inches.width * 72 * scale;
  const height = inches.height * 72 * scale;
  const image: PageItem = {
    kind: "image",
    tag: block.image.alternative === "" ? { artifact: "layout" } : { node: block.id },
    source: block.image.source,
    x: 0,
    y: 0,
    width,
    height,
  };
  return {
    items: [image, ...shift(caption.items, 0, height + gap)],
    height: height + gap + caption.height,
  };
};

const asFigure = (block: Block): Figure | undefined =>
  block.kind === "figure" ? block : undefined;

export const setImageSlide: SlideSetter = amongOthers(asFigure, setFigure);
