import type {
  AlignType,
  TableCell as CellNode,
  TableRow as RowNode,
  Table as TableNode,
} from "mdast";
import type {
  Alignment,
  Caption,
  Table,
  TableCell,
  TableColumn,
  TableRow,
} from "../../document/index.ts";
import type { Building, Spot } from "./building.ts";
import { running } from "./inline.ts";
import { hasClass, markUnnumbered, placed, roled, settingOf, spoken } from "./place.ts";

/** `{.row-headers}` makes the first cell of each row its heading, `{caption="…"}` stands above, `{widths="1 3 1"}` divides. */
export function tableOf(building: Building, node: TableNode, spot: Spot): Table {
  const id = building.ids.idOf(node, spot.parent, "table");
  markUnnumbered(building, node, id);
  const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 1);
  const caption = captionOf(building, node, id);
  const rows = node.children.map((row) => rowOf(building, row, width, id));
  const [first, ...body] = rows;
  const isHeaded = first?.cells.some((cell) => cell.children.length > 0) ?? false;
  return {
    kind: "table",
    id,
    ...placed(building, node),
    ...roled(building, node),
    ...spoken(building, node),
    columns: columnsOf(node, width),
    head: first !== undefined && isHeaded ? [first] : [],
    body,
    rowHeaders: hasClass(node, "row-headers"),
    ...(caption && { caption }),
  };
}

function columnsOf(node: TableNode, width: number): readonly TableColumn[] {
  const shares = (settingOf(node, "widths") ?? "").split(/[\s,]+/).map(Number);
  return Array.from({ length: width }, (_, index): TableColumn => {
    const share = shares[index];
    const alignment = alignmentOf(node.align?.[index]);
    return share !== undefined && share > 0 && share < 1000 ? { alignment, share } : { alignment };
  });
}

function alignmentOf(align: AlignType | undefined): Alignment {
  if (align === "right") return "end";
  return align === "center" ? "centre" : "start";
}

/** Short rows are filled up, so that every row has a cell in every column. */
function rowOf(building: Building, node: RowNode, width: number, parent: string): TableRow {
  const id = building.ids.idOf(node, parent, "row");
  const cells = Array.from({ length: width }, (_, index) =>
    cellOf(building, node.children[index], id),
  );
  return { kind: "tableRow", id, ...placed(building, node), cells };
}

function cellOf(building: Building, node: CellNode | undefined, parent: string): TableCell {
  const id = building.ids.idOf(node, parent, "cell");
  if (node === undefined) return { kind: "tableCell", id, children: [] };
  const paragraph = building.ids.idOf(undefined, id, "p");
  const children = running(building, node.children, paragraph);
  const place = placed(building, node);
  return {
    kind: "tableCell",
    id,
    ...place,
    ...spoken(building, node),
    children:
      children.length === 0 ? [] : [{ kind: "paragraph", id: paragraph, ...place, children }],
  };
}

function captionOf(building: Building, node: TableNode, parent: string): Caption | undefined {
  const text = settingOf(node, "caption");
  if (text === undefined) return undefined;
  const id = building.ids.idOf(undefined, parent, "caption");
  const children = running(building, [{ type: "text", value: text }], id);
  return { kind: "caption", id, ...placed(building, node), children };
}
