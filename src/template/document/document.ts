import type { Root } from "mdast";
import type { Diagnostic, Outcome } from "../../diagnostics/index.ts";
import type { Block, DocumentTree, Metadata, PageNumbers } from "../../document/index.ts";
import { checkDocument } from "../../document/index.ts";
import type { Building } from "./building.ts";
import { top } from "./building.ts";
import type { DocumentMemo } from "./document-memo.ts";
import { createIds } from "./ids.ts";
import type { Counted, Counting, Numbering } from "./numbering.ts";
import { countNodes, withNumbers } from "./numbering.ts";
import { withSameBlocks } from "./same-blocks.ts";
import { sayReferences } from "./say-references.ts";
import { sequence } from "./sequence.ts";

/** What the tree does not say. */
export type DocumentParts = {
  readonly product: string;
  /** BCP 47. */
  readonly language: string;
  /** BCP 47 of the source. */
  readonly written: string;
  readonly title: string;
  readonly metadata: Metadata;
  /** File of the source. */
  readonly file: string;
  readonly label: (key: string) => string;
  /** Classes of a source that are styles of the theme. */
  readonly roles: ReadonlySet<string>;
  readonly numbering: Numbering;
  /** Absent: all pages are counted from 1. */
  readonly pageNumbers?: PageNumbers;
  /** Blocks of earlier documents of the same target; absent: there were none. */
  readonly memo?: DocumentMemo;
};

/** From Markdown to the document. Never fails: what is odd is told, and its words are kept. */
export function buildDocument(tree: Root, parts: DocumentParts): Outcome<DocumentTree> {
  const diagnostics: Diagnostic[] = [];
  const building: Building = {
    report: (diagnostic) => diagnostics.push(diagnostic),
    reports: diagnostics,
    ...(parts.memo && { memo: parts.memo }),
    ids: createIds(tree),
    language: parts.language,
    ...(parts.written === parts.language ? {} : { written: parts.written }),
    file: parts.file,
    label: parts.label,
    roles: parts.roles,
    notes: [],
    noteNumbers: new Map(),
    automatic: new Set(),
    percents: new Set(),
    unnumbered: new Set(),
    running: [],
    blocks: (nodes, spot) => sequence(building, nodes, spot),
    title: { met: false },
  };
  const content = sequence(building, tree.children, top);
  const counted = keptSame(numbered(content, building, parts), parts.memo);
  const value: DocumentTree = {
    kind: "document",
    product: parts.product,
    language: parts.language,
    title: parts.title,
    metadata: parts.metadata,
    ...counted,
    running: building.running,
    ...(parts.pageNumbers && { pageNumbers: parts.pageNumbers }),
  };
  return { value, diagnostics: [...diagnostics, ...checkDocument(value)] };
}

function keptSame(counted: Counted, memo: DocumentMemo | undefined): Counted {
  if (memo === undefined) return counted;
  const kept = withSameBlocks(counted, memo.last);
  memo.last = kept.blocks;
  return kept.counted;
}

/** Numbers and references are known when all is built. */
function numbered(
  content: readonly Block[],
  building: Building,
  { numbering, label }: DocumentParts,
): Counted {
  const counting: Counting = {
    numbering,
    label,
    unnumbered: building.unnumbered,
    newId: (parent) => building.ids.idOf(undefined, parent, "number"),
  };
  const built = { content, notes: building.notes };
  const named = countNodes(built, counting);
  const { automatic, percents, report } = building;
  return sayReferences(withNumbers(built, named, counting), {
    named,
    automatic,
    percents,
    label,
    report,
  });
}
