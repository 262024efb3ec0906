import type { Block, BlockVisitor } from "../../../document/index.ts";
import { visitBlock } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import { inLanguageOf } from "../context.ts";
import type { FileChild } from "../element.ts";
import { mark } from "../marks.ts";
import { cards, columns } from "./columns.ts";
import { captionList, contents } from "./contents.ts";
import { decision } from "./decision.ts";
import { quickFacts, timeline } from "./facts.ts";
import { figure } from "./figure.ts";
import { definitionList, list } from "./list.ts";
import { masthead } from "./masthead.ts";
import type { Place } from "./place.ts";
import { section, title } from "./section.ts";
import { keyValues, table } from "./table.ts";
import { callout, codeBlock, divider, paragraphBlock, quote } from "./text.ts";

/** Blocks as paragraphs and tables, in reading order. */
export function blocks(
  children: readonly Block[],
  context: DocxContext,
  place: Place,
): readonly FileChild[] {
  return children.flatMap((child) =>
    visitBlock(child, visitor, { context: inLanguageOf(context, child), place }),
  );
}

type Around = { readonly context: DocxContext; readonly place: Place };

const visitor: BlockVisitor<readonly FileChild[], Around> = {
  title: (node, { context }) => title(node, context),
  section: (node, { context, place }) => section(node, context, place, blocks),
  paragraph: (node, { context, place }) => paragraphBlock(node, context, place),
  list: (node, { context, place }) => list(node, context, place, blocks),
  definitionList: (node, { context, place }) => definitionList(node, context, place, blocks),
  quote: (node, { context, place }) => quote(node, context, place, blocks),
  codeBlock: (node, { context, place }) => codeBlock(node, context, place),
  table: (node, { context, place }) => table(node, context, place, blocks),
  figure: (node, { context, place }) => figure(node, context, place),
  pageBreak: () => [mark("page")],
  divider: (node, { context, place }) => divider(node, context, place),
  callout: (node, { context, place }) => callout(node, context, place, blocks),
  masthead: (node, { context }) => masthead(node, context),
  keyValues: (node, { context, place }) => keyValues(node, context, place, blocks),
  quickFacts: (node, { context, place }) => quickFacts(node, context, place),
  timeline: (node, { context, place }) => timeline(node, context, place),
  decision: (node, { context }) => decision(node, context),
  columns: (node, { context, place }) => columns(node, context, place, blocks),
  cards: (node, { context, place }) => cards(node, context, place, blocks),
  // Slides are sections of the file and are written by slides.ts; one within another block is a plain section.
  slide: (node, { context, place }) =>
    section(
      { kind: "section", id: node.id, level: 1, heading: node.heading, children: node.children },
      context,
      place,
      blocks,
    ),
  // Contents fill their page, as in the PDF.
  tableOfContents: (node, { context }) => [...contents(node, context), mark("page")],
  listOfCaptions: (node, { context }) => captionList(node, context),
  group: (node, { context, place }) =>
    blocks(node.children, context, { ...place, role: node.role }),
};
