import type { PhrasingContent, TableRow as RowNode, Table as TableNode } from "mdast";
import type { Caption, Table, TableCell, TableRow } from "../../document/index.ts";
import type { Building, Spot } from "./building.ts";
import { running } from "./inline.ts";
import { hasClass, markUnnumbered, placed, roled, settingOf, spoken } from "./place.ts";
import { columnsOf } from "./table-columns.ts";
import type { SpannedCell, Spread } from "./table-spans.ts";
import { rowSpanOf, spreadRows } from "./table-spans.ts";

/** Most rows that may head a table. */
const mostHeadRows = 10;

/**
 * `{.row-headers}` makes the first cell of each row its heading, `{header-rows=2}` heads it with two rows, `{caption="…"}` (or a caption
 * with markup, given by its container) stands above. See docs/tables.md.
 */
export function tableOf(
  building: Building,
  node: TableNode,
  spot: Spot,
  written?: readonly PhrasingContent[],
): Table {
  const id = building.ids.idOf(node, spot.parent, "table");
  markUnnumbered(building, node, id);
  const caption = captionOf(building, node, id, written);
  const heads = headRows(node);
  const { head, body } = spreadParts(node, heads);
  const rowsOf = (rows: readonly RowNode[], { rows: cells }: Spread): readonly TableRow[] =>
    rows.map((row, index) => rowOf(building, row, cells[index] ?? [], id));
  const first = rowsOf(node.children.slice(0, heads), head);
  const isHeaded = first.some((row) => row.cells.some((cell) => cell.children.length > 0));
  return {
    kind: "table",
    id,
    ...placed(building, node),
    ...roled(building, node),
    ...spoken(building, node),
    columns: columnsOf(building, node, body.width),
    head: isHeaded ? first : [],
    body: rowsOf(node.children.slice(heads), body),
    rowHeaders: hasClass(node, "row-headers"),
    ...(caption && { caption, continued: building.label("continued") }),
    ...(hasClass(node, "keep") && { keepTogether: true }),
    ...(hasClass(node, "here") && { fixed: true as const }),
    ...(hasClass(node, "striped") && { striped: true }),
  };
}

/** Head and body as wide as each other. */
function spreadParts(node: TableNode, heads: number): { head: Spread; body: Spread } {
  const rows = node.children.slice(heads);
  const first = spreadRows(rows, 1);
  const head = spreadRows(node.children.slice(0, heads), first.width);
  const body = head.width > first.width ? spreadRows(rows, head.width) : first;
  if (body.width === head.width) return { head, body };
  // Rows that were given the room of the head spread further. The head is only filled up: were its cells spread again, neither would end.
  return { head: spreadRows(node.children.slice(0, heads), first.width, body.width), body };
}

/** As many as the table says, or else the first row and those that its cells reach into. */
function headRows(node: TableNode): number {
  const reach = Math.max(1, ...(node.children[0]?.children ?? []).map((cell) => rowSpanOf(cell)));
  const asked = Number(settingOf(node, "header-rows") ?? reach);
  const count = Number.isInteger(asked) && asked >= 0 ? Math.min(asked, mostHeadRows) : 1;
  return Math.min(count, node.children.length);
}

function rowOf(
  building: Building,
  node: RowNode,
  cells: readonly SpannedCell[],
  parent: string,
): TableRow {
  const id = building.ids.idOf(node, parent, "row");
  return {
    kind: "tableRow",
    id,
    ...placed(building, node),
    cells: cells.map((cell) => cellOf(building, cell, id)),
  };
}

function cellOf(building: Building, spanned: SpannedCell, parent: string): TableCell {
  const { node, columns, rows } = spanned;
  const id = building.ids.idOf(node, parent, "cell");
  const spans = {
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
  };
  if (node === undefined) return { kind: "tableCell", id, ...spans, children: [] };
  const paragraph = building.ids.idOf(undefined, id, "p");
  const children = running(building, node.children, paragraph);
  const place = placed(building, node);
  return {
    kind: "tableCell",
    id,
    ...place,
    ...spoken(building, node),
    ...spans,
    children:
      children.length === 0 ? [] : [{ kind: "paragraph", id: paragraph, ...place, children }],
  };
}

function captionOf(
  building: Building,
  node: TableNode,
  parent: string,
  written: readonly PhrasingContent[] | undefined,
): Caption | undefined {
  const text = settingOf(node, "caption");
  const nodes =
    written ?? (text === undefined ? undefined : [{ type: "text", value: text } as const]);
  if (nodes === undefined || nodes.length === 0) return undefined;
  const id = building.ids.idOf(undefined, parent, "caption");
  const children = running(building, nodes, id);
  return children.length === 0
    ? undefined
    : { kind: "caption", id, ...placed(building, node), children };
}
