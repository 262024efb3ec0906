import type { Masthead, Paragraph } from "../../document/index.ts";
import type { Points, Strip } from "../../theme/index.ts";
import type { BlockFlow, FlowContext } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowOf, shift, stack, styleOf, textFlow, within } from "./flow-helpers.ts";

/** A column narrower than this is set below its neighbour instead. */
const narrowest = 72;

/** Kind, date and names side by side; nothing parts them. */
export const flowMasthead: BlockFlow<Masthead> = (block, context) => {
  const whole = context.strip("wide");
  const strips = columnStrips(block.columns.length, whole, context.theme.blocks.masthead.x);
  const beside = strips.every((strip) => strip.width >= narrowest);
  const items: PageItem[] = [];
  let height = 0;
  let after = 0;
  block.columns.forEach((column, index) => {
    const strip = beside ? (strips[index] as Strip) : whole;
    const flow = column.flatMap((paragraph, line) =>
      lineFlow(paragraph, line === 0, strip, context),
    );
    const set = stack(flow);
    items.push(...shift(set.items, 0, beside ? 0 : height));
    height = beside ? Math.max(height, set.height) : height + set.height;
    after = Math.max(after, flow.at(-1)?.after ?? 0);
  });
  return [{ height, before: 0, after, penalty: 0, items, node: block.id }];
};

function lineFlow(paragraph: Paragraph, first: boolean, strip: Strip, context: FlowContext) {
  const { masthead } = context.theme.blocks;
  const usual = first ? masthead.firstStyle : masthead.style;
  const name = paragraph.role === "kind" ? masthead.kindStyle : (paragraph.role ?? usual);
  const style = styleOf(context, name, usual);
  if (paragraph.children.length === 0) return flowOf(paragraph, within(context, strip));
  return textFlow({ node: paragraph.id, children: paragraph.children, style, strip }, context);
}

/** The measures of the theme count from the page; only their distances matter here. More columns than measures: equal shares. */
function columnStrips(count: number, whole: Strip, measures: readonly Points[]): readonly Strip[] {
  const gap = 12;
  const origin = measures[0] ?? 0;
  const starts =
    count <= measures.length
      ? measures.slice(0, count).map((x) => x - origin)
      : Array.from({ length: count }, (_, index) => (index * (whole.width + gap)) / count);
  return starts.map((start, index) => {
    const end = starts[index + 1];
    return {
      x: whole.x + start,
      width: (end === undefined ? whole.width : end - gap) - start,
    };
  });
}
