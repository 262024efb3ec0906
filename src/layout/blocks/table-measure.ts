import type { Block, Table, TableCell, TableRow } from "../../document/index.ts";
import type { Points } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";
import { styleOf } from "./flow-helpers.ts";
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

export const measureTable = (table: Table, columns: readonly CellContexts[]): TableExtent => {
  const count = columns.length;
  const min = new Float64Array(count);
  const max = new Float64Array(count);
  const step = Math.max(1, Math.ceil(table.body.length / sampled));
  const sample: number[] = [];
  const take = (row: TableRow, part: "head" | "body", keep: boolean): void => {
    for (let index = 0; index < count; index += 1) {
      const cell = row.cells[index];
      const context = columns[index]?.[part];
      const extent = cell && context ? cellExtent(cell, context) : none;
      min[index] = Math.max(min[index] ?? 0, extent.min);
      max[index] = Math.max(max[index] ?? 0, extent.max);
      if (keep) sample.push(extent.max);
    }
  };
  for (const row of table.head) take(row, "head", true);
  for (const [index, row] of table.body.entries()) take(row, "body", index % step === 0);
  return {
    columns: columns.map((_, index) => ({ min: min[index] ?? 0, max: max[index] ?? 0 })),
    sample: Float32Array.from(sample),
  };
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
