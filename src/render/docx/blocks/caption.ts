import type { Caption, Figure, Table } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf, owned } from "../context.ts";
import type { FileChild } from "../element.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";

/** The caption of a figure or table, with the bookmarks by which lists of them and references lead here. */
export function caption(
  node: Figure | Table,
  style: string,
  context: DocxContext,
  options: { readonly named: boolean },
): readonly FileChild[] {
  if (node.caption === undefined) return [];
  const inside = owned(inLanguageOf(context, node.caption), node.id);
  const bookmarks = [
    ...(options.named ? [context.bookmarks.of(node.id)] : []),
    ...(isNumbered(node.caption) ? [context.bookmarks.toc(node.id)] : []),
  ];
  return [
    paragraph(style, runs(node.caption.children, inside), inside, {
      node: node.caption.id,
      bookmarks,
    }),
  ];
}

function isNumbered({ children }: { readonly children: Caption["children"] }): boolean {
  return children.some(
    (child) => child.kind === "enumerator" || ("children" in child && isNumbered(child)),
  );
}
