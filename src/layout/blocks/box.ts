import type { NodeId } from "../../document/index.ts";
import type { Colour, Padding, Points, Strip } from "../../theme/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import type { FilledBox, PageItem } from "../page.ts";
import { breakCost, ruleBox, shift, spaceBetween } from "./flow-helpers.ts";
import { nested } from "./nesting.ts";

export type Box = {
  readonly node: NodeId;
  readonly strip: Strip;
  readonly fill: Colour;
  /** Name of a rule; absent: none. */
  readonly ruleTop?: string;
  readonly padding: Padding;
  /** Space above and below. */
  readonly before: Points;
  readonly after: Points;
};

/** Where the text of a box is set. */
export function insideOf(box: Pick<Box, "strip" | "padding">, context: FlowContext): FlowContext {
  const { strip, padding } = box;
  return nested(context, strip, padding.left, padding.right).context;
}

/**
 * Flow on a tint. It stays whole where a region can hold it; otherwise the tint goes on in the next region, so that nothing
 * is lost.
 */
export function boxed(
  flow: readonly FlowItem[],
  box: Box,
  context: FlowContext,
): readonly FlowItem[] {
  const { strip, padding, node } = box;
  const content: readonly FlowItem[] =
    flow.length > 0 ? flow : [{ height: 0, before: 0, after: 0, penalty: 0, items: [], node }];
  const last = content.length - 1;
  return content.map((item, index) => {
    const rule =
      index === 0 && box.ruleTop !== undefined
        ? ruleBox(context, box.ruleTop, strip.x, 0, strip.width)
        : undefined;
    const above = content[index - 1];
    const top = above === undefined ? (rule?.height ?? 0) + padding.top : spaceBetween(above, item);
    const height = top + item.height + (index === last ? padding.bottom : 0);
    const items: PageItem[] = [tint(box, height)];
    if (rule !== undefined) items.push(rule);
    for (const placed of shift(item.items, 0, top)) items.push(placed);
    const { continuation, reach: _reach, ...rest } = item;
    return {
      ...rest,
      height,
      before: index === 0 ? box.before : 0,
      after: index === last ? box.after : 0,
      penalty: index === last ? 0 : breakCost.whole + Math.max(0, item.penalty),
      items,
      ...(continuation === undefined
        ? {}
        : {
            continuation: {
              height: continuation.height,
              items: [tint(box, continuation.height), ...continuation.items],
            },
          }),
    };
  });
}

function tint(box: Box, height: Points): FilledBox {
  return {
    kind: "box",
    tag: { artifact: "background" },
    x: box.strip.x,
    y: 0,
    width: box.strip.width,
    height,
    colour: box.fill,
  };
}
