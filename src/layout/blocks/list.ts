import type { List, ListItem } from "../../document/index.ts";
import type { Points, TextStyle } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { setText } from "../text/index.ts";
import { breakCost, flowBlocks, shift, styleOf, together } from "./flow-helpers.ts";
import { fromRight } from "./from-right.ts";
import { nested } from "./nesting.ts";
import { withBody } from "./restyle.ts";
import { firstBaseline } from "./side-heading.ts";
import { xHeightOf } from "./x-height.ts";

/** Items up to this many lines are not parted. */
const shortItem = 5;

/** A label hangs beside each item. A style without room for a label has none, unless the items are numbered or tasks. */
export const flowList: BlockFlow<List> = fromRight(setList, (block, context) =>
  context.strip(styleOf(context, block.role ?? "list", "list").strip),
);

function setList(block: List, context: FlowContext): readonly FlowItem[] {
  const style = styleOf(context, block.role ?? "list", "list");
  const outer = context.strip(style.strip);
  const hang = hangOf(block, style, context);
  const body = styleOf(context, "body");
  const between = block.loose ? Math.max(style.after, body.after) : style.after;
  const look = { ...style, indent: 0, hang: 0, firstLine: 0, before: 0, after: between };
  const inside = nested(withBody(context, look), outer, style.indent + hang, 0);
  const x = outer.x + inside.left;
  const labelX = Math.max(outer.x, x - hang);
  // Where indents have stopped growing a label would stand on its text.
  const beside = inside.left > hang - 0.01;
  const flow: FlowItem[] = [];
  block.items.forEach((item, index) => {
    const text = itemFlow(item, inside.context, x, style);
    const marks = hang > 0 ? label(block, item, index, labelX, style, context) : [];
    if (hang > 0) flow.push(...(beside ? labelled : labelledAbove)(text, marks, style));
    else flow.push(...text);
  });
  return spaced(flow, style.before, Math.max(between, body.after));
}

function hangOf(block: List, style: TextStyle, context: FlowContext): Points {
  const usual = style.hang > 0 ? style.hang : context.theme.blocks.bullet.hang;
  if (block.ordered) {
    const widest = setText(
      {
        node: block.id,
        children: [{ kind: "text", value: numberOf(block, block.items.length - 1) }],
        style: { ...style, align: "left" },
        width: 10_000,
      },
      { ...context, report: () => undefined },
    );
    return Math.max(usual, (widest[0]?.width ?? 0) + style.size * 0.4);
  }
  if (style.hang > 0) return style.hang;
  return block.items.some((item) => item.checked !== undefined) ? usual : 0;
}

const numberOf = (block: List, index: number): string => `${block.start + index}.`;

function itemFlow(
  item: ListItem,
  inside: FlowContext,
  x: Points,
  style: TextStyle,
): readonly FlowItem[] {
  const flow = flowBlocks(item.children, inside);
  if (flow.length === 0) {
    const empty = { height: style.leading, before: 0, after: style.after, penalty: 0 };
    return [{ ...empty, items: [destination(item, x)], node: item.id }];
  }
  const first = flow[0] as FlowItem;
  const named = [{ ...first, items: [destination(item, x), ...first.items] }, ...flow.slice(1)];
  return flow.length <= shortItem || style.keepTogether ? together(named) : named;
}

const destination = (item: ListItem, x: Points): PageItem => ({
  kind: "destination",
  node: item.id,
  x,
  y: 0,
});

/** Marks y from the baseline. */
function label(
  block: List,
  item: ListItem,
  index: number,
  x: Points,
  style: TextStyle,
  context: FlowContext,
): readonly PageItem[] {
  const tag = { node: item.id, part: "label" };
  const height = xHeightOf(style, context) * style.size;
  if (item.checked !== undefined) return taskBox(item, item.checked, x, style);
  if (!block.ordered) {
    const side = context.theme.blocks.bullet.size * style.size;
    const y = -(height + side) / 2;
    const { colour } = style;
    return [{ kind: "box", tag, x, y, width: side, height: side, colour }];
  }
  const lines = setText(
    {
      ...tag,
      children: [{ kind: "text", value: numberOf(block, index) }],
      style: { ...style, align: "left", tabularFigures: true, shiftLeft: 0 },
      width: 10_000,
    },
    context,
  );
  return shift(lines[0]?.items ?? [], x, 0);
}

function taskBox(
  item: ListItem,
  checked: boolean,
  x: Points,
  style: TextStyle,
): readonly PageItem[] {
  const tag = { node: item.id, part: "label" };
  const side = style.size * 0.66;
  const { colour } = style;
  const frame: PageItem = {
    kind: "outline",
    tag,
    x,
    y: -side,
    width: side,
    height: side,
    line: 0.75,
    colour,
    actualText: checked ? "☒" : "☐",
  };
  if (!checked) return [frame];
  const inner = side * 0.5;
  const at = (side - inner) / 2;
  const layout = { artifact: "layout" as const };
  const dot: PageItem = {
    kind: "box",
    tag: layout,
    x: x + at,
    y: at - side,
    width: inner,
    height: inner,
    colour,
  };
  return [frame, dot];
}

/** The label on the baseline of the first line. */
function labelled(
  flow: readonly FlowItem[],
  marks: readonly PageItem[],
  style: TextStyle,
): readonly FlowItem[] {
  const first = flow[0] as FlowItem;
  const baseline = firstBaseline(first.items) ?? style.leading / 2 + style.size * 0.33;
  return [{ ...first, items: [...shift(marks, 0, baseline), ...first.items] }, ...flow.slice(1)];
}

/** The label on a line of its own, which keeps to the text. */
function labelledAbove(
  flow: readonly FlowItem[],
  marks: readonly PageItem[],
  style: TextStyle,
): readonly FlowItem[] {
  const first = flow[0] as FlowItem;
  const line: FlowItem = {
    height: style.leading,
    before: first.before,
    after: 0,
    penalty: breakCost.whole,
    items: shift(marks, 0, style.leading / 2 + style.size * 0.33),
    node: first.node,
  };
  return [line, { ...first, before: 0 }, ...flow.slice(1)];
}

function spaced(flow: readonly FlowItem[], before: Points, after: Points): readonly FlowItem[] {
  const last = flow.length - 1;
  return flow.map((item, index) => {
    if (index !== 0 && index !== last) return item;
    return {
      ...item,
      before: index === 0 ? Math.max(before, item.before) : item.before,
      after: index === last ? Math.max(after, item.after) : item.after,
      // The first two items of a list and the last two had better stay together.
      penalty: index === 0 && last > 0 ? Math.max(item.penalty, breakCost.unwelcome) : item.penalty,
    };
  });
}
