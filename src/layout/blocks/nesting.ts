import type { Points, Strip } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { styleOf, within } from "./flow-helpers.ts";

/** Narrowest measure that is still read with ease, in sizes of its text; half of what nesting begins in, where that is less. */
const narrowestEms = 12;

/** Where blocks that others hold are set. */
export type Nested = {
  readonly context: FlowContext;
  /** What the indents asked for, or the part of it that the measure bears. */
  readonly left: Points;
  readonly right: Points;
};

/**
 * Within the same region, but every strip is this one, less what it is set in by: what stands in a list item, a quotation or a box. However
 * deep blocks nest, indents grow only as long as lines of some words have room.
 */
export function nested(context: FlowContext, strip: Strip, left: Points, right: Points): Nested {
  const em = styleOf(context, "body").size;
  const narrowest = context.narrowest ?? Math.min(narrowestEms * em, strip.width / 2);
  const wanted = left + right;
  const room = Math.max(0, strip.width - narrowest);
  const share = wanted > room ? room / wanted : 1;
  const inside = { x: strip.x + left * share, width: strip.width - wanted * share };
  return {
    context: { ...within(context, inside), narrowest },
    left: left * share,
    right: right * share,
  };
}
