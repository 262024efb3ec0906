import type { Quote } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { flowBlocks, styleOf, within } from "./flow-helpers.ts";
import { withBody } from "./restyle.ts";

/** Set in by the indent of its style, on both sides. */
export const flowQuote: BlockFlow<Quote> = (block, context) => {
  const style = styleOf(context, block.role ?? "quote", "quote");
  const strip = context.strip(style.strip);
  const indent = Math.min(style.indent, strip.width / 8);
  const inside = within(withBody(context, { ...style, indent: 0 }), {
    x: strip.x + indent,
    width: strip.width - 2 * indent,
  });
  return flowBlocks(block.children, inside);
};
