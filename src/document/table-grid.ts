import type { Table, TableCell, TableRow } from "./blocks.ts";

/** A cell and where it stands in the grid of its table. */
export type PlacedCell = {
  readonly cell: TableCell;
  /** From 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
};

/** Columns that a table needs for all of its cells. */
export function gridColumns(table: Table): number {
  return Math.max(1, table.columns.length, needed(table.head), needed(table.body));
}

function needed(rows: readonly TableRow[]): number {
  /** Rows, from the present one on, that each column is covered for. */
  const covered: number[] = [];
  let most = 0;
  for (const row of rows) {
    let column = 0;
    for (const cell of row.cells) {
      while ((covered[column] ?? 0) > 0) column += 1;
      const end = column + Math.max(1, cell.columnSpan ?? 1);
      for (; column < end; column += 1) covered[column] = Math.max(1, cell.rowSpan ?? 1);
    }
    most = Math.max(most, column);
    for (let each = 0; each < covered.length; each += 1) {
      covered[each] = Math.max(0, (covered[each] ?? 0) - 1);
    }
  }
  return most;
}

/**
 * The cells of rows that belong together (all head rows, or all body rows), with their columns: one list a row. What spans
 * cover is left out; spans are cut at the edges of the grid.
 */
export function placedCells(
  rows: readonly TableRow[],
  columns: number,
): readonly (readonly PlacedCell[])[] {
  /** How many rows from the present one on each column is covered from above. */
  const covered = new Int32Array(columns);
  return rows.map((row, index) => {
    const placed: PlacedCell[] = [];
    let column = 0;
    for (const cell of row.cells) {
      while (column < columns && (covered[column] ?? 0) > 0) column += 1;
      if (column >= columns) break;
      const columnSpan = freeSpan(covered, column, cell.columnSpan ?? 1);
      const rowSpan = Math.max(1, Math.min(cell.rowSpan ?? 1, rows.length - index));
      placed.push({ cell, column, columnSpan, rowSpan });
      covered.fill(rowSpan, column, column + columnSpan);
      column += columnSpan;
    }
    for (let each = 0; each < columns; each += 1)
      covered[each] = Math.max(0, (covered[each] ?? 0) - 1);
    return placed;
  });
}

/** As many columns as are wanted and free from here on, one at least. */
function freeSpan(covered: Int32Array, column: number, wanted: number): number {
  let span = 1;
  while (span < wanted && column + span < covered.length && covered[column + span] === 0) span += 1;
  return span;
}

/** The rows from one on as a table of their own: what reaches into them from above is an empty cell there, so that columns stay where they are. */
export function rowsFrom(
  rows: readonly TableRow[],
  columns: number,
  from: number,
): readonly TableRow[] {
  const first = rows[from];
  if (first === undefined || from === 0) return rows.slice(from);
  const placed = placedCells(rows, columns);
  const cells = (placed[from] ?? []).map(({ cell, column }) => ({ cell, column }));
  placed.slice(0, from).forEach((row, index) => {
    for (const { cell, column, columnSpan, rowSpan } of row) {
      const left = index + rowSpan - from;
      if (left <= 0) continue;
      const { rowSpan: _rows, columnSpan: _columns, ...own } = cell;
      const spans = { ...(columnSpan > 1 && { columnSpan }), ...(left > 1 && { rowSpan: left }) };
      cells.push({ cell: { ...own, ...spans, id: `${cell.id}-on`, children: [] }, column });
    }
  });
  cells.sort((one, other) => one.column - other.column);
  return [{ ...first, cells: cells.map(({ cell }) => cell) }, ...rows.slice(from + 1)];
}
