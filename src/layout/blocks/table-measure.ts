import type { Block, PlacedCell, TableCell } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { styleOf } from "./flow-helpers.ts";
import type { DecimalColumn } from "./table-decimal.ts";
import type { Extent } from "./text-frame.ts";
import { textExtent } from "./text-frame.ts";

/** What the cells of a table want, without padding. */
export type TableExtent = {
  readonly columns: readonly Extent[];
  /** Widths on one line of some rows, row by row, to judge widths of columns by. */
  readonly sample: Float32Array;
};

/** How the cells of a column are set. */
export type CellContexts = {
  readonly head: FlowContext;
  readonly body: FlowContext;
};

/** Rows that are looked at to choose between widths; more tell nothing new. */
const sampled = 400;

/** Cells of a table by their place. */
export type TableGrid = {
  readonly head: readonly (readonly PlacedCell[])[];
  readonly body: readonly (readonly PlacedCell[])[];
  /** Columns whose numbers stand by their decimal mark. */
  readonly decimals: readonly (DecimalColumn | undefined)[];
};

/** @param between padding that parts the texts of two columns */
export const measureTable = (
  grid: TableGrid,
  columns: readonly CellContexts[],
  between: Points,
): TableExtent => {
  const count = columns.length;
  const min = new Float64Array(count);
  const max = new Float64Array(count);
  const step = Math.max(1, Math.ceil(grid.body.length / sampled));
  const sample: number[] = [];
  const wide: { readonly placed: PlacedCell; readonly extent: Extent }[] = [];
  const take = (row: readonly PlacedCell[], part: "head" | "body", keep: boolean): void => {
    const begin = sample.length;
    if (keep) for (let index = 0; index < count; index += 1) sample.push(0);
    for (const placed of row) {
      const { cell, column, columnSpan } = placed;
      const context = columns[column]?.[part];
      if (context === undefined) continue;
      const extent = cellExtent(cell, context);
      if (columnSpan > 1) wide.push({ placed, extent });
      else {
        min[column] = Math.max(min[column] ?? 0, extent.min);
        max[column] = Math.max(max[column] ?? 0, extent.max);
        if (keep) sample[begin + column] = extent.max;
      }
    }
  };
  for (const row of grid.head) take(row, "head", true);
  for (const [index, row] of grid.body.entries()) take(row, "body", index % step === 0);
  grid.decimals.forEach((decimal, index) => {
    if (decimal === undefined) return;
    const width = decimal.whole + decimal.rest;
    min[index] = Math.max(min[index] ?? 0, width);
    max[index] = Math.max(max[index] ?? 0, width);
  });
  for (const { placed, extent } of wide) {
    const room = between * (placed.columnSpan - 1);
    const { column, columnSpan } = placed;
    spread(min, max, column, columnSpan, extent.min - room);
    spread(max, max, column, columnSpan, extent.max - room);
  }
  return {
    columns: columns.map((_, index) => ({ min: min[index] ?? 0, max: max[index] ?? 0 })),
    sample: Float32Array.from(sample),
  };
};

/** What a cell over several columns wants more than they have goes to them by what they hold. */
const spread = (
  widths: Float64Array,
  weights: Float64Array,
  from: number,
  count: number,
  wanted: Points,
): void => {
  let sum = 0;
  let weight = 0;
  for (let index = from; index < from + count; index += 1) {
    sum += widths[index] ?? 0;
    weight += weights[index] ?? 0;
  }
  const lacking = wanted - sum;
  if (lacking <= 0) return;
  const parts = Array.from({ length: count }, (_, index) =>
    weight > 0 ? (weights[from + index] ?? 0) / weight : 1 / count,
  );
  parts.forEach((part, index) => {
    widths[from + index] = (widths[from + index] ?? 0) + lacking * part;
  });
};

/** About how many lines the sampled rows take when the columns have these widths for text. */
export const linesAt = (sample: Float32Array, widths: readonly Points[]): number => {
  const count = widths.length;
  let lines = 0;
  for (let start = 0; start + count <= sample.length; start += count) {
    let tallest = 1;
    for (let index = 0; index < count; index += 1) {
      const width = Math.max(1, widths[index] ?? 1);
      const natural = sample[start + index] ?? 0;
      // Ragged lines leave about a twelfth of the width.
      if (natural > width) tallest = Math.max(tallest, Math.ceil(natural / (width * 0.92)));
    }
    lines += tallest;
  }
  return lines;
};

const none: Extent = { min: 0, max: 0 };

const cellExtent = (cell: TableCell, context: FlowContext): Extent =>
  widest(cell.children.map((block) => blockExtent(block, context)));

const widest = (extents: readonly Extent[]): Extent =>
  extents.reduce(
    (sum, extent) => ({ min: Math.max(sum.min, extent.min), max: Math.max(sum.max, extent.max) }),
    none,
  );

const blockExtent = (block: Block, context: FlowContext): Extent => {
  switch (block.kind) {
    case "paragraph":
    case "title":
      return textExtent(block.children, styleOf(context, block.role ?? "body"), context);
    case "list": {
      const hang = context.theme.blocks.bullet.hang;
      const items = widest(
        block.items.flatMap((item) => item.children.map((child) => blockExtent(child, context))),
      );
      return { min: items.min + hang, max: items.max + hang };
    }
    case "group":
    case "quote":
      return widest(block.children.map((child) => blockExtent(child, context)));
    default:
      // What has no natural width of its own takes what it gets.
      return { min: 48, max: 240 };
  }
};
