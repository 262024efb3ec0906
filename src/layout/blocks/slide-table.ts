import type { Block, Table } from "../../document/index.ts";
import { continuedTable, gridColumns, rowsFrom } from "../../document/index.ts";
import type { Theme } from "../../theme/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import { spaceBetween, stack, styleOf } from "./flow-helpers.ts";
import type { SlideBody, SlidePlace, SlideSetter } from "./slide-look.ts";
import { measureOf, styleName } from "./slide-look.ts";
import { amongOthers } from "./slide-plain.ts";
import { flowTable } from "./table.ts";

/** Across the slide; what has no room goes on at a row, under the same head. */
const setTable = (block: Table, context: FlowContext, place: SlidePlace): SlideBody => {
  const inside = tableContext(context, place);
  const flow = flowTable(block, inside);
  const whole = stack(flow);
  if (whole.height <= place.frame.height + 0.01) return whole;
  const count = rowsThatFit(block, flow, place.frame.height);
  if (count >= block.body.length) return whole;
  const shown = stack(flowTable({ ...block, body: block.body.slice(0, count) }, inside));
  const body = rowsFrom(block.body, gridColumns(block), count);
  return { ...shown, rest: [continuedTable({ ...block, body })] };
};

/** At least one, or those that its cells hold together: a piece of the flow is named for its first row. */
const rowsThatFit = (block: Table, flow: readonly FlowItem[], height: number): number => {
  const rows = new Map(block.body.map((row, index) => [row.id, index]));
  let y = 0;
  for (const [index, item] of flow.entries()) {
    const above = flow[index - 1];
    y += item.height + (above === undefined ? 0 : spaceBetween(above, item));
    const row = rows.get(item.node);
    // A foot rule instead of a hairline is half a point.
    if (row === undefined || y + 0.5 <= height + 0.01) continue;
    if (row > 0) return row;
    const next = flow.slice(index).find((each) => (rows.get(each.node) ?? 0) > 0);
    return (next && rows.get(next.node)) ?? block.body.length;
  }
  return block.body.length;
};

const tableContext = (context: FlowContext, place: SlidePlace): FlowContext => {
  const { table } = context.theme.blocks;
  const text = styleName(place, "text", table.text);
  const style = styleOf(context, text);
  // Row heads are as large as the text beside them.
  const rowHead = { ...style, weight: styleOf(context, table.rowHead).weight };
  const pad = measureOf(place, "pad", table.padding.top) * Math.min(1, place.factor);
  const above = place.look.rules["above"] ?? table.above;
  const first = place.look.measures["first-width"] ?? table.firstWidth;
  const theme: Theme = {
    ...context.theme,
    styles: { ...context.theme.styles, "slide-row-head": rowHead },
    blocks: {
      ...context.theme.blocks,
      table: {
        ...table,
        text,
        head: styleName(place, "head", table.head),
        rowHead: "slide-row-head",
        padding: { ...table.padding, top: pad, bottom: pad },
        ...(above === undefined ? {} : { above }),
        ...(first === undefined ? {} : { firstWidth: first }),
      },
    },
  };
  return { ...context, theme };
};

const asTable = (block: Block): Table | undefined => (block.kind === "table" ? block : undefined);

export const setTableSlide: SlideSetter = amongOthers(asTable, setTable);
