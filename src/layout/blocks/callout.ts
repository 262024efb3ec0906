import type { Callout } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { boxed, insideOf } from "./box.ts";
import { flowBlocks, styleOf, textFlow } from "./flow-helpers.ts";
import { withBody } from "./restyle.ts";

/** A label and what it says, on a tint with a rule above. */
export const flowCallout: BlockFlow<Callout> = (block, context) => {
  const { callout } = context.theme.blocks;
  const text = styleOf(context, block.role ?? "note", "note");
  const space = context.theme.page.baseline;
  const box = {
    node: block.id,
    strip: context.strip(text.strip),
    ...callout,
    before: Math.max(text.before, space),
    after: space,
  };
  const inside = insideOf(box, withBody(context, { ...text, before: 0 }));
  const label = textFlow(
    {
      node: block.id,
      part: "label",
      children: block.label,
      style: { ...styleOf(context, "note-label"), keepWithNext: true, before: 0 },
    },
    inside,
  );
  return boxed([...label, ...flowBlocks(block.children, inside)], box, context);
};
