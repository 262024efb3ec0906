import type { DocumentTree, NodeId, Section } from "../../document/index.ts";
import { visitNodes } from "../../document/index.ts";

/** Levels of a definition (17.9.6). */
const deepest = 9;

/**
 * The sections whose numbers Word counts itself, with their levels from 0: those that it would give the number that they have. Others,
 * such as `A.1` or one that was left out, say theirs in words.
 */
export function countedHeadings(document: DocumentTree): ReadonlyMap<NodeId, number> {
  const counted = new Map<NodeId, number>();
  const counts: number[] = [];
  visitNodes(document.content, (node) => {
    if (node.kind !== "section") return;
    const { heading, id, level } = node as unknown as Section;
    const [first] = heading.children;
    if (first?.kind !== "enumerator" || level > deepest) return;
    const above = counts.slice(0, level - 1);
    const next = (counts[level - 1] ?? 0) + 1;
    if (above.length < level - 1 || [...above, next].join(".") !== first.number) return;
    counts.length = level - 1;
    counts.push(next);
    counted.set(id, level - 1);
  });
  return counted;
}

/** Levels of headings, from the first, that styles number: as many as the document has numbers for. */
export function numberedLevels(counted: ReadonlyMap<NodeId, number>): number {
  return Math.max(-1, ...counted.values()) + 1;
}
