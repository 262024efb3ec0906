import type { DocumentTree, NodeId, Reference } from "../../document/index.ts";
import { visitNodes } from "../../document/index.ts";

/** What other parts of the text say of a node; each is a bookmark that a field reads. */
export type Told = "number" | "title";

/**
 * What is told of which nodes, and can be told by a field: numbers of sections and captions that bear one, titles of sections. Other
 * references are plain words, since a field without its bookmark becomes an error when Word updates it.
 */
export function toldOf(document: DocumentTree): ReadonlySet<string> {
  const asked = new Set<string>();
  const able = new Set<string>();
  visitNodes([document.content, document.notes], (node) => {
    if (node.kind === "reference") {
      const { target, shows } = node as unknown as Reference;
      if (shows !== "page") asked.add(toldKey(target, shows));
    }
    if (node.kind === "section") able.add(toldKey(String(node["id"]), "title"));
    if (node.kind === "section" || node.kind === "figure" || node.kind === "table") {
      const text = node.kind === "section" ? node["heading"] : node["caption"];
      visitNodes(text, (inner) => {
        if (inner.kind === "enumerator") able.add(toldKey(String(node["id"]), "number"));
      });
    }
  });
  return new Set([...asked].filter((key) => able.has(key)));
}

export function toldKey(node: NodeId, what: Told): string {
  return `${what} of ${node}`;
}
