import type { PlacedCell, TableRow } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import type { PageItem } from "../page.ts";
import { breakCost, shift, stack } from "./flow-helpers.ts";
import { heightOf, piece } from "./furniture.ts";
import type { TablePlan } from "./table-plan.ts";
import type { CellFlow, RowLook, SetCell } from "./table-rows.ts";
import {
  cellFlow,
  edgeHeight,
  edgesOf,
  emptyHeight,
  fitting,
  rowFlow,
  rowPiece,
} from "./table-rows.ts";

/** Rows that cells hold together, from a first one on. Most groups are one row. */
export type RowGroup = { readonly first: number; readonly count: number };

export const rowGroups = (rows: readonly (readonly PlacedCell[])[]): readonly RowGroup[] => {
  const groups: RowGroup[] = [];
  let first = 0;
  let end = 0;
  rows.forEach((row, index) => {
    for (const { rowSpan } of row) end = Math.max(end, index + rowSpan);
    end = Math.max(end, index + 1);
    if (end > index + 1 && index < rows.length - 1) return;
    groups.push({ first, count: index + 1 - first });
    first = index + 1;
  });
  return groups;
};

export type GroupRows = {
  readonly rows: readonly TableRow[];
  /** Their cells. */
  readonly placed: readonly (readonly PlacedCell[])[];
};

/** What a row looks like, by its place in the group. */
export type LookOf = (index: number) => RowLook;

/** A group stays whole where a page holds it: it is one piece. */
export const groupFlow = (
  group: GroupRows,
  plan: TablePlan,
  lookOf: LookOf,
  context: FlowContext,
): readonly FlowItem[] => {
  const { rows, placed } = group;
  const [row] = rows;
  if (row === undefined) return [];
  const open = openBelow(placed, plan.columns.length);
  const look: LookOf = (index) => ({ ...lookOf(index), open: open[index] ?? [] });
  if (rows.length === 1) {
    const usual = lookOf(0);
    const cells = (placed[0] ?? []).map((cell) => cellFlow(cell, usual.part, plan));
    return rowFlow(row, cells, plan, usual, context);
  }
  const whole = wholeGroup(group, plan, look, context);
  const height = heightOf(whole);
  if (height > look(0).tallest) return partedGroup(group, plan, look, context);
  const tints: PageItem[] = [];
  const others: PageItem[] = [];
  let y = 0;
  for (const item of whole) {
    for (const placedItem of shift(item.items, 0, y)) {
      // What a cell says in the rows below must not lie under their tint.
      const isTint =
        placedItem.kind === "box" &&
        "artifact" in placedItem.tag &&
        placedItem.tag.artifact === "background";
      (isTint ? tints : others).push(placedItem);
    }
    y += item.height;
  }
  return [piece(row.id, height, [...tints, ...others])];
};

/** Columns whose cell goes on below, row by row. */
const openBelow = (
  placed: readonly (readonly PlacedCell[])[],
  columns: number,
): readonly (readonly boolean[])[] => {
  /** Row that the last cell of a column ends with. */
  const ends = new Int32Array(columns).fill(-1);
  return placed.map((row, index) => {
    for (const { column, columnSpan, rowSpan } of row) {
      ends.fill(index + rowSpan - 1, column, column + columnSpan);
    }
    return Array.from(ends, (end) => end > index);
  });
};

/** Rows as high as the cells over several of them need; what is lacking goes to the last. */
const wholeGroup = (
  { rows, placed }: GroupRows,
  plan: TablePlan,
  look: LookOf,
  context: FlowContext,
): readonly FlowItem[] => {
  const edges = rows.map((_, index) => edgesOf(plan, look(index), 0, 1));
  const cells = placed.map((row, index) =>
    row.map((cell) => {
      const { x, flow } = cellFlow(cell, look(index).part, plan);
      return { cell, set: { x, ...stack(flow) } satisfies SetCell };
    }),
  );
  const heights = cells.map((row) =>
    Math.max(
      emptyHeight(plan),
      ...row.filter(({ cell }) => cell.rowSpan === 1).map(({ set }) => set.height),
    ),
  );
  const outer = (index: number): Points => {
    const own = edges[index];
    return own === undefined ? 0 : edgeHeight(own, context);
  };
  cells.forEach((row, index) => {
    for (const { cell, set } of row) {
      if (cell.rowSpan === 1) continue;
      const last = index + cell.rowSpan - 1;
      let room = heights[index] ?? 0;
      for (let each = index + 1; each <= last; each += 1)
        room += outer(each) + (heights[each] ?? 0);
      if (set.height > room) heights[last] = (heights[last] ?? 0) + set.height - room;
    }
  });
  return rows.map((row, index) => {
    const own = cells[index] ?? [];
    const sets = own.map(({ cell, set }) => (cell.rowSpan > 1 ? { ...set, height: 0 } : set));
    const around = edges[index] ?? edgesOf(plan, look(index), 0, 1);
    return rowPiece(row, plan, sets, around, context, heights[index]);
  });
};

/** A group that no page holds: what a cell over several rows says is shared among them, line by line, the rest to the last. */
const partedGroup = (
  { rows, placed }: GroupRows,
  plan: TablePlan,
  look: LookOf,
  context: FlowContext,
): readonly FlowItem[] => {
  type Carried = { readonly x: Points; readonly last: number; flow: readonly FlowItem[] };
  let carried: Carried[] = [];
  return rows.flatMap((row, index) => {
    const own: CellFlow[] = [];
    for (const cell of placed[index] ?? []) {
      const set = cellFlow(cell, look(index).part, plan);
      if (cell.rowSpan === 1) own.push(set);
      else carried.push({ ...set, last: index + cell.rowSpan - 1 });
    }
    const height = Math.max(emptyHeight(plan), ...own.map(({ flow }) => stack(flow).height));
    for (const cell of carried) {
      const taken = cell.last === index ? cell.flow.length : fitting(cell.flow, 0, height);
      own.push({ x: cell.x, flow: cell.flow.slice(0, taken) });
      cell.flow = cell.flow.slice(taken);
    }
    carried = carried.filter(({ last }) => last > index);
    const flow = rowFlow(row, own, plan, look(index), context);
    return flow.map((item, at) =>
      at === flow.length - 1 && index < rows.length - 1
        ? { ...item, penalty: breakCost.unwelcome }
        : item,
    );
  });
};
