import type { AlignType, PhrasingContent, Table } from "mdast";
import type { Container } from "../source/index.ts";
import type { Cells } from "./read-cells.ts";

/** A table as if it were written in the source where the container stands. Columns of numbers end at the right. */
export function tableNode(cells: Cells, container: Container, headRows: number): Table {
  const { position } = container;
  const placed = position === undefined ? {} : { position };
  const width = cells[0]?.length ?? 0;
  const heads = Number.isInteger(headRows) && headRows >= 0 ? headRows : 1;
  const align = Array.from(
    { length: width },
    (_, column): AlignType => (isNumeric(cells, column, heads) ? "right" : null),
  );
  const children = cells.map((row) => ({
    type: "tableRow" as const,
    children: row.map((cell) => ({
      type: "tableCell" as const,
      children: textOf(cell, placed),
      ...placed,
    })),
    ...placed,
  }));
  return { type: "table", align, children, ...placed };
}

function isNumeric(cells: Cells, column: number, heads: number): boolean {
  let numbers = 0;
  for (let row = heads; row < cells.length; row += 1) {
    const text = cells[row]?.[column]?.trim() ?? "";
    if (text === "" || /^(?:n\/?a|[-–—.])$/i.test(text)) continue;
    if (!/^[^\p{L}\d]{0,3}\d[\d.,'\u00A0\u202F ]*[%\p{Sc})]?$/u.test(text)) return false;
    numbers += 1;
  }
  return numbers > 0;
}

/** Plain text: nothing in a cell is Markdown. */
function textOf(cell: string, placed: object): PhrasingContent[] {
  const lines = cell.trim().split(/\r?\n/);
  return lines.flatMap((value, index): PhrasingContent[] => {
    const text: PhrasingContent[] = value === "" ? [] : [{ type: "text", value, ...placed }];
    return index === 0 ? text : [{ type: "break", ...placed }, ...text];
  });
}
