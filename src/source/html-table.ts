import type { AlignType, Nodes, TableRow } from "mdast";
import { plainText } from "./words.ts";

/** A table of HTML as one of Markdown. What a cell covers has no cell. */
export function tableOf(children: readonly Nodes[], caption: Nodes | undefined): Nodes[] {
  const rows = children.filter((node): node is TableRow => node.type === "tableRow");
  const others = children.filter((node) => node.type !== "tableRow");
  const filled = rows.filter((row) => row.children.length > 0);
  if (filled.length === 0) return caption === undefined ? others : [caption, ...others];
  const width = Math.max(...filled.map(columnsOf));
  const [first] = filled;
  const headed = first?.children.some((cell) => cell.data?.cell?.head === true) ?? false;
  const body = headed ? filled.slice(1) : filled;
  const attributes = attributesOf(body, caption === undefined ? "" : plainText([caption]));
  return [
    ...others,
    {
      type: "table",
      align: Array.from({ length: width }, (_, column) => alignOf(filled, column)),
      children: headed ? [...filled] : [{ type: "tableRow", children: [] }, ...filled],
      ...(attributes && { data: { attributes } }),
    },
  ];
}

function columnsOf(row: TableRow): number {
  return row.children.reduce((sum, { data }) => sum + (data?.cell?.columns ?? 1), 0);
}

function attributesOf(body: readonly TableRow[], caption: string) {
  const headed = body.length > 0 && body.every((row) => row.children[0]?.data?.cell?.head === true);
  if (!headed && caption === "") return undefined;
  const values = new Map(caption === "" ? [] : [["caption", caption]]);
  return { classes: headed ? ["row-headers"] : [], values };
}

function alignOf(rows: readonly TableRow[], column: number): AlignType {
  const cells = rows
    .map((row) => row.children[column]?.data?.cell)
    .filter((cell) => cell !== undefined);
  const align = cells.find((cell) => !cell.head)?.align ?? cells[0]?.align;
  return align ?? null;
}
