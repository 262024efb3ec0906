import type { Table, TableRow } from "../../../document/index.ts";
import { newElement } from "./element.ts";
import type { Planning } from "./planning.ts";
import { inside, planNode } from "./planning.ts";

/** PDF/UA-1, 7.5: a head says which cells it heads (14.8.5.7). An empty cell keeps the grid whole. */
export const rowHead: { readonly attributes: readonly string[]; readonly meaningful: boolean } = {
  attributes: ["<</O/Table/Scope/Row>>"],
  meaningful: true,
};
const columnHead = { attributes: ["<</O/Table/Scope/Column>>"], meaningful: true };

/** Rows of a grid without spans: scopes say all about the heads, so that cells need no list of theirs. */
export function planTable(table: Table, planning: Planning): void {
  const columns = Math.max(
    table.columns.length,
    ...[...table.head, ...table.body].map((row) => row.cells.length),
  );
  const head = inside(planning, newElement("THead", planning.parent));
  for (const row of table.head) planRow(row, columns, () => columnHead, head);
  const body = inside(planning, newElement("TBody", planning.parent));
  const headed = (column: number) => (table.rowHeaders && column === 0 ? rowHead : undefined);
  for (const row of table.body) planRow(row, columns, headed, body);
}

function planRow(
  node: TableRow,
  columns: number,
  headOf: (column: number) => typeof rowHead | undefined,
  planning: Planning,
): void {
  const row = inside(planning, planNode(planning, "TR", node));
  for (let column = 0; column < columns; column++) {
    const head = headOf(column);
    const type = head === undefined ? "TD" : "TH";
    const options = head ?? { meaningful: true };
    const cell = node.cells[column];
    if (cell === undefined) newElement(type, row.parent, options);
    else planning.planBlocks(cell.children, inside(row, planNode(row, type, cell, options)));
  }
}
