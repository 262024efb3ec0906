import type { Block, DefinitionEntry, TableRow } from "./blocks.ts";
import type { Inline } from "./inline.ts";
import type { BlockVisitor } from "./visit.ts";
import { visitBlock } from "./visit.ts";

/** A piece of a block in reading order: running text with what it is, or a block within. */
export type Part =
  | { readonly kind: "text"; readonly text: readonly Inline[] }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "image"; readonly source: string; readonly alternative: string }
  | { readonly kind: "block"; readonly block: Block };

/** What a block holds, one level deep, in reading order: what every walk over all text is made of. */
export function partsOf(block: Block): readonly Part[] {
  return visitBlock(block, parts, undefined);
}

const text = (children: readonly Inline[] | undefined): readonly Part[] =>
  children === undefined ? [] : [{ kind: "text", text: children }];

const blocks = (children: readonly Block[]): readonly Part[] =>
  children.map((block) => ({ kind: "block", block }));

const rowParts = (row: TableRow): readonly Part[] =>
  row.cells.flatMap((cell) => blocks(cell.children));

const entryParts = (entry: DefinitionEntry): readonly Part[] => [
  ...entry.terms.flatMap((term) => text(term.children)),
  ...entry.descriptions.flatMap((description) => blocks(description.children)),
];

const parts: BlockVisitor<readonly Part[]> = {
  title: (node) => text(node.children),
  section: (node) => [...text(node.heading.children), ...blocks(node.children)],
  paragraph: (node) => text(node.children),
  list: (node) => node.items.flatMap((item) => blocks(item.children)),
  definitionList: (node) => node.entries.flatMap(entryParts),
  quote: (node) => blocks(node.children),
  codeBlock: (node) => [{ kind: "code", code: node.code }],
  table: (node) => [
    ...text(node.caption?.children),
    ...node.head.flatMap(rowParts),
    ...node.body.flatMap(rowParts),
  ],
  figure: (node) => [{ kind: "image", ...node.image }, ...text(node.caption?.children)],
  divider: () => [],
  pageBreak: () => [],
  callout: (node) => [...text(node.label), ...blocks(node.children)],
  masthead: (node) => node.columns.flatMap((column) => blocks(column)),
  keyValues: (node) =>
    node.entries.flatMap((entry) => [...text(entry.label), ...blocks(entry.value)]),
  quickFacts: (node) => [
    ...text(node.heading.children),
    ...node.facts.flatMap((fact) => [...text(fact.label), ...text(fact.value)]),
  ],
  timeline: (node) =>
    node.entries.flatMap((entry) => [...text(entry.date), ...text(entry.children)]),
  decision: (node) => [
    ...text(node.heading.children),
    ...node.rows.flatMap((row) => [...text(row.text), ...row.choices.flatMap(text)]),
    ...node.fields.flatMap((field) => [...text(field.label), ...text(field.value)]),
  ],
  columns: (node) =>
    node.columns.flatMap((column) => [
      ...text(column.heading?.children),
      ...blocks(column.children),
    ]),
  cards: (node) =>
    node.cards.flatMap((card) => [
      ...text(card.heading.children),
      ...blocks(card.children),
      ...text(card.foot),
    ]),
  slide: (node) => [
    ...text(node.heading.children),
    ...blocks(node.children),
    ...blocks(node.notes),
  ],
  tableOfContents: (node) => text(node.heading?.children),
  listOfCaptions: (node) => text(node.heading?.children),
  group: (node) => blocks(node.children),
};
