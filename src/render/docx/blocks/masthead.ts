import type { Masthead } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf } from "../context.ts";
import type { Child, FileChild } from "../element.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import { tabRun } from "../text.ts";

/** The columns side by side, a line at a time, by the tab stops of the style. */
export function masthead(node: Masthead, context: DocxContext): readonly FileChild[] {
  const lines = Math.max(0, ...node.columns.map((column) => column.length));
  return Array.from({ length: lines }, (_, line) => {
    const children = node.columns.flatMap((column, index): readonly Child[] => {
      const cell = column[line];
      const isKind = cell?.role === "kind";
      const text =
        cell === undefined
          ? []
          : runs(cell.children, inLanguageOf(context, cell), ...(isKind ? ["Kind"] : []));
      return index === 0 ? text : [tabRun(), ...text];
    });
    return paragraph(
      line === 0 ? "Masthead" : "MastheadText",
      withoutTrailingTabs(children, node, line),
      context,
      line === 0 ? { node: node.id } : {},
    );
  });
}

function withoutTrailingTabs(
  children: readonly Child[],
  node: Masthead,
  line: number,
): readonly Child[] {
  const last = node.columns.reduce(
    (found, column, index) => (column[line] === undefined ? found : index),
    0,
  );
  const extra = node.columns.length - 1 - last;
  return extra === 0 ? children : children.slice(0, children.length - extra);
}
