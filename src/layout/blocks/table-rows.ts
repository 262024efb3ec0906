import type { PlacedCell, TableRow } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { Continuation, FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { breakCost, flowBlocks, narrowed, shift, spaceBetween, stack } from "./flow-helpers.ts";
import { fillAt, piece, ruleAt, ruleWidth } from "./furniture.ts";
import { withText } from "./table-cells.ts";
import type { TablePlan } from "./table-plan.ts";

export type RowLook = {
  readonly part: "head" | "body";
  /** Rule over the row; absent: none. */
  readonly above?: string;
  /** Rule under the row. */
  readonly below: string;
  /** A row that is taller is set as several pieces. */
  readonly tallest: Points;
  /** Columns whose cell goes on in the next row, so that no rule stands there; absent: none. */
  readonly open?: readonly boolean[];
  readonly striped?: boolean;
};

/** What stands in a cell, in lines. */
export type CellFlow = { readonly x: Points; readonly flow: readonly FlowItem[] };

/** What stands in a cell, set. */
export type SetCell = {
  readonly x: Points;
  readonly height: Points;
  readonly items: readonly PageItem[];
};

/** A row: one piece, its rules within its height. */
export const rowFlow = (
  row: TableRow,
  cells: readonly CellFlow[],
  plan: TablePlan,
  look: RowLook,
  context: FlowContext,
): readonly FlowItem[] => {
  const whole = edgesOf(plan, look, 0, 1);
  const stacks = cells.map((cell) => ({ x: cell.x, ...stack(cell.flow) }));
  const height = Math.max(0, ...stacks.map((cell) => cell.height));
  if (height + edgeHeight(whole, context) <= look.tallest) {
    return [rowPiece(row, plan, stacks, whole, context)];
  }
  const slices = sliceCells(cells, Math.max(look.tallest / 8, 40));
  return slices.map((slice, index) =>
    rowPiece(row, plan, slice, edgesOf(plan, look, index, slices.length), context),
  );
};

/** Around the text of a row. */
export type Edges = Pick<RowLook, "above" | "open" | "striped"> & {
  readonly below?: string;
  /** Padding. */
  readonly top: Points;
  readonly bottom: Points;
};

/** Pieces of a row touch: only the first has the padding above, only the last that below. */
export const edgesOf = (plan: TablePlan, look: RowLook, index: number, count: number): Edges => ({
  top: index > 0 ? 0 : look.part === "head" ? plan.headPadding : plan.padding.top,
  bottom: index < count - 1 ? 0 : look.part === "head" ? plan.headPadding : plan.padding.bottom,
  ...(index === 0 && look.above !== undefined ? { above: look.above } : {}),
  ...(index === count - 1 ? { below: look.below } : {}),
  ...(look.open && { open: look.open }),
  ...(look.striped === true && { striped: true }),
});

export const edgeHeight = (edges: Edges, context: FlowContext): Points =>
  edges.top + edges.bottom + ruleWidth(context, edges.above) + ruleWidth(context, edges.below);

/** The lines of a cell, in the columns that it covers; numbers by their decimal mark. */
export const cellFlow = (placed: PlacedCell, part: "head" | "body", plan: TablePlan): CellFlow => {
  const { cell, column } = placed;
  const planned = plan.columns[column];
  if (planned === undefined || cell.children.length === 0) return { x: planned?.x ?? 0, flow: [] };
  const flow = flowBlocks(cell.children, cellContext(placed, part, plan));
  const move = part === "body" ? plan.grid.decimals[column]?.moves.get(cell.id) : undefined;
  // Numbers stand at the right, also on pages that are turned.
  const side = planned.body.mirrored === true ? 1 : -1;
  return {
    x: planned.x,
    flow:
      move === undefined || placed.columnSpan > 1
        ? flow
        : flow.map((item) => ({ ...item, items: shift(item.items, side * move, 0) })),
  };
};

/** A head over several columns stands in the middle of them, unless they begin at the left. */
const cellContext = (placed: PlacedCell, part: "head" | "body", plan: TablePlan): FlowContext => {
  const { column, columnSpan } = placed;
  const first = plan.columns[column];
  if (first === undefined) throw new Error("Bug: a cell stands in no column.");
  const last = plan.columns[column + columnSpan - 1];
  if (columnSpan === 1 || last === undefined) return first[part];
  const wide = narrowed(first[part], last.x + last.width - first.x);
  const style = wide.theme.styles["body"];
  if (part === "body" || style === undefined || style.align !== "right") return wide;
  return withText(wide, { ...style, align: "centre" });
};

/** @param least height of the text at least */
export const rowPiece = (
  row: TableRow,
  plan: TablePlan,
  cells: readonly SetCell[],
  edges: Edges,
  context: FlowContext,
  least: Points = emptyHeight(plan),
): FlowItem => {
  const top = ruleWidth(context, edges.above) + edges.top;
  const height = Math.max(least, ...cells.map((cell) => cell.height));
  const bottom = top + height + edges.bottom;
  const whole = bottom + ruleWidth(context, edges.below);
  const items: PageItem[] = [];
  const { x, width } = plan.strip;
  if (edges.striped === true && plan.stripe !== undefined) {
    items.push(fillAt(plan.stripe, { x, y: 0, width, height: whole }));
  }
  if (edges.above !== undefined) items.push(ruleAt(context, edges.above, { x, width, y: 0 }));
  for (const cell of cells) {
    for (const item of shift(cell.items, cell.x, top)) items.push(item);
  }
  if (edges.below !== undefined) {
    for (const segment of closedSegments(plan, edges.open)) {
      items.push(ruleAt(context, edges.below, { ...segment, y: bottom }));
    }
  }
  return piece(row.id, whole, items);
};

type Segment = { readonly x: Points; readonly width: Points };

/** Stretches of a rule, which does not cross a cell that goes on. */
const closedSegments = (
  { strip, columns, padding }: TablePlan,
  open: readonly boolean[] | undefined,
): readonly Segment[] => {
  if (open === undefined || !open.some(Boolean)) return [strip];
  const segments: Segment[] = [];
  const edges = columns.map((column) => column.x - padding.left);
  edges.push(strip.x + strip.width);
  let from = 0;
  for (let index = 0; index <= columns.length; index += 1) {
    if (index < columns.length && open[index] !== true) continue;
    const x = edges[from] ?? strip.x;
    const end = edges[index] ?? strip.x + strip.width;
    if (index > from) segments.push({ x, width: end - x });
    from = index + 1;
  }
  return segments;
};

/** A row without a word is as high as a line. */
export const emptyHeight = (plan: TablePlan): Points =>
  plan.columns[0]?.body.theme.styles["body"]?.leading ?? 0;

/** What stands in a row that no page holds, in pieces: from each cell as many lines as a piece takes. */
const sliceCells = (
  cells: readonly CellFlow[],
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

/**
 * How far the items from here on fit: up to the last place where the cell may be parted, such as between two lines and not after the
 * first of a paragraph. One item is taken in any case.
 */
export const fitting = (flow: readonly FlowItem[], from: number, tallest: Points): number => {
  let height = 0;
  let legal = -1;
  for (let at = from; at < flow.length; at += 1) {
    const item = flow[at];
    const above = flow[at - 1];
    if (item === undefined) break;
    height += item.height + (above !== undefined && at > from ? spaceBetween(above, item) : 0);
    if (height > tallest && at > from) return legal > from ? legal : at;
    if (item.penalty < breakCost.lonely) legal = at + 1;
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
