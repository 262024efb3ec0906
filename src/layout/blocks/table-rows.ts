import type { TableCell, TableRow } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { Continuation, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { flowBlocks, shift, spaceBetween, stack } from "./flow-helpers.ts";
import { piece, ruleAt, ruleWidth } from "./furniture.ts";
import type { TablePlan } from "./table-plan.ts";

export type RowLook = {
  readonly part: "head" | "body";
  /** Rule over the row; absent: none. */
  readonly above?: string;
  /** Rule under the row. */
  readonly below: string;
  /** A row that is taller is set as several pieces. */
  readonly tallest: Points;
};

/** A row: one piece, its rules within its height. */
export const rowFlow = (
  row: TableRow,
  plan: TablePlan,
  look: RowLook,
  context: FlowContext,
): readonly FlowItem[] => {
  const cells = plan.columns.map((column, index) => {
    const cell = row.cells[index];
    return { x: column.x, flow: cell ? cellFlow(cell, column[look.part]) : [] };
  });
  const whole = edgesOf(plan, look, 0, 1);
  const edges =
    whole.top + whole.bottom + ruleWidth(context, look.above) + ruleWidth(context, look.below);
  const stacks = cells.map((cell) => ({ x: cell.x, ...stack(cell.flow) }));
  const height = Math.max(0, ...stacks.map((cell) => cell.height));
  if (height + edges <= look.tallest) {
    return [rowPiece(row, plan, stacks, whole, context)];
  }
  const slices = sliceCells(cells, Math.max(look.tallest / 8, 40));
  return slices.map((slice, index) =>
    rowPiece(row, plan, slice, edgesOf(plan, look, index, slices.length), context),
  );
};

type Edges = {
  readonly above?: string;
  readonly below?: string;
  /** Padding. */
  readonly top: Points;
  readonly bottom: Points;
};

/** Pieces of a row touch: only the first has the padding above, only the last that below. */
const edgesOf = (plan: TablePlan, look: RowLook, index: number, count: number): Edges => ({
  top: index > 0 ? 0 : look.part === "head" ? plan.headPadding : plan.padding.top,
  bottom: index < count - 1 ? 0 : look.part === "head" ? plan.headPadding : plan.padding.bottom,
  ...(index === 0 && look.above !== undefined ? { above: look.above } : {}),
  ...(index === count - 1 ? { below: look.below } : {}),
});

const cellFlow = (cell: TableCell, context: FlowContext): readonly FlowItem[] =>
  cell.children.length === 0 ? [] : flowBlocks(cell.children, context);

type SetCell = {
  readonly x: Points;
  readonly height: Points;
  readonly items: readonly PageItem[];
};

const rowPiece = (
  row: TableRow,
  plan: TablePlan,
  cells: readonly SetCell[],
  edges: Edges,
  context: FlowContext,
): FlowItem => {
  const { strip } = plan;
  const top = ruleWidth(context, edges.above) + edges.top;
  const height = Math.max(emptyHeight(plan), ...cells.map((cell) => cell.height));
  const bottom = top + height + edges.bottom;
  const items: PageItem[] = [];
  const line = { x: strip.x, width: strip.width };
  if (edges.above !== undefined) items.push(ruleAt(context, edges.above, { ...line, y: 0 }));
  for (const cell of cells) {
    for (const item of shift(cell.items, cell.x, top)) items.push(item);
  }
  if (edges.below !== undefined) items.push(ruleAt(context, edges.below, { ...line, y: bottom }));
  return piece(row.id, bottom + ruleWidth(context, edges.below), items);
};

/** A row without a word is as high as a line. */
const emptyHeight = (plan: TablePlan): Points =>
  plan.columns[0]?.body.theme.styles["body"]?.leading ?? 0;

/** What stands in a row that no page holds, in pieces: from each cell as many lines as a piece takes. */
const sliceCells = (
  cells: readonly { readonly x: Points; readonly flow: readonly FlowItem[] }[],
  tallest: Points,
): readonly (readonly SetCell[])[] => {
  const next = cells.map(() => 0);
  const slices: SetCell[][] = [];
  while (cells.some((cell, index) => (next[index] ?? 0) < cell.flow.length)) {
    slices.push(
      cells.map((cell, index) => {
        const from = next[index] ?? 0;
        const to = fitting(cell.flow, from, tallest);
        next[index] = to;
        return { x: cell.x, ...stack(cell.flow.slice(from, to)) };
      }),
    );
  }
  return slices;
};

/** The first item that no longer fits; one item is taken in any case. */
const fitting = (flow: readonly FlowItem[], from: number, tallest: Points): number => {
  let height = 0;
  for (let at = from; at < flow.length; at += 1) {
    const item = flow[at];
    const above = flow[at - 1];
    if (item === undefined) break;
    height += item.height + (above !== undefined && at > from ? spaceBetween(above, item) : 0);
    if (height > tallest && at > from) return at;
  }
  return flow.length;
};

/** The head rows as they stand again at the top of a page: seen, but said only once. */
export const continuationOf = (head: readonly FlowItem[]): Continuation | undefined => {
  if (head.length === 0) return undefined;
  const { height, items } = stack(head);
  return { height, items: items.flatMap(repeated) };
};

/** Below the head, a piece from within a row gets the padding that the row has above. */
export const withinRow = (continuation: Continuation, plan: TablePlan): Continuation => ({
  ...continuation,
  height: continuation.height + plan.padding.top,
});

/** Seen again but said once: an artifact, without links. */
export const repeated = (item: PageItem): readonly PageItem[] => {
  if (item.kind === "link" || item.kind === "destination") return [];
  if ("artifact" in item.tag) return [item];
  return [{ ...item, tag: { artifact: "layout" } }];
};
