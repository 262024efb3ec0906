import type { FileChild } from "docx";
import type { Alignment, KeyValues, Table, TableCell, TableRow } from "../../../document/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf } from "../context.ts";
import { runs } from "../inline.ts";
import { markFirst, paragraph } from "../paragraph.ts";
import { textWidth } from "../styles/measures.ts";
import { caption } from "./caption.ts";
import type { Place, WriteBlocks } from "./place.ts";
import { styleIn } from "./place.ts";
import { cell, closed, parted, row, tableOf } from "./table-parts.ts";
import { narrowTables, slotsOf } from "./table-slots.ts";
import { columnWidths } from "./table-widths.ts";

/** What the cells of one table have in common. */
type Around = {
  readonly node: Table;
  readonly widths: readonly Points[];
  /** Left and right within a cell, points. */
  readonly padding: Points;
  readonly context: DocxContext;
  readonly place: Place;
  readonly write: WriteBlocks;
};

export function table(
  node: Table,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const pieces = narrowTables(node);
  if (pieces.length > 1) return pieces.flatMap((piece) => table(piece, context, place, write));
  const { theme } = context;
  const { padding } = theme.blocks.table;
  const widths = columnWidths(node, place.width ?? textWidth(theme), theme);
  const around: Around = {
    node,
    widths,
    padding: padding.left + padding.right,
    context,
    place,
    write,
  };
  const rows = [...tableRows(node.head, true, around), ...tableRows(node.body, false, around)];
  const style = place.slide?.smallTables === true ? "DossierTableSmall" : "DossierTable";
  const look = {
    firstRow: node.head.length > 0,
    firstColumn: node.rowHeaders,
    rightToLeft: context.isRightToLeft,
  };
  return [
    ...caption(node, styleIn(place, "Caption", context), context, { named: true }),
    tableOf(style, widths, look, rows),
  ];
}

/** A routing block: labels head the rows. */
export function keyValues(
  node: KeyValues,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const full = place.width ?? textWidth(context.theme);
  const label = Math.min(context.theme.blocks.keyValues.labelWidth, full / 2);
  const width = full - label;
  const body = "RoutingText";
  const inside: Place = { ...place, body, listLevel: 0, inside: "cell", width: width - 8 };
  const rows = node.entries.map((entry) =>
    row({}, [
      cell({ width: label }, [
        paragraph("RoutingLabel", runs(entry.label, context), context, { node: entry.id }),
      ]),
      cell({ width }, cellContent(write(entry.value, context, inside), body, context)),
    ]),
  );
  const look = { firstRow: false, firstColumn: true, rightToLeft: context.isRightToLeft };
  return [tableOf("DossierRouting", [label, width], look, rows)];
}

function tableRows(
  rows: readonly TableRow[],
  heads: boolean,
  around: Around,
): readonly FileChild[] {
  const [first] =
    around.node.caption === undefined ? [...around.node.head, ...around.node.body] : [];
  return slotsOf(rows, around.widths.length).map((slots, index) =>
    row(
      { heads },
      slots.map((slot) => {
        const style = cellStyle(around, slot.column, heads);
        const width = sum(around.widths.slice(slot.column, slot.column + slot.columns));
        const content =
          slot.cell === undefined
            ? [paragraph(style, [], around.context)]
            : tableCell(slot.cell, style, width, around);
        // A table without a caption is found by its first cell.
        if (rows[index] === first && slot.column === 0)
          markFirst(content, around.node.id, around.context);
        return cell({ ...slot, width }, content);
      }),
    ),
  );
}

function sum(widths: readonly Points[]): Points {
  return widths.reduce((total, width) => total + width, 0);
}

function tableCell(
  node: TableCell,
  style: string,
  width: Points,
  { context: outer, padding, place, write }: Around,
): readonly FileChild[] {
  const context = inLanguageOf(outer, node);
  const inside: Place = {
    ...place,
    body: style,
    listLevel: 0,
    inside: "cell",
    width: Math.max(12, width - padding),
  };
  return cellContent(write(node.children, context, inside), style, context);
}

function cellContent(
  content: readonly FileChild[],
  style: string,
  context: DocxContext,
): readonly FileChild[] {
  return closed(parted(content, context, false), style, context);
}

const suffixes: Readonly<Record<Alignment, string>> = {
  start: "",
  centre: "Centre",
  end: "Right",
  decimal: "Right",
};

/** `TableText`, `TableHeadingRight`, `TableSmallCentre` */
function cellStyle({ node, place }: Around, index: number, heads: boolean): string {
  const small = place.slide?.smallTables === true;
  const headsRow = node.rowHeaders && index === 0;
  const name = heads
    ? "TableHeading"
    : headsRow && !small
      ? "TableRowHeading"
      : small
        ? "TableSmall"
        : "TableText";
  return `${name}${suffixes[node.columns[index]?.alignment ?? "start"]}`;
}
