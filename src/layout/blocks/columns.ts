import type { Column, Columns } from "../../document/index.ts";
import type { Points, TextStyle } from "../../theme/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import {
  breakCost,
  flowBlocks,
  narrowed,
  shift,
  spacedOut,
  stack,
  styleOf,
} from "./flow-helpers.ts";
import { inBox, piece, regionHeight, ruleAt, ruleWidth } from "./furniture.ts";
import { textFrame } from "./text-frame.ts";

/** Narrowest column that is still read with ease, in sizes of its text. */
const narrowestEms = 11;

/** Side by side; one below another where they would be too narrow, or taller than a page. */
export const flowColumns: BlockFlow<Columns> = (block, context) => {
  const space = context.theme.page.baseline;
  const gap = space * 1.5;
  const head = styleOf(context, "h3");
  const narrowest = styleOf(context, "body").size * narrowestEms;
  for (const name of ["main", "wide"]) {
    const strip = context.strip(name);
    const widths = columnsIn(block.columns, strip.width, gap);
    if (Math.min(...widths) < narrowest && block.columns.length > 1) continue;
    const row = setColumns(block.columns, { widths, gap, head }, context);
    if (row.height > regionHeight(context)) break;
    return spacedOut([piece(block.id, row.height, shift(row.items, strip.x, 0))], space, space);
  }
  return spacedOut(
    block.columns.flatMap((column) => oneColumn(column, context)),
    space,
    space,
  );
};

const oneColumn = (column: Column, context: FlowContext): readonly FlowItem[] => {
  const below = flowBlocks(column.children, context);
  if (column.heading === undefined) return below;
  const style = styleOf(context, "h3");
  const strip = context.strip("main");
  const { id, children } = column.heading;
  const heading = textFrame(
    { node: id, children, style: inBox(style), width: strip.width },
    context,
  );
  const item = piece(
    column.id,
    heading.height,
    shift(heading.items, strip.x, 0),
    breakCost.heading,
  );
  return [
    { ...item, before: Math.max(style.before, style.leading / 2), after: style.after },
    ...below,
  ];
};

/** Widths by the shares of the columns. */
export const columnsIn = (
  columns: readonly Column[],
  width: Points,
  gap: Points,
): readonly Points[] => {
  const shares = columns.map((column) => Math.max(0.05, column.share ?? 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const free = Math.max(1, width - gap * (columns.length - 1));
  return shares.map((share) => (free * share) / total);
};

export type ColumnsLook = {
  readonly widths: readonly Points[];
  readonly gap: Points;
  readonly head: TextStyle;
  /** Rule above each column. */
  readonly above?: string;
  /** From that rule to the heading. */
  readonly padTop?: Points;
  /** What is done with a set heading; absent: it stands as it is. */
  readonly heading?: (items: readonly PageItem[]) => readonly PageItem[];
};

/** Headings start on one line, and so do the texts below them. */
export const setColumns = (
  columns: readonly Column[],
  look: ColumnsLook,
  context: FlowContext,
): { readonly items: readonly PageItem[]; readonly height: Points } => {
  const opening = ruleWidth(context, look.above) + (look.padTop ?? 0);
  const headings = columns.map((column, index) =>
    column.heading === undefined
      ? undefined
      : textFrame(
          {
            node: column.heading.id,
            children: column.heading.children,
            style: inBox(look.head),
            width: look.widths[index] ?? 0,
          },
          context,
        ),
  );
  const tallest = Math.max(0, ...headings.map((heading) => heading?.height ?? 0));
  const bodyTop = opening + (tallest > 0 ? tallest + look.head.after : 0);
  const items: PageItem[] = [];
  let height = bodyTop;
  let x = 0;
  for (const [index, column] of columns.entries()) {
    const width = look.widths[index] ?? 0;
    const inside = narrowed(context, width);
    const body = stack(flowBlocks(column.children, inside));
    if (look.above !== undefined) items.push(ruleAt(context, look.above, { x, y: 0, width }));
    const heading = headings[index]?.items ?? [];
    items.push(
      ...shift(look.heading?.(heading) ?? heading, x, opening),
      ...shift(body.items, x, bodyTop),
    );
    height = Math.max(height, bodyTop + body.height);
    x += width + look.gap;
  }
  return { items, height };
};
