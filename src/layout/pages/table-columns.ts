import type { NodeId, TableColumns } from "../../document/index.ts";
import type { Sheet } from "./finish.ts";

/** The columns of tables, as they were laid out; of one that begins on a page. */
export function tableColumns(
  sheets: readonly Pick<Sheet, "items" | "theme">[],
): ReadonlyMap<NodeId, TableColumns> {
  const found = new Map<NodeId, TableColumns>();
  for (const { items, theme } of sheets) {
    for (const item of items) {
      if (item.kind !== "box" || item.columns === undefined) continue;
      const { table, from, widths } = item.columns;
      if (!found.has(table))
        found.set(table, { left: item.x + from - theme.page.margins.left, widths });
    }
  }
  return found;
}
