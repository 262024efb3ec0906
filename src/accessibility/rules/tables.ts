import { childOf, flagOf, valOf } from "../../ooxml/index.ts";
import { cellsOf } from "../read-part.ts";
import type { Reading, ReadTable } from "../reading.ts";
import type { Tell } from "../tell.ts";

export type TableOptions = {
  /** Merged cells were asked for: they are not told. */
  readonly mergedCellsAreMeant: boolean;
};

/** A reader hears the head of a column with each cell, and goes from cell to cell by rows and columns (WCAG 2.1, 1.3.1; PDF/UA-1 7.5). */
export function checkTables(reading: Reading, options: TableOptions, tell: Tell): void {
  for (const table of reading.tables) {
    const at = placeOf(table, reading);
    const columns = Math.max(0, ...table.rows.map((row) => cellsOf(row).length));
    if (table.isNested)
      tell({
        rule: "word-table-is-not-nested",
        severity: "warning",
        message: "A table stands in a cell of another table.",
        at,
        hints: ["Take it out, and let it follow the table."],
      });
    if (columns < 2 || table.rows.length < 2) continue;
    if (!hasHeads(table))
      tell({
        rule: "word-table-has-header-row",
        severity: "error",
        message: "A table has no header row.",
        at,
        hints: [
          "Put the cursor in its first row and choose Table Layout, Repeat Header Rows; for a table whose rows have heads, Table Design, First Column.",
        ],
      });
    if (!options.mergedCellsAreMeant && hasMerged(table))
      tell({
        rule: "word-table-has-no-merged-cells",
        severity: "warning",
        message: "A table has merged cells.",
        at,
        hints: ["Split them, or make two tables."],
      });
  }
}

function placeOf(
  { part, number }: ReadTable,
  reading: Reading,
): { readonly part: string; readonly number: number; readonly text: string } {
  const first = reading.paragraphs.find((each) => each.part === part && each.number === number);
  return { part, number, text: first?.text ?? "" };
}

/** The first row repeats as a head, or the table's look says that its first column is one. */
function hasHeads({ element, rows }: ReadTable): boolean {
  const isRepeated = flagOf(childOf(rows[0], "w:trPr"), "w:tblHeader") === true;
  const look = childOf(childOf(element, "w:tblPr"), "w:tblLook")?.attributes;
  const bits = Number.parseInt(look?.["w:val"] ?? "0", 16) || 0;
  const written = look?.["w:firstColumn"];
  const isFirstColumn =
    written === undefined ? (bits & 0x80) !== 0 : ["1", "true", "on"].includes(written);
  const isFirstRow = (look?.["w:firstRow"] ?? ((bits & 0x20) !== 0 ? "1" : "0")) !== "0";
  // Word sets both for every new table; only a first column without a first row is meant.
  return isRepeated || (isFirstColumn && !isFirstRow);
}

function hasMerged({ rows }: ReadTable): boolean {
  return rows.some((row) =>
    cellsOf(row).some((cell) => {
      const properties = childOf(cell, "w:tcPr");
      return (
        childOf(properties, "w:vMerge") !== undefined ||
        childOf(properties, "w:hMerge") !== undefined ||
        Number(valOf(properties, "w:gridSpan") ?? 1) > 1
      );
    }),
  );
}
