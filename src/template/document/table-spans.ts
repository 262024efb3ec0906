import type { TableCell as CellNode, TableRow as RowNode } from "mdast";
import { settingOf } from "./place.ts";

/** A cell of Markdown and what it covers. */
export type SpannedCell = {
  /** Absent: a cell that a short row lacks. */
  readonly node: CellNode | undefined;
  readonly columns: number;
  readonly rows: number;
};

type Draft = {
  readonly node: CellNode | undefined;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  rows: number;
};

/** The last cell that took a column, and how many rows from the present one on it still covers. */
type Cover = { rows: number; cell: Draft | undefined };

/** Most columns and rows that a cell may cover. */
const mostSpan = 1000;

export type Spread = {
  readonly rows: readonly (readonly SpannedCell[])[];
  /** Columns of the grid. */
  readonly width: number;
};

/**
 * The cells of rows with their spans, a list a row. A cell says `{colspan=2 rowspan=3}` (or comes from HTML); one that is nothing but
 * `^^` belongs to the cell above. Cells that are covered may be left out or be left empty. The grid is as wide as the longest row.
 * @param least Columns that spans may reach over, where no row is longer.
 * @param filled Columns of the grid at least; cells without words fill up what the rows lack.
 */
export function spreadRows(rows: readonly RowNode[], least: number, filled = 0): Spread {
  const written = rows.reduce((most, row) => Math.max(most, row.children.length), least);
  let width = Math.max(written, filled);
  for (;;) {
    const covers = Array.from({ length: width }, (): Cover => ({ rows: 0, cell: undefined }));
    let over = 0;
    const placed = rows.map((row, index) => {
      const place = { row: index, high: rows.length - index, written };
      const { cells, left } = placeRow(row, place, covers);
      over = Math.max(over, left);
      return cells;
    });
    if (over === 0) return { rows: placed, width };
    width += over;
  }
}

type RowPlace = {
  readonly row: number;
  /** Rows from this one to the end of the part. */
  readonly high: number;
  /** Columns that were written: no span makes the grid wider. */
  readonly written: number;
};

function placeRow(
  row: RowNode,
  place: RowPlace,
  covers: readonly Cover[],
): { readonly cells: readonly Draft[]; readonly left: number } {
  const waiting = [...row.children];
  const cells: Draft[] = [];
  let spare = waiting.length + extraOf(waiting, covers) - covers.length;
  const dropCovered = (): void => {
    const [next] = waiting;
    if (next === undefined || !(isDitto(next) || (spare > 0 && isEmpty(next)))) return;
    waiting.shift();
    spare -= 1;
  };
  for (let column = 0; column < covers.length; ) {
    const cover = covers[column] as Cover;
    if (cover.rows > 0) {
      dropCovered();
      column += 1;
      continue;
    }
    const above = isDitto(waiting[0]) ? endsAbove(cover.cell, place.row, column) : undefined;
    if (above !== undefined) {
      above.rows += 1;
      for (let each = 0; each < above.columns; each += 1) (covers[column + each] as Cover).rows = 1;
      continue;
    }
    const node = waiting.shift();
    // A span leaves room for the cells that follow.
    const room =
      freeIn(covers, column, place.written) - waiting.filter((cell) => !isEmpty(cell)).length;
    const columns = freeSpan(covers, column, Math.min(spanOf(node, "colspan"), room));
    const rows = Math.min(spanOf(node, "rowspan"), place.high);
    const cell: Draft = { node, column, columns, row: place.row, rows };
    cells.push(cell);
    for (let each = 0; each < columns; each += 1) {
      Object.assign(covers[column + each] as Cover, { rows, cell });
      if (each > 0) dropCovered();
    }
    column += columns;
  }
  for (const cover of covers) cover.rows = Math.max(0, cover.rows - 1);
  return { cells, left: waiting.filter((cell) => !isEmpty(cell)).length };
}

/** The cell that begins in this column and ends right above this row. */
function endsAbove(cell: Draft | undefined, row: number, column: number): Draft | undefined {
  return cell?.column === column && cell.row + cell.rows === row ? cell : undefined;
}

/** Places of the grid that these cells and those above cover beyond one each. */
function extraOf(cells: readonly CellNode[], covers: readonly Cover[]): number {
  const covered = covers.filter((cover) => cover.rows > 0).length;
  return cells.reduce((sum, cell) => sum + spanOf(cell, "colspan") - 1, covered);
}

function freeIn(covers: readonly Cover[], column: number, end: number): number {
  let free = 0;
  for (let each = column; each < end; each += 1) free += covers[each]?.rows === 0 ? 1 : 0;
  return free;
}

function freeSpan(covers: readonly Cover[], column: number, wanted: number): number {
  let span = 1;
  while (span < wanted && covers[column + span]?.rows === 0) span += 1;
  return span;
}

export const rowSpanOf = (cell: CellNode): number => spanOf(cell, "rowspan");

function spanOf(cell: CellNode | undefined, name: "colspan" | "rowspan"): number {
  const written = Number((cell && settingOf(cell, name)) ?? "1");
  // A cell of HTML says it in data of its own.
  const own: { readonly columns?: number; readonly rows?: number } = cell?.data?.cell ?? {};
  const said = (name === "colspan" ? own.columns : own.rows) ?? 1;
  return Math.min(Number.isInteger(written) && written > 1 ? written : said, mostSpan);
}

const isEmpty = (cell: CellNode): boolean => cell.children.length === 0;

function isDitto(cell: CellNode | undefined): boolean {
  const [only, second] = cell?.children ?? [];
  return second === undefined && only?.type === "text" && only.value.trim() === "^^";
}
