import type { AlignType, Nodes, TableCell, TableRow } from "mdast";
import { plainText } from "./words.ts";

/** A table of HTML as one of Markdown: each cell in its first column and row, the others that it takes empty. */
export function tableOf(children: readonly Nodes[], caption: Nodes | undefined): Nodes[] {
  const rows = children.filter((node): node is TableRow => node.type === "tableRow");
  const others = children.filter((node) => node.type !== "tableRow");
  const filled = withoutSpans(rows);
  if (filled.length === 0) return caption === undefined ? others : [caption, ...others];
  const width = Math.max(...filled.map((row) => row.children.length));
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

function withoutSpans(rows: readonly TableRow[]): readonly TableRow[] {
  // For each column, how many further rows a cell above it takes.
  const taken: number[] = [];
  const empty = (): TableCell => ({ type: "tableCell", children: [] });
  return rows.flatMap((row): readonly TableRow[] => {
    if (row.children.length === 0) return [];
    const cells: TableCell[] = [];
    const skip = (): void => {
      for (let left = taken[cells.length] ?? 0; left > 0; left = taken[cells.length] ?? 0) {
        taken[cells.length] = left - 1;
        cells.push(empty());
      }
    };
    for (const cell of row.children) {
      skip();
      const { columns = 1, rows: high = 1 } = cell.data?.cell ?? {};
      for (let column = 0; column < columns; column++) {
        taken[cells.length] = high - 1;
        cells.push(column === 0 ? cell : empty());
      }
    }
    skip();
    return [{ ...row, children: cells }];
  });
}
