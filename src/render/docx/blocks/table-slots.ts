import type { Table, TableCell, TableRow } from "../../../document/index.ts";
import { placedCells } from "../../../document/index.ts";

/** A cell of a row as Word wants it: one that spans rows goes on in each of them (17.4.84). */
export type Slot = {
  readonly column: number;
  readonly columns: number;
  /** Absent: nothing stands here, or a cell from above goes on. */
  readonly cell?: TableCell;
  /** Absent: it covers one row. */
  readonly merge?: "begins" | "goes on";
};

type Cover = { readonly rows: number; readonly columns: number };
const nothing: Cover = { rows: 0, columns: 1 };

/** The slots of each row, which cover all columns. */
export function slotsOf(rows: readonly TableRow[], count: number): readonly (readonly Slot[])[] {
  /** What covers each column from above: how many more rows, and how many columns together. */
  let above: readonly Cover[] = Array.from({ length: count }, () => nothing);
  return placedCells(rows, count).map((placed) => {
    const slots = slotsOfRow(placed, above, count);
    above = coverBelow(placed, above);
    return slots;
  });
}

type Placed = ReturnType<typeof placedCells>[number];

function slotsOfRow(placed: Placed, above: readonly Cover[], count: number): readonly Slot[] {
  const slots: Slot[] = [];
  for (let column = 0; column < count; column += slots.at(-1)?.columns ?? 1) {
    const begun = placed.find((each) => each.column === column);
    const cover = above[column] ?? nothing;
    if (begun !== undefined) {
      const { cell, columnSpan, rowSpan } = begun;
      const merge = rowSpan > 1 ? { merge: "begins" as const } : {};
      slots.push({ column, columns: columnSpan, cell, ...merge });
    } else if (cover.rows > 0) slots.push({ column, columns: cover.columns, merge: "goes on" });
    else slots.push({ column, columns: 1 });
  }
  return slots;
}

function coverBelow(placed: Placed, above: readonly Cover[]): readonly Cover[] {
  const below = above.map((cover) => ({ ...cover, rows: Math.max(0, cover.rows - 1) }));
  for (const { column, columnSpan, rowSpan } of placed)
    below.fill({ rows: rowSpan - 1, columns: columnSpan }, column, column + columnSpan);
  return below;
}

/** Word opens no table with more columns. */
const mostColumns = 63;

/** The table itself, or one with too many columns in pieces that stand below each other; cells that span columns are then as wide as one. */
export function narrowTables(node: Table): readonly Table[] {
  const count = node.columns.length;
  if (count <= mostColumns) return [node];
  const pieces = Math.ceil(count / mostColumns);
  const most = Math.ceil(count / pieces);
  const { caption: _said, ...plain } = node;
  return Array.from({ length: pieces }, (_, piece) => {
    const from = piece * most;
    const cut = (rows: readonly TableRow[]): readonly TableRow[] =>
      slotsOf(rows, count).map((slots, index) => ({
        kind: "tableRow",
        id: `${rows[index]?.id ?? node.id}-${piece + 1}`,
        cells: Array.from({ length: Math.min(most, count - from) }, (__, column): TableCell => {
          const found = slots.find((slot) => slot.column === from + column)?.cell;
          const id = `${node.id}-${index + 1}-${from + column + 1}`;
          return { kind: "tableCell", id, children: found?.children ?? [] };
        }),
      }));
    return {
      ...(piece === 0 ? node : plain),
      id: piece === 0 ? node.id : `${node.id}-${piece + 1}`,
      columns: node.columns.slice(from, from + most),
      head: cut(node.head),
      body: cut(node.body),
      rowHeaders: node.rowHeaders && piece === 0,
    };
  });
}
