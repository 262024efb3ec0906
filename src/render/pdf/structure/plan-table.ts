import type { PlacedCell, Table, TableRow } from "../../../document/index.ts";
import { gridColumns, placedCells } from "../../../document/index.ts";
import type { Syntax } from "../syntax.ts";
import { bytesSyntax } from "../syntax.ts";
import type { ElementOptions } from "./element.ts";
import { newElement } from "./element.ts";
import type { Planning } from "./planning.ts";
import { inside, planNode } from "./planning.ts";

/** PDF/UA-1, 7.5: a head says which cells it heads (14.8.5.7). An empty cell keeps the grid whole. */
export const rowHead: { readonly attributes: readonly string[]; readonly meaningful: boolean } = {
  attributes: ["<</O/Table/Scope/Row>>"],
  meaningful: true,
};

/** How the cells of one table are told. */
type Telling = {
  readonly table: Table;
  readonly columns: number;
  /** Scopes do not say all where heads span or stand above one another: cells list their heads by identifier. */
  readonly lists: boolean;
  /** Identifiers of the heads of each column, the outermost first. */
  readonly columnHeads: readonly string[][];
  /** Identifiers of the heads of the present row, and how many rows from it on they head. */
  rowHeads: readonly { readonly id: string; readonly rows: number }[];
};

/** Rows and their cells; a cell that covers more than its place says so (14.8.5.7, RowSpan and ColSpan). */
export function planTable(table: Table, planning: Planning): void {
  const columns = gridColumns(table);
  const parts = { head: placedCells(table.head, columns), body: placedCells(table.body, columns) };
  const spans = [...parts.head, ...parts.body].some((row) =>
    row.some(({ columnSpan, rowSpan }) => columnSpan > 1 || rowSpan > 1),
  );
  const telling: Telling = {
    table,
    columns,
    lists: spans || table.head.length > 1,
    columnHeads: Array.from({ length: columns }, () => []),
    rowHeads: [],
  };
  for (const part of ["head", "body"] as const) {
    const group = inside(
      planning,
      newElement(part === "head" ? "THead" : "TBody", planning.parent),
    );
    const covered = new Int32Array(columns);
    table[part].forEach((row, index) => {
      planRow(row, parts[part][index] ?? [], { part, covered, telling }, group);
    });
  }
}

type RowPlace = {
  readonly part: "head" | "body";
  /** How many rows from the present one on each column is covered. */
  readonly covered: Int32Array;
  readonly telling: Telling;
};

function planRow(
  node: TableRow,
  placed: readonly PlacedCell[],
  place: RowPlace,
  planning: Planning,
): void {
  const { covered, telling } = place;
  const row = inside(planning, planNode(planning, "TR", node));
  const cells = new Map(placed.map((cell) => [cell.column, cell]));
  for (let column = 0; column < telling.columns; column += 1) {
    const cell = cells.get(column);
    if (cell !== undefined) {
      covered.fill(cell.rowSpan, column, column + cell.columnSpan);
      planCell(cell, place, planning, row);
    } else if (covered[column] === 0) newElement("TD", row.parent, { meaningful: true });
  }
  for (let column = 0; column < telling.columns; column += 1) {
    covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
  }
  telling.rowHeads = telling.rowHeads
    .filter(({ rows }) => rows > 1)
    .map(({ id, rows }) => ({ id, rows: rows - 1 }));
}

function planCell(
  placed: PlacedCell,
  { part, telling }: RowPlace,
  planning: Planning,
  row: Planning,
): void {
  const { cell, column } = placed;
  const headsRow = part === "body" && telling.table.rowHeaders && column === 0;
  const heads = part === "head" || headsRow;
  const options = optionsOf(placed, heads ? (headsRow ? "Row" : "Column") : undefined, telling);
  if (headsRow) telling.rowHeads = [...telling.rowHeads, { id: cell.id, rows: placed.rowSpan }];
  if (part === "head") {
    for (let each = column; each < column + placed.columnSpan; each += 1) {
      telling.columnHeads[each]?.push(cell.id);
    }
  }
  const element = planNode(row, heads ? "TH" : "TD", cell, options);
  planning.planBlocks(cell.children, inside(row, element));
}

function optionsOf(
  placed: PlacedCell,
  scope: "Row" | "Column" | undefined,
  telling: Telling,
): ElementOptions {
  const { cell, columnSpan, rowSpan } = placed;
  const entries: Syntax[] = [];
  if (scope !== undefined) entries.push(`/Scope/${scope}`);
  if (columnSpan > 1) entries.push(`/ColSpan ${columnSpan}`);
  if (rowSpan > 1) entries.push(`/RowSpan ${rowSpan}`);
  const heads = telling.lists ? headsOf(placed, telling) : [];
  if (heads.length > 0) entries.push(`/Headers[${heads.map(bytesSyntax).join("")}]`);
  return {
    meaningful: true,
    ...(entries.length > 0 && { attributes: [`<</O/Table${entries.join("")}>>`] }),
    ...(telling.lists && scope !== undefined && { identifier: cell.id }),
  };
}

/** Heads of the columns that a cell covers, then those of its row. */
function headsOf(placed: PlacedCell, { columnHeads, rowHeads }: Telling): readonly string[] {
  const { cell, column, columnSpan } = placed;
  const found = new Set<string>();
  for (let each = column; each < column + columnSpan; each += 1) {
    for (const id of columnHeads[each] ?? []) found.add(id);
  }
  for (const { id } of rowHeads) found.add(id);
  found.delete(cell.id);
  return [...found];
}
