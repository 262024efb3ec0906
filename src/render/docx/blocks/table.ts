import type { Alignment, KeyValues, Table, TableCell, TableRow } from "../../../document/index.ts";
import type { Points, Theme } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf } from "../context.ts";
import type { FileChild } from "../element.ts";
import { runs } from "../inline.ts";
import { markFirst, paragraph } from "../paragraph.ts";
import { cellPadding, stripLeft, textWidth } from "../styles/measures.ts";
import { variant } from "../styles/variant.ts";
import { inText } from "../written.ts";
import { caption } from "./caption.ts";
import type { Place, WriteBlocks } from "./place.ts";
import { styleIn } from "./place.ts";
import { alignDecimals, fractionWidths } from "./table-decimal.ts";
import { cell, closed, parted, row, tableOf } from "./table-parts.ts";
import type { Slot } from "./table-slots.ts";
import { narrowTables, slotsOf } from "./table-slots.ts";
import { columnWidths, naturalWidth } from "./table-widths.ts";

/** What the cells of one table have in common. */
type Around = {
  readonly node: Table;
  readonly widths: readonly Points[];
  /** Left and right within a cell, points. */
  readonly padding: Points;
  /** The same in the last column. */
  readonly lastPadding: Points;
  /** Of each column: from its right edge to the decimal mark; undefined where it is aligned in another way. */
  readonly fractions: readonly (Points | undefined)[];
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
  const padding = cellPadding(theme);
  const { left, widths } = columnsFor(node, context, place);
  const striped = theme.blocks.table.stripe !== undefined || node.striped === true;
  const around: Around = {
    node,
    widths,
    padding: padding.left + padding.right,
    lastPadding: striped ? padding.left + padding.right : padding.left * 2,
    fractions: fractionWidths(node, theme.styles[theme.blocks.table.text]?.size ?? 10),
    context,
    place,
    write,
  };
  const rows = [...tableRows(node.head, true, around), ...tableRows(node.body, false, around)];
  const style = `DossierTable${place.slide?.smallTables === true ? "Small" : striped ? "Striped" : ""}`;
  const look = {
    firstRow: node.head.length > 0,
    firstColumn: node.rowHeaders,
    lastColumn: !striped,
    rightToLeft: context.isRightToLeft,
    striped,
    left,
  };
  return [
    ...caption(node, captionStyle(left, place, context), context, { named: true }),
    tableOf(style, widths, look, rows),
  ];
}

/** A table that begins at the margin has its caption there. */
function captionStyle(left: Points, place: Place, context: DocxContext): string {
  const id = styleIn(place, "Caption", context);
  const style = context.paragraphStyles.get(id);
  const strip = stripLeft(context.theme, context.theme.styles["caption"]?.strip ?? "main");
  if (style === undefined || id !== "Caption" || left > 0 || strip === 0) return id;
  return context.use(
    variant(style, { id: "CaptionWide", name: "Caption Wide", indent: { left: 0 } }),
  );
}

/** As they were laid out, where the table has that room in Word too; or else by what the cells say. */
function columnsFor(node: Table, { facts, theme }: DocxContext, place: Place): Columns {
  const room = roomFor(node, place, theme);
  const known = facts.columnsOf.get(node.id);
  if (known !== undefined && known.widths.length === Math.max(1, node.columns.length)) {
    const free = place.inside !== undefined || place.within !== undefined;
    const left = free ? room.left : known.left;
    const most = free ? room.width : (place.width ?? textWidth(theme)) - left;
    if (left >= 0 && sum(known.widths) <= most + 0.5) return { left, widths: known.widths };
  }
  return { left: room.left, widths: columnWidths(node, room.width, theme) };
}

type Columns = { readonly left: Points; readonly widths: readonly Points[] };

/** Between the margins; a table that has room beside the labels of the page stands in the column of the text. */
function roomFor(
  node: Table,
  place: Place,
  theme: Theme,
): { readonly left: Points; readonly width: Points } {
  const full = place.width ?? textWidth(theme);
  if (place.within !== undefined && place.inside !== "cell") {
    const { left, right } = place.within;
    return { left, width: Math.max(12, full - left - right) };
  }
  const left = stripLeft(theme, theme.styles["body"]?.strip ?? "main");
  const stays = place.width === undefined && naturalWidth(node, full, theme) <= full - left;
  return stays ? { left, width: full - left } : { left: 0, width: full };
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
  // What is only measured is not written, and notes are short.
  const { inNote = false, trial } = around.context;
  const finished = inNote || trial !== undefined ? (made: FileChild) => made : inText;
  return slotsOf(rows, around.widths.length).map((slots, index) =>
    finished(
      row(
        { heads },
        slots.map((slot) => {
          const style = cellStyle(around, slot.column, heads);
          const width = sum(around.widths.slice(slot.column, slot.column + slot.columns));
          const content =
            slot.cell === undefined
              ? [paragraph(style, [], around.context)]
              : tableCell(slot.cell, style, width - paddingAt(slot, around), around);
          const fraction = heads || slot.columns > 1 ? undefined : around.fractions[slot.column];
          if (fraction !== undefined)
            alignDecimals(content, width - paddingAt(slot, around) - fraction);
          // A table without a caption is found by its first cell.
          if (rows[index] === first && slot.column === 0)
            markFirst(content, around.node.id, around.context);
          return cell({ ...slot, width }, content);
        }),
      ),
    ),
  );
}

function paddingAt({ column, columns }: Slot, { widths, padding, lastPadding }: Around): Points {
  return column + columns === widths.length ? lastPadding : padding;
}

function sum(widths: readonly Points[]): Points {
  return widths.reduce((total, width) => total + width, 0);
}

function tableCell(
  node: TableCell,
  style: string,
  width: Points,
  { context: outer, place, write }: Around,
): readonly FileChild[] {
  const context = inLanguageOf(outer, node);
  const inside: Place = {
    ...place,
    body: style,
    listLevel: 0,
    inside: "cell",
    width: Math.max(12, width),
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
  decimal: "",
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
  const alignment = node.columns[index]?.alignment ?? "start";
  return `${name}${heads && alignment === "decimal" ? "Right" : suffixes[alignment]}`;
}
