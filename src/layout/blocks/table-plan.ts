import type { Table } from "../../document/index.ts";
import { gridColumns, placedCells } from "../../document/index.ts";
import type { Colour, Padding, Points, Strip } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { narrowed, styleOf } from "./flow-helpers.ts";
import { breaksWords } from "./table-broken.ts";
import { cellStyle, withText } from "./table-cells.ts";
import type { ColumnNeed, ColumnWidths } from "./table-columns.ts";
import { columnWidths } from "./table-columns.ts";
import { decimalColumns } from "./table-decimal.ts";
import type { CellContexts, TableExtent, TableGrid } from "./table-measure.ts";
import { linesAt, measureTable } from "./table-measure.ts";

/** Where the columns of a table stand. */
export type TablePlan = {
  readonly strip: Strip;
  readonly padding: Padding;
  /** Above and below the text of head rows, which are small beside airy rows. */
  readonly headPadding: Points;
  readonly columns: readonly PlannedColumn[];
  /** Of the columns, with the room beside their text. */
  readonly widths: readonly Points[];
  readonly grid: TableGrid;
  /** Under every second row; absent: none. */
  readonly stripe?: Colour;
  /** Absent when every word has room: how wide the table would have to be. */
  readonly lacking?: Points;
};

export type PlannedColumn = CellContexts & {
  /** Left edge of the text, from that of the region. */
  readonly x: Points;
  /** Of the text. */
  readonly width: Points;
};

/** Padding beside text in a table that hardly fits. */
const tightest = 4;

/** In the main strip when every cell fits there on a line, else in the wide one, as wide as the strip. */
export const planTable = (table: Table, context: FlowContext): TablePlan => {
  const contexts = cellContexts(table, context, false);
  const grid = gridOf(table, contexts);
  const { stripe, padding } = looksOf(table, context);
  const around: Around = { table, grid, padding, context, ...(stripe && { stripe }) };
  const extent = measureTable(grid, contexts, padding.left + padding.right);
  const main = context.strip("main");
  const wide = context.strip("wide");
  const needs = columnNeeds(table, extent, padding);
  const natural = needs.reduce((sum, need) => sum + need.max, 0);
  const strip = exactStrip(
    table,
    natural <= main.width || wide.width <= main.width ? main : wide,
    needs,
  );
  const fixed = withWishes(table, needs, { strip, main, context });
  const widths = choose(fixed, strip, extent, padding);
  if (widths.fits) return planned(around, contexts, widths, strip);
  return tightPlan(around, strip);
};

/** What all of the planning of one table needs. */
type Around = {
  readonly table: Table;
  readonly grid: TableGrid;
  readonly padding: Padding;
  readonly context: FlowContext;
  readonly stripe?: Colour;
};

const gridOf = (table: Table, contexts: readonly CellContexts[]): TableGrid => {
  const head = placedCells(table.head, contexts.length);
  const body = placedCells(table.body, contexts.length);
  return { head, body, decimals: decimalColumns(table, body, contexts) };
};

/** On stripes text does not stand at their very edge. */
const looksOf = (
  table: Table,
  context: FlowContext,
): { readonly padding: Padding; readonly stripe?: Colour } => {
  const { padding, stripe: usual } = context.theme.blocks.table;
  const stripe = usual ?? (table.striped === true ? context.theme.colours["tint"] : undefined);
  if (stripe === undefined) return { padding };
  const side = Math.max(padding.left, padding.right / 2);
  return { padding: { ...padding, left: side, right: side }, stripe };
};

/** A table of which every column has a length, or no more than one, is as wide as they say. */
const exactStrip = (table: Table, strip: Strip, needs: readonly ColumnNeed[]): Strip => {
  const sum = needs.reduce((total, need) => total + (need.fixed ?? Number.NaN), 0);
  const shared = table.columns.some((column) => column.share !== undefined);
  return sum < strip.width && !shared ? { ...strip, width: sum } : strip;
};

/** Less padding, then hyphens, then words broken anywhere. */
const tightPlan = (around: Around, strip: Strip): TablePlan => {
  const { table, grid, padding, context } = around;
  const contexts = cellContexts(table, context, true);
  const side = Math.max(0, Math.min(tightest, strip.width / contexts.length / 4));
  const tight = {
    ...padding,
    left: Math.min(padding.left, side),
    right: Math.min(padding.right, side),
  };
  const extent = measureTable(grid, contexts, tight.left + tight.right);
  const needs = columnNeeds({ ...table, columns: [] }, extent, tight);
  const widths = choose(needs, strip, extent, tight);
  const plan = planned({ ...around, padding: tight }, contexts, widths, strip);
  if (widths.fits || !breaksWords(grid, plan.columns)) return plan;
  return { ...plan, lacking: needs.reduce((sum, need) => sum + need.min, 0) };
};

