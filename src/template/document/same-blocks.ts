import type { Block, NodeId } from "../../document/index.ts";
import { isSameNode } from "../../document/index.ts";
import type { Counted } from "./numbering.ts";

/** Blocks and notes of a document by id, as later stages saw them. */
export type LastBlocks = ReadonlyMap<NodeId, Kept>;

type Kept = { readonly id: NodeId };

/**
 * The same document, in which each block that is equal to one of the last document is that very object, since the memos of later stages
 * go by objects; and its blocks for the next one.
 */
export function withSameBlocks(
  { content, notes }: Counted,
  last: LastBlocks,
): { readonly counted: Counted; readonly blocks: LastBlocks } {
  const blocks = new Map<NodeId, Kept>();
  const same = <Node extends Kept>(node: Node): Node => {
    const before = last.get(node.id);
    const kept = before !== undefined && isSameNode(before, node) ? (before as Node) : node;
    blocks.set(kept.id, kept);
    return kept;
  };
  const sameBlock = (block: Block): Block => {
    if (block.kind !== "section" && block.kind !== "group") return same(block);
    return same({ ...block, children: block.children.map(sameBlock) });
  };
  return { counted: { content: content.map(sameBlock), notes: notes.map(same) }, blocks };
}
