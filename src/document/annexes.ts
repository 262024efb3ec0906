import type { Block } from "./blocks.ts";
import type { NodeId } from "./inline.ts";

/** Sections that begin new pages at the end of the document are its annexes. */
export function annexIds(blocks: readonly Block[]): ReadonlySet<NodeId> {
  const ids = new Set<NodeId>();
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== "section" || block.newPage !== true) break;
    ids.add(block.id);
  }
  return ids;
}
