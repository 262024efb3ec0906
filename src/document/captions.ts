import type { Block, Caption, Figure, Table } from "./blocks.ts";
import type { DocumentTree } from "./document.ts";
import type { Inline, Series } from "./inline.ts";
import { partsOf } from "./parts.ts";

export type CaptionedBlock = { readonly block: Figure | Table; readonly caption: Caption };

/** Figures or tables whose captions bear a number, in reading order: what a list of them names. */
export function captionsOf(
  document: DocumentTree,
  series: Exclude<Series, "section">,
): readonly CaptionedBlock[] {
  const found: CaptionedBlock[] = [];
  const gather = (block: Block): void => {
    if (block.kind === "figure" || block.kind === "table") {
      const { caption } = block;
      if (caption !== undefined && numbers(caption.children, series))
        found.push({ block, caption });
    }
    for (const part of partsOf(block)) if (part.kind === "block") gather(part.block);
  };
  for (const block of document.content) gather(block);
  return found;
}

function numbers(children: readonly Inline[], series: Series): boolean {
  return children.some(
    (child) =>
      (child.kind === "enumerator" && child.series === series) ||
      ("children" in child && numbers(child.children, series)),
  );
}
