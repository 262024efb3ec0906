import type { DocumentTree } from "../document.ts";

/** Links, bookmarks and the tag tree rest on it. An author's repeated id was told and changed before. */
export function idsAreUnique(document: DocumentTree): void {
  const seen = new Set<string>();
  const stack: unknown[] = [document.content, document.notes, document.running];
  while (stack.length > 0) {
    const node = stack.pop();
    if (typeof node !== "object" || node === null) continue;
    if (!Array.isArray(node) && "kind" in node && "id" in node && node.kind !== "node") {
      const id = String(node.id);
      if (seen.has(id)) throw new Error(`Bug: two nodes of the document have the id "${id}"`);
      seen.add(id);
    }
    for (const [name, child] of Object.entries(node)) {
      if (name !== "place" && typeof child === "object") stack.push(child);
    }
  }
}
