import type { Group } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { boxed, insideOf } from "./box.ts";
import { flowBlocks, styleOf } from "./flow-helpers.ts";
import { withBody } from "./restyle.ts";

/** `box` and `side` stand on a tint; any other role is the style of the text in it, if the theme knows it. */
export const flowGroup: BlockFlow<Group> = (block, context) => {
  if (block.role !== "box" && block.role !== "side") {
    const known = Object.hasOwn(context.theme.styles, context.restyle?.[block.role] ?? block.role);
    return flowBlocks(
      block.children,
      known ? withBody(context, styleOf(context, block.role)) : context,
    );
  }
  const space = context.theme.page.baseline;
  const box = {
    node: block.id,
    strip: context.strip("main"),
    ...context.theme.blocks.box,
    before: space,
    after: space,
  };
  return boxed(flowBlocks(block.children, insideOf(box, context)), box, context);
};
