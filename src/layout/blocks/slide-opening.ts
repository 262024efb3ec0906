import type { Block, Slide } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowBlocks, narrowed, shift, stack, styleOf } from "./flow-helpers.ts";
import { inBox } from "./furniture.ts";
import type { SlidePlace } from "./slide-look.ts";
import { styleName } from "./slide-look.ts";
import { withText } from "./table-cells.ts";

/** What stands above and below the title of a title or section slide; x and y from the top left of the page. */
export const setOpening = (
  slide: Slide,
  context: FlowContext,
  place: SlidePlace,
  titleBottom: Points,
): {
  readonly items: readonly PageItem[];
  readonly height: Points;
  readonly overflow: Points;
} => {
  const { frame } = place;
  const inside = narrowed(context, frame.width);
  const above = slide.children.filter(isMasthead);
  const below = slide.children.filter((block) => !isMasthead(block));
  const head = stack(flowBlocks(above, inside));
  const style = styleOf(context, styleName(place, "purpose", "subtitle"), "body");
  const words = withText(inside, { ...inBox(style), after: style.leading / 4 });
  const text = stack(
    flowBlocks(below, { ...words, restyle: { purpose: "body", subtitle: "body" } }),
  );
  // The purpose keeps its place as long as the title leaves it.
  const wished = place.look.measures["purpose-y"] ?? 0;
  const y = Math.max(wished, titleBottom + style.leading * 0.75);
  const bottom = text.height > 0 ? y + text.height : titleBottom;
  return {
    items: [...shift(head.items, frame.x, frame.y), ...shift(text.items, frame.x, y)],
    height: bottom - frame.y,
    overflow: Math.max(0, bottom - frame.y - frame.height),
  };
};

const isMasthead = (block: Block): boolean => block.kind === "masthead";
