import type { Divider } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { ruleBox } from "./flow-helpers.ts";

/** A hairline over the text; an artifact. */
export const flowDivider: BlockFlow<Divider> = (block, context) => {
  const strip = context.strip("main");
  const rule = ruleBox(context, "hair", strip.x, 0, strip.width);
  const space = context.theme.page.baseline;
  return [
    { height: rule.height, before: space, after: space, penalty: 0, items: [rule], node: block.id },
  ];
};
