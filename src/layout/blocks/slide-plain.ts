import type { Block, Fits } from "../../document/index.ts";
import { partedWhere } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { flowBlocks, narrowed, shift, stack, styleOf } from "./flow-helpers.ts";
import { inBox, ruleAt, ruleWidth } from "./furniture.ts";
import type { SlideBody, SlidePlace, SlideSetter } from "./slide-look.ts";
import { inFrame, measureOf, styleName } from "./slide-look.ts";
import { withText } from "./table-cells.ts";

/** Running text under a rule, on the second edge of the grid. */
export const setText: SlideSetter = (blocks, context, place) => {
  const style = styleOf(context, styleName(place, "text", "body"));
  const x = inFrame(place, "x", place.main.x);
  const width = measureOf(place, "width", place.frame.width - x);
  const rule = place.look.rules["first"];
  const top = rule === undefined ? 0 : ruleWidth(context, rule) + measureOf(place, "pad-top", 0);
  const inside = withText(narrowed(context, width), inBox(style));
  const body = fittingBlocks(blocks, inside, place.frame.height - top);
  const rules = rule === undefined ? [] : [ruleAt(context, rule, { x, y: 0, width })];
  return {
    ...body,
    items: [...rules, ...shift(body.items, x, top)],
    height: top + body.height,
  };
};

/** Whatever it is, across the frame. */
export const setPlain: SlideSetter = (blocks, context, place) =>
  fittingBlocks(blocks, context, place.frame.height);

/** As many blocks as have room. */
const fittingBlocks = (
  blocks: readonly Block[],
  context: FlowContext,
  height: Points,
): SlideBody => {
  const whole = stack(flowBlocks(blocks, context));
  if (whole.height <= height + 0.01) return whole;
  const { shown, rest } = partedWhere(blocks, fitsIn(context, height));
  const body = stack(flowBlocks(shown, context));
  return rest.length > 0 ? { ...body, rest } : body;
};

/** Whether blocks have room, one below another. */
export const fitsIn =
  (context: FlowContext, height: Points): Fits =>
  (blocks) =>
    stack(flowBlocks(blocks, context)).height <= height + 0.01;

/** One block of a kind gets the room that its neighbours leave; what stands before and after it is set as text. */
export const amongOthers =
  <Kind extends Block>(
    find: (block: Block) => Kind | undefined,
    set: (block: Kind, context: FlowContext, place: SlidePlace) => SlideBody,
  ): SlideSetter =>
  (blocks, context, place) => {
    const at = blocks.findIndex((block) => find(block) !== undefined);
    const found = blocks[at];
    const main = found === undefined ? undefined : find(found);
    if (main === undefined) return setPlain(blocks, context, place);
    const gap = context.theme.page.baseline * 2;
    const before = fittingBlocks(blocks.slice(0, at), context, place.frame.height);
    if (before.rest !== undefined) {
      return { ...before, rest: [...before.rest, ...blocks.slice(at)] };
    }
    const above = before;
    const top = above.height > 0 ? above.height + gap : 0;
    const room = { ...place.frame, height: Math.max(1, place.frame.height - top) };
    const body = set(main, context, { ...place, frame: room });
    const following = blocks.slice(at + 1);
    const items = [...above.items, ...shift(body.items, 0, top)];
    const height = top + body.height;
    if (body.rest !== undefined) return { items, height, rest: [...body.rest, ...following] };
    if (following.length === 0) return { items, height };
    const left = place.frame.height - height - gap;
    const below = stack(flowBlocks(following, context));
    // What does not fit below goes on, but never a slide for it alone when there is nothing else to gain.
    if (below.height > left + 0.01) return { items, height, rest: following };
    return {
      items: [...items, ...shift(below.items, 0, height + gap)],
      height: height + gap + below.height,
    };
  };
