import type { Table } from "../../../document/index.ts";
import { placedCells, textsOfBlocks } from "../../../document/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { FileChild } from "../element.ts";
import { addAfterStyle, element, isParagraph } from "../element.ts";
import { twips } from "../units.ts";

/**
 * How far from the right edge of its column the decimal mark stands, points; undefined for columns that are aligned in another way. The
 * longest fraction ends at the edge.
 */
export function fractionWidths(node: Table, size: Points): readonly (Points | undefined)[] {
  const { columns } = node;
  if (columns.every(({ alignment }) => alignment !== "decimal"))
    return columns.map(() => undefined);
  const longest = columns.map(() => 0);
  for (const row of placedCells(node.body, columns.length))
    for (const { cell, column } of row) {
      const text = textsOfBlocks(cell.children).join(" ");
      const fraction = /\d([.,]\d*)\D*$/.exec(text)?.[1] ?? "";
      longest[column] = Math.max(longest[column] ?? 0, fraction.length);
    }
  return columns.map(({ alignment }, index) =>
    // Digits are about half an em wide, the mark half of that.
    alignment === "decimal" ? Math.max(0, (longest[index] ?? 0) - 0.5) * size * 0.52 : undefined,
  );
}

/** Word aligns the text of a cell by a decimal stop without a tab before it (17.18.84). */
export function alignDecimals(content: readonly FileChild[], at: Points): void {
  for (const child of content)
    if (isParagraph(child))
      addAfterStyle(
        child,
        element(
          "w:tabs",
          undefined,
          element("w:tab", { "w:val": "decimal", "w:pos": Math.max(0, twips(at)) }),
        ),
      );
}
