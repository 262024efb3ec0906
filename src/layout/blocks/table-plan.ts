import type { Table } from "../../document/index.ts";
import type { Padding, Points, Strip } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { narrowed, styleOf } from "./flow-helpers.ts";
import { breaksWords } from "./table-broken.ts";
import { cellStyle, withText } from "./table-cells.ts";
import type { ColumnNeed, ColumnWidths } from "./table-columns.ts";
import { columnWidths } from "./table-columns.ts";
import type { CellContexts, TableExtent } from "./table-measure.ts";
import { linesAt, measureTable } from "./table-measure.ts";

/** Where the columns of a table stand. */
export type TablePlan = {
  readonly strip: Strip;
  readonly padding: Padding;
  /** Above and below the text of head rows, which are small beside airy rows. */
  readonly headPadding: Points;
  readonly columns: readonly PlannedColumn[];
  /** Absent when every word has room: how wide the table would have to be. */
  readonly lacking?: Points;
};

export type PlannedColumn = CellContexts & {
  /** Left edge of the text, from that of the region. */
  readonly x: Points;
};

/** Padding beside text in a table that hardly fits. */
const tightest = 4;

/** In the main strip when every cell fits there on a line, else in the wide one, as wide as the strip. */
export const planTable = (table: Table, context: FlowContext): TablePlan => {
  const contexts = cellContexts(table, context, false);
  const extent = measureTable(table, contexts);
  const { padding } = context.theme.blocks.table;
  const main = context.strip("main");
  const wide = context.strip("wide");
  const needs = columnNeeds(extent, padding);
  const natural = needs.reduce((sum, need) => sum + need.max, 0);
  const strip = natural <= main.width || wide.width <= main.width ? main : wide;
  const fixed = withWishes(table, needs, { strip, main, context });
  const widths = choose(fixed, strip, extent, padding);
  if (widths.fits) return planned(contexts, widths, strip, padding);
  return tightPlan(table, context, strip);
};

/** Less padding, then hyphens, then words broken anywhere. */
const tightPlan = (table: Table, context: FlowContext, strip: Strip): TablePlan => {
  const contexts = cellContexts(table, context, true);
  const extent = measureTable(table, contexts);
  const { padding } = context.theme.blocks.table;
  const side = Math.max(0, Math.min(tightest, strip.width / contexts.length / 4));
  const tight = {
    ...padding,
    left: Math.min(padding.left, side),
    right: Math.min(padding.right, side),
  };
  const needs = columnNeeds(extent, tight);
  const widths = choose(needs, strip, extent, tight);
  const plan = planned(contexts, widths, strip, tight);
  if (widths.fits || !breaksWords(table, plan.columns)) return plan;
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

const columnCount = (table: Table): number =>
  Math.max(
    1,
    table.columns.length,
    [...table.head, ...table.body].reduce((most, row) => Math.max(most, row.cells.length), 0),
  );

const cellContexts = (
  table: Table,
  context: FlowContext,
  hyphenate: boolean,
): readonly CellContexts[] => {
  const styles = context.theme.blocks.table;
  const count = columnCount(table);
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

const columnNeeds = (extent: TableExtent, padding: Padding): readonly ColumnNeed[] =>
  extent.columns.map((column, index) => {
    const sides = sidesOf(padding, index, extent.columns.length);
    return { min: column.min + sides, max: column.max + sides };
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
      return share > 0 ? { ...need, fixed: share * unit * strip.width } : need;
    });
  }
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
  contexts: readonly CellContexts[],
  { widths }: ColumnWidths,
  strip: Strip,
  padding: Padding,
): TablePlan => {
  let x = strip.x;
  const columns = contexts.map((cell, index): PlannedColumn => {
    const width = widths[index] ?? 0;
    const text = Math.max(1, width - sidesOf(padding, index, contexts.length));
    const column = {
      x: x + padding.left,
      head: narrowed(cell.head, text),
      body: narrowed(cell.body, text),
    };
    x += width;
    return column;
  });
  const leading = contexts[0]?.head.theme.styles["body"]?.leading ?? 0;
  return { strip, padding, headPadding: Math.min(padding.top, leading / 4), columns };
};
