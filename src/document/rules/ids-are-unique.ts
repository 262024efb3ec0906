import type { DocumentTree } from "../document.ts";
import { isBlock } from "../kinds-in.ts";

/** Ids of blocks and of what they hold: nodes never change. */
const known: WeakMap<object, readonly string[]> = new WeakMap();

/** Links, bookmarks and the tag tree rest on it. An author's repeated id was told and changed before. */
export function idsAreUnique(document: DocumentTree): void {
  const seen = new Set<string>();
  gather([document.content, document.notes, document.running], (id) => {
    if (seen.has(id)) throw new Error(`Bug: two nodes of the document have the id "${id}"`);
    seen.add(id);
  });
}

function gather(node: object, tell: (id: string) => void): void {
  if (!isBlock(node)) {
    gatherOwn(node, tell);
    return;
  }
  let ids = known.get(node);
  if (ids === undefined) {
    const found: string[] = [];
    gatherOwn(node, (id) => void found.push(id));
    ids = found;
    known.set(node, ids);
  }
  for (const id of ids) tell(id);
}

function gatherOwn(node: object, tell: (id: string) => void): void {
  if (!Array.isArray(node) && "kind" in node && "id" in node && node.kind !== "node") {
    tell(String(node.id));
  }
  for (const name in node) {
    if (name === "place") continue;
    const child: unknown = node[name as never];
    if (typeof child === "object" && child !== null) gather(child, tell);
  }
}
