import type { DefinitionList } from "../../document/index.ts";
import type { BlockFlow, FlowItem } from "../flow.ts";
import { flowBlocks, styleOf, textFlow } from "./flow-helpers.ts";
import { nested } from "./nesting.ts";
import { withBody } from "./restyle.ts";

/** Terms above what they mean, which is set in. */
export const flowDefinitionList: BlockFlow<DefinitionList> = (block, context) => {
  const term = { ...styleOf(context, "term"), keepWithNext: true };
  const style = styleOf(context, block.role ?? "description", "description");
  const strip = context.strip(style.strip);
  const indent = Math.min(style.indent, strip.width / 4);
  const inside = nested(withBody(context, { ...style, indent: 0 }), strip, indent, 0).context;
  const flow: FlowItem[] = [];
  for (const entry of block.entries) {
    for (const { id, children } of entry.terms) {
      flow.push(...textFlow({ node: id, part: "term", children, style: term, strip }, context));
    }
    for (const { children } of entry.descriptions) flow.push(...flowBlocks(children, inside));
  }
  return flow;
};