const choose = (
  needs: readonly ColumnNeed[],
  strip: Strip,
  extent: TableExtent,
  padding: Padding,
): ColumnWidths =>
  columnWidths(needs, strip.width, (widths) =>
    linesAt(
      extent.sample,
      widths.map((width, index) => width - sidesOf(padding, index, widths.length)),
    ),
  );

/** The text of the last column ends where the rules end. */
const sidesOf = (padding: Padding, index: number, count: number): Points =>
  padding.left + (index === count - 1 ? padding.left : padding.right);

const cellContexts = (
  table: Table,
  context: FlowContext,
  hyphenate: boolean,
): readonly CellContexts[] => {
  const styles = context.theme.blocks.table;
  const count = gridColumns(table);
  const inside = narrowed(context, context.strip("wide").width);
  return Array.from({ length: count }, (_, index) => {
    const alignment = table.columns[index]?.alignment ?? "start";
    const contextOf = (name: string): FlowContext => {
      const style = cellStyle(styleOf(context, name), alignment);
      return withText(inside, hyphenate ? { ...style, hyphenate } : style);
    };
    const heads = index === 0 && table.rowHeaders;
    return { head: contextOf(styles.head), body: contextOf(heads ? styles.rowHead : styles.text) };
  });
};

const columnNeeds = (table: Table, extent: TableExtent, padding: Padding): readonly ColumnNeed[] =>
  extent.columns.map((column, index) => {
    const sides = sidesOf(padding, index, extent.columns.length);
    const { width, least = 0, most } = table.columns[index] ?? { alignment: "start" };
    const min = Math.max(column.min + sides, least);
    const max = Math.max(min, Math.min(column.max + sides, most ?? Number.POSITIVE_INFINITY));
    const fixed = width ?? (most === undefined ? undefined : max);
    return { min, max, ...(fixed === undefined ? {} : { fixed }) };
  });

type Places = { readonly strip: Strip; readonly main: Strip; readonly context: FlowContext };

/**
 * Widths that the author or the theme asks for. Without any the first column ends on the second edge of the page, where text or
 * values begin, if what it holds fits and the others do not miss the room.
 */
const withWishes = (
  table: Table,
  needs: readonly ColumnNeed[],
  { strip, main, context }: Places,
): readonly ColumnNeed[] => {
  const shares = table.columns.map((column) => Math.max(0, column.share ?? 0));
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total > 0) {
    const every = shares.length === needs.length && shares.every((share) => share > 0);
    // Shares of some columns are parts of the whole width; of all columns, parts of their sum.
    const unit = every ? 1 / total : Math.min(1, 0.8 / total);
    return needs.map((need, index) => {
      const share = shares[index] ?? 0;
      if (need.fixed !== undefined) return need;
      return share > 0 ? { ...need, fixed: share * unit * strip.width } : need;
    });
  }
  if (needs.some((need) => need.fixed !== undefined)) return needs;
  const wish = firstWidth(needs, { strip, main, context });
  if (wish === undefined) return needs;
  return needs.map((need, index) => (index === 0 ? { ...need, fixed: wish } : need));
};

const firstWidth = (
  needs: readonly ColumnNeed[],
  { strip, main, context }: Places,
): Points | undefined => {
  const first = needs[0];
  if (first === undefined || needs.length < 2) return undefined;
  const edge = main.x > strip.x ? main.x - strip.x : context.theme.blocks.keyValues.labelWidth;
  const natural = needs.reduce((sum, need) => sum + need.max, edge - first.max);
  const worth = natural <= strip.width ? edge / 3 : edge * 0.8;
  if (first.max <= edge && first.max >= worth && edge < strip.width / 2) return edge;
  const wish = context.theme.blocks.table.firstWidth;
  return wish !== undefined && wish < strip.width / 2 ? wish : undefined;
};

const planned = (
  { grid, padding, stripe }: Around,
  contexts: readonly CellContexts[],
  { widths }: ColumnWidths,
  strip: Strip,
): TablePlan => {
  let x = strip.x;
  const columns = contexts.map((cell, index): PlannedColumn => {
    const width = widths[index] ?? 0;
    const text = Math.max(1, width - sidesOf(padding, index, contexts.length));
    const column = {
      x: x + padding.left,
      width: text,
      head: narrowed(cell.head, text),
      body: narrowed(cell.body, text),
    };
    x += width;
    return column;
  });
  const leading = contexts[0]?.head.theme.styles["body"]?.leading ?? 0;
  const headPadding = Math.min(padding.top, leading / 4);
  return { strip, padding, headPadding, columns, widths, grid, ...(stripe && { stripe }) };
};
