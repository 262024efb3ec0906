import type { Nodes } from "mdast";
import type { Place } from "../diagnostics/index.ts";

/** Where a node was written; the first line for a node that has no place of its own. */
export function placeOf(source: { readonly file: string }, node: Pick<Nodes, "position">): Place {
  const { file } = source;
  const { position } = node;
  if (position === undefined) return { file, line: 1, column: 1 };
  const { start, end } = position;
  return {
    file,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
