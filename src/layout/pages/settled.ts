import type { Report } from "../../diagnostics/index.ts";
import type { DocumentTree, NodeId } from "../../document/index.ts";
import { placeOf } from "./walk.ts";

export function sameLabels(
  before: ReadonlyMap<NodeId, string>,
  after: ReadonlyMap<NodeId, string>,
): boolean {
  if (before.size !== after.size) return false;
  for (const [node, label] of after) if (before.get(node) !== label) return false;
  return true;
}

/** After the last pass: parts that still move when their pages are printed. */
export function reportUnsettled(
  document: DocumentTree,
  printed: ReadonlyMap<NodeId, string>,
  labels: ReadonlyMap<NodeId, string>,
  report: Report,
): void {
  const moved = [...labels].filter(([node, label]) => printed.get(node) !== label);
  const [first] = moved;
  if (first === undefined) return;
  const [node, label] = first;
  const place = placeOf(document, node);
  report({
    rule: "page-numbers-settle",
    severity: "warning",
    message: `The page of "${node}" is printed as ${printed.get(node) ?? "nothing"} and is ${label}, since the text moves with its number${moved.length === 1 ? "" : `; so do ${moved.length - 1} others`}.`,
    ...(place === undefined ? {} : { place }),
    hints: ["Change the text before it by a few words, or begin it on a new page."],
  });
}
