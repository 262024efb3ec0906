import type { Quote } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { flowBlocks, styleOf } from "./flow-helpers.ts";
import { nested } from "./nesting.ts";
import { withBody } from "./restyle.ts";

/** Set in by the indent of its style, on both sides. */
export const flowQuote: BlockFlow<Quote> = (block, context) => {
  const style = styleOf(context, block.role ?? "quote", "quote");
  const strip = context.strip(style.strip);
  const indent = Math.min(style.indent, strip.width / 8);
  const inside = nested(withBody(context, { ...style, indent: 0 }), strip, indent, indent);
  return flowBlocks(block.children, inside.context);
};
