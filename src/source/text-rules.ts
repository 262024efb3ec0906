import type { Nodes, Table, Text } from "mdast";
import type { Report } from "../diagnostics/index.ts";
import { lineStarts, placeAt } from "../diagnostics/index.ts";
import { visitAll } from "./children.ts";
import { placeOf } from "./place.ts";
import type { Root } from "./tree.ts";

/** Says what was read as text but was hardly meant so, or was meant to stand in a column that is not there. */
export function warnAboutText(root: Root, text: string, file: string, report: Report): void {
  const hasNotes = text.includes("[^");
  let starts: readonly number[] | undefined;
  visitAll(root, (node) => {
    if (node.type === "table") checkRows(node, file, report);
    else if (hasNotes && node.type === "text") {
      for (const { name, offset } of undefinedNotes(node, text)) {
        starts ??= lineStarts(text);
        report({
          rule: "footnote-is-defined",
          severity: "warning",
          message: `The note "${name}" is not defined, so the reference is printed as text.`,
          place: placeAt(file, starts, offset),
          hints: [`Define it at the start of a line: "[^${name}]: …".`],
        });
      }
    }
  });
}

/** References that were not escaped; GFM takes those without a note for text. */
function undefinedNotes(
  { value, position }: Text,
  text: string,
): readonly { readonly name: string; readonly offset: number }[] {
  if (!value.includes("[^")) return [];
  const start = position?.start.offset ?? 0;
  const written = text.slice(start, position?.end.offset ?? start);
  return [...written.matchAll(/(?<!\\)\[\^([^\]\s[\\]{1,100})\]/g)].map((match) => ({
    name: match[1] ?? "",
    offset: start + match.index,
  }));
}

function checkRows(table: Table, file: string, report: Report): void {
  const columns = table.children[0]?.children.length ?? 0;
  for (const row of table.children) {
    const cells: readonly Nodes[] = row.children;
    const first = cells[columns];
    if (first === undefined) continue;
    report({
      rule: "row-fits-its-table",
      severity: "warning",
      message: `This row has ${cells.length} cells, but the head of its table has ${columns}.`,
      place: placeOf({ file }, first),
      hints: ['Add a column to the head, or write "\\|" for a bar that is text.'],
    });
  }
}
