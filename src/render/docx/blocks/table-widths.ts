import type { Table, TableColumn } from "../../../document/index.ts";
import { placedCells, textsOfBlocks } from "../../../document/index.ts";
import type { Theme } from "../../../theme/index.ts";

/**
 * Widths of columns, points, that add up to `full`: an estimate from the lengths of texts and longest words, for tables of which the layout
 * of the PDF says nothing that Word could use.
 */
export function columnWidths(node: Table, full: number, theme: Theme): readonly number[] {
  const count = Math.max(1, node.columns.length);
  const widths = node.columns.flatMap((column) => column.width ?? []);
  if (widths.length === count) return fitted(widths, full);
  const bounds = contentBounds(node, count, full, theme).map((bound, index) => {
    const first = index === 0 && count > 1 ? theme.blocks.table.firstWidth : undefined;
    if (first !== undefined) return { least: first, wanted: first };
    const column = node.columns[index];
    return column === undefined ? bound : bounded(column, bound.least, bound.wanted);
  });
  return share(
    node,
    bounds.map((each) => each.least),
    bounds.map((each) => each.wanted),
    full,
  );
}

/** How wide a table would be if no cell were broken into lines, points. */
export function naturalWidth(node: Table, full: number, theme: Theme): number {
  const count = Math.max(1, node.columns.length);
  return contentBounds(node, count, full, theme).reduce((sum, { wanted }, index) => {
    const column = node.columns[index];
    return sum + (column === undefined ? wanted : bounded(column, wanted, wanted).wanted);
  }, 0);
}

type Bound = { readonly least: number; readonly wanted: number };

/** What the cells of each column ask for. */
function contentBounds(node: Table, count: number, full: number, theme: Theme): readonly Bound[] {
  const size = theme.styles[theme.blocks.table.text]?.size ?? 10;
  const padding = theme.blocks.table.padding.left + theme.blocks.table.padding.right;
  const bounds: Bound[] = Array.from({ length: count }, () => ({
    least: size + padding,
    wanted: size + padding,
  }));
  const heads = placedCells(node.head, count);
  const rows = [...heads, ...placedCells(node.body.slice(0, rowsMeasured), count)];
  for (const [at, row] of rows.entries()) {
    for (const { cell, column, columnSpan } of row) {
      const bound = bounds[column];
      if (columnSpan > 1 || bound === undefined) continue;
      const isBold = at < heads.length || (node.rowHeaders && column === 0);
      const wide = size * (isBold ? 0.59 : 0.53);
      bounds[column] = textsOfBlocks(cell.children).reduce(
        ({ least, wanted }, text) => ({
          least: Math.max(least, Math.min(full / 2, longestPart(text) * wide + padding)),
          wanted: Math.max(wanted, text.length * size * 0.48 + padding),
        }),
        bound,
      );
    }
  }
  return bounds;
}

/** Characters of the longest stretch that stays on a line: a word, or a short text such as a date. */
function longestPart(text: string): number {
  if (text.length <= shortText) return text.length;
  return text.split(/\s+/).reduce((longest, word) => Math.max(longest, word.length), 0);
}

/** What the author says of a column goes before what its content asks for. */
function bounded(column: TableColumn, least: number, wanted: number): Bound {
  if (column.width !== undefined) return { least: column.width, wanted: column.width };
  const narrowest = Math.max(least, column.least ?? 0);
  const widest = Math.max(wanted, narrowest);
  return { least: narrowest, wanted: Math.min(widest, column.most ?? widest) };
}

function fitted(widths: readonly number[], full: number): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return total <= full ? widths : widths.map((width) => (width / total) * full);
}

/** Characters up to which a cell is kept on one line where the table has room. */
const shortText = 22;
/** Rows after these are taken to be like them. */
const rowsMeasured = 500;

function share(
  node: Table,
  least: readonly number[],
  wanted: readonly number[],
  full: number,
): readonly number[] {
  const shares = node.columns.map((column) => column.share);
  if (shares.length > 0 && shares.every((each) => each !== undefined)) {
    const total = shares.reduce((sum: number, each) => sum + (each ?? 0), 0);
    return shares.map((each) => ((each ?? 0) / total) * full);
  }
  const sum = (values: readonly number[]): number =>
    values.reduce((total, value) => total + value, 0);
  const needed = sum(least);
  if (needed >= full) return least.map((width) => (width / needed) * full);
  const extra = wanted.map((width, index) => Math.max(0, width - (least[index] ?? 0)));
  const room = full - needed;
  const asked = sum(extra);
  if (asked === 0) return least.map((width) => width + room / least.length);
  return least.map((width, index) => width + (room * (extra[index] ?? 0)) / asked);
}
