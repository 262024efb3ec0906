import type { Block, Slide } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowBlocks, narrowed, shift, stack, styleOf } from "./flow-helpers.ts";
import { inBox } from "./furniture.ts";
import type { SlidePlace } from "./slide-look.ts";
import { styleName } from "./slide-look.ts";
import { withText } from "./table-cells.ts";
import type { Frame } from "./text-frame.ts";

type Opening = {
  readonly items: readonly PageItem[];
  readonly height: Points;
  readonly overflow: Points;
};

/**
 * A title or section slide: masthead, title, and what is said below it; x and y from the top left of the page. `title` sets the title
 * in a style. A long one grows upwards from the foot of its frame, takes the styles `long` and `longest` of the layout where even that
 * has no room, and then moves down what stands below it.
 */
export const setOpening = (
  slide: Slide,
  context: FlowContext,
  place: SlidePlace,
  title: (style: string) => Frame,
): Opening => {
  const { frame, look } = place;
  const inside = narrowed(context, frame.width);
  const head = stack(flowBlocks(slide.children.filter(isMasthead), inside));
  const titleFrame = look.title ?? context.theme.slides?.title ?? frame;
  const foot = titleFrame.y + titleFrame.height;
  const gap = context.theme.page.baseline * 3;
  const highest = head.height > 0 ? frame.y + head.height + gap : frame.y + gap;
  let set = title(look.titleStyle);
  for (const style of [look.styles["long"], look.styles["longest"]]) {
    if (set.height > foot - highest && style !== undefined) set = title(style);
  }
  const top = set.height > titleFrame.height ? Math.max(highest, foot - set.height) : titleFrame.y;
  const below = setBelow(slide, inside, place, top + set.height);
  return {
    items: [
      ...shift(set.items, titleFrame.x, top),
      ...shift(head.items, frame.x, frame.y),
      ...shift(below.items, frame.x, 0),
    ],
    height: below.bottom - frame.y,
    overflow: Math.max(0, below.bottom - frame.y - frame.height),
  };
};

/** The purpose keeps its place as long as the title leaves it. */
const setBelow = (
  slide: Slide,
  inside: FlowContext,
  place: SlidePlace,
  titleBottom: Points,
): { readonly items: readonly PageItem[]; readonly bottom: Points } => {
  const style = styleOf(inside, styleName(place, "purpose", "subtitle"), "body");
  const words = withText(inside, { ...inBox(style), after: style.leading / 4 });
  const blocks = slide.children.filter((block) => !isMasthead(block));
  const text = stack(
    flowBlocks(blocks, { ...words, restyle: { purpose: "body", subtitle: "body" } }),
  );
  const wished = place.look.measures["purpose-y"] ?? 0;
  const y = Math.max(wished, titleBottom + style.leading * 0.75);
  return {
    items: shift(text.items, 0, y),
    bottom: text.height > 0 ? y + text.height : titleBottom,
  };
};

const isMasthead = (block: Block): boolean => block.kind === "masthead";
