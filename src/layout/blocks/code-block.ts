import type { CodeBlock } from "../../document/index.ts";
import type { BlockFlow, FlowItem } from "../flow.ts";
import { boxed, insideOf } from "./box.ts";
import { breakCost, styleOf, textFlow } from "./flow-helpers.ts";

/** Blocks up to this many lines are not parted. */
const shortBlock = 12;

/** Lines as they were written, on a tint; a line that is too long goes on below, since nothing is cut off. */
export const flowCodeBlock: BlockFlow<CodeBlock> = (block, context) => {
  const style = styleOf(context, block.role ?? "code", "code");
  const box = {
    node: block.id,
    strip: context.strip(style.strip),
    fill: context.theme.blocks.box.fill,
    padding: { top: 8, right: 12, bottom: 8, left: 12 },
    before: style.before,
    after: style.after,
  };
  const inside = insideOf(box, context);
  const line = {
    ...style,
    strip: "main",
    before: 0,
    after: 0,
    indent: 0,
    hang: 0,
    align: "left" as const,
    hyphenate: false,
    keepTogether: false,
    keepWithNext: false,
  };
  const flow: FlowItem[] = [];
  for (const value of block.code.split(/\r\n|\n|\r/)) {
    const set = textFlow(
      { node: block.id, children: [{ kind: "text", value: spaces(value) }], style: line },
      inside,
    );
    if (set.length > 0 && value.trim() !== "") flow.push(...set);
    else {
      const height = style.leading;
      flow.push({ height, before: 0, after: 0, penalty: 0, items: [], node: block.id });
    }
  }
  const set = boxed(flow, box, context);
  return set.length <= shortBlock ? set : loosened(set, context.theme.breaks);
};

/** White space means something in code: all but single spaces between words are kept from being folded. */
function spaces(line: string): string {
  return line
    .replace(/\t/g, "    ")
    .replace(/^ +/, (found) => "\u00A0".repeat(found.length))
    .replace(/ {2,}/g, (found) => `${"\u00A0".repeat(found.length - 1)} `);
}

function loosened(
  flow: readonly FlowItem[],
  breaks: { readonly orphans: number; readonly widows: number },
): readonly FlowItem[] {
  const last = flow.length - 1;
  return flow.map((item, index) => {
    if (index === last) return item;
    const lonely = index + 1 < breaks.orphans || last - index < breaks.widows;
    return { ...item, penalty: lonely ? breakCost.lonely : breakCost.unwelcome };
  });
}
