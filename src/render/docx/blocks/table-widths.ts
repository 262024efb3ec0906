import type { Table, TableColumn } from "../../../document/index.ts";
import { placedCells, textsOfBlocks } from "../../../document/index.ts";
import type { Theme } from "../../../theme/index.ts";

/**
 * Widths of columns, points, that add up to `full`. Word sets the text itself, so an estimate from the lengths of texts and
 * longest words is enough; the layout of the PDF is not needed.
 */
export function columnWidths(node: Table, full: number, theme: Theme): readonly number[] {
  const count = Math.max(1, node.columns.length);
  const size = theme.styles[theme.blocks.table.text]?.size ?? 10;
  const padding = theme.blocks.table.padding.left + theme.blocks.table.padding.right;
  const least: number[] = Array.from({ length: count }, () => size + padding);
  const wanted: number[] = [...least];
  const rows = [
    ...placedCells(node.head, count),
    ...placedCells(node.body.slice(0, rowsMeasured), count),
  ];
  for (const row of rows) {
    for (const { cell, column: index, columnSpan } of row) {
      if (columnSpan > 1) continue;
      for (const text of textsOfBlocks(cell.children)) {
        // A short text, such as a date, stays on one line.
        const words = text.length <= shortText ? [text] : text.split(/\s+/);
        const longestWord = Math.max(0, ...words.map((word) => word.length));
        least[index] = Math.max(
          least[index] ?? 0,
          Math.min(full / 2, longestWord * size * 0.56 + padding),
        );
        wanted[index] = Math.max(wanted[index] ?? 0, text.length * size * 0.5 + padding);
      }
    }
  }
  const first = theme.blocks.table.firstWidth;
  if (first !== undefined && count > 1) least[0] = wanted[0] = first;
  const widths = node.columns.flatMap((column) => column.width ?? []);
  if (widths.length === count) return fitted(widths, full);
  const bounds = node.columns.map((column, index) =>
    bounded(column, least[index] ?? 0, wanted[index] ?? 0),
  );
  return share(
    node,
    bounds.map((each) => each.least),
    bounds.map((each) => each.wanted),
    full,
  );
}

/** What the author says of a column goes before what its content asks for. */
function bounded(
  column: TableColumn,
  least: number,
  wanted: number,
): { readonly least: number; readonly wanted: number } {
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
