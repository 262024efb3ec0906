import type { Figure } from "../../document/index.ts";
import { imageSize } from "../../document/index.ts";
import type { Strip } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem, Tag } from "../page.ts";
import { breakCost, styleOf, textFlow } from "./flow-helpers.ts";

/** An image, no wider than its strip and no higher than a page, with its caption below. */
export const flowFigure: BlockFlow<Figure> = (block, context) => {
  const strip = context.strip(block.role === "wide" ? "wide" : "main");
  const { baseline } = context.theme.page;
  const caption =
    block.caption === undefined
      ? []
      : textFlow(
          {
            node: block.caption.id,
            children: block.caption.children,
            style: {
              ...styleOf(context, "caption"),
              before: baseline * 0.375,
              after: baseline,
              keepWithNext: false,
              keepTogether: true,
            },
            strip,
          },
          context,
        );
  const captionHeight = caption.reduce((sum, line) => sum + line.height, baseline * 0.375);
  const image = imageFlow(block, strip, captionHeight, context);
  // A caption stands nearer to its image than to what follows.
  return caption.length > 0
    ? [{ ...image, after: 0, penalty: breakCost.whole }, ...caption]
    : [image];
};

function imageFlow(block: Figure, strip: Strip, below: number, context: FlowContext): FlowItem {
  const space = context.theme.page.baseline;
  const asset = context.assets.image(block.image.source);
  if (asset === undefined || asset.width <= 0 || asset.height <= 0) {
    return missing(block, strip, context);
  }
  const regions = context.theme.masters.later.regions.map((region) => region.height);
  const most = Math.max(space, Math.min(...regions) - below);
  const natural = {
    width: (asset.width / asset.density) * 72,
    height: (asset.height / asset.density) * 72,
  };
  const size = imageSize(block.image, natural, { width: strip.width, height: most });
  const item: PageItem = {
    kind: "image",
    tag: tagOf(block),
    source: block.image.source,
    x: strip.x,
    y: 0,
    ...size,
  };
  return {
    height: size.height,
    before: space,
    after: space,
    penalty: 0,
    items: [item],
    node: block.id,
  };
}

/** An image with an empty alternative is decoration. */
const tagOf = (block: Figure): Tag =>
  block.image.alternative === "" ? { artifact: "layout" } : { node: block.id };

/** A frame with the alternative text where the image cannot be had; build has told the author. */
function missing(block: Figure, strip: Strip, context: FlowContext): FlowItem {
  const space = context.theme.page.baseline;
  const style = { ...styleOf(context, "small"), before: 0, after: 0, indent: 0, hang: 0 };
  const words = block.image.alternative;
  const inner = { x: strip.x + 8, width: strip.width - 16 };
  const lines =
    words === ""
      ? []
      : textFlow(
          { node: block.id, children: [{ kind: "text", value: words }], style, strip: inner },
          context,
        );
  let height = 8;
  const items: PageItem[] = [];
  for (const line of lines) {
    for (const part of line.items) items.push({ ...part, y: part.y + height });
    height += line.height;
  }
  height += 8;
  const frame: PageItem = {
    kind: "outline",
    tag: { artifact: "layout" },
    x: strip.x,
    y: 0,
    width: strip.width,
    height,
    line: 0.5,
    colour: context.theme.colours["rule"] ?? style.colour,
  };
  return {
    height,
    before: space,
    after: space,
    penalty: 0,
    items: [frame, ...items],
    node: block.id,
  };
}
