import type { Root } from "mdast";
import type { Diagnostic, Outcome } from "../../diagnostics/index.ts";
import type { DocumentTree, Metadata } from "../../document/index.ts";
import { checkDocument } from "../../document/index.ts";
import type { Building } from "./building.ts";
import { top } from "./building.ts";
import { createIds } from "./ids.ts";
import { sequence } from "./sequence.ts";

/** What the tree does not say. */
export type DocumentParts = {
  readonly product: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly metadata: Metadata;
  /** File of the source. */
  readonly file: string;
  readonly label: (key: string) => string;
  /** Classes of a source that are styles of the theme. */
  readonly roles: ReadonlySet<string>;
};

/** From Markdown to the document. Never fails: what is odd is told, and its words are kept. */
export function buildDocument(tree: Root, parts: DocumentParts): Outcome<DocumentTree> {
  const diagnostics: Diagnostic[] = [];
  const building: Building = {
    report: (diagnostic) => diagnostics.push(diagnostic),
    ids: createIds(tree),
    language: parts.language,
    file: parts.file,
    label: parts.label,
    roles: parts.roles,
    notes: [],
    noteNumbers: new Map(),
    running: [],
    blocks: (nodes, spot) => sequence(building, nodes, spot),
    title: { met: false },
  };
  const content = sequence(building, tree.children, top);
  const value: DocumentTree = {
    kind: "document",
    product: parts.product,
    language: parts.language,
    title: parts.title,
    metadata: parts.metadata,
    content,
    notes: building.notes,
    running: building.running,
  };
  return { value, diagnostics: [...diagnostics, ...checkDocument(value)] };
}
