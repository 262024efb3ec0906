/** Blocks become flow: one function a kind, and what neighbours owe each other. */
import type { Block, BlockVisitor } from "../../document/index.ts";
import { visitBlock } from "../../document/index.ts";
import type { FlowContext, FlowItem } from "../flow.ts";
import { flowCallout } from "./callout.ts";
import { flowCards } from "./cards.ts";
import { flowCodeBlock } from "./code-block.ts";
import { flowColumns } from "./columns.ts";
import { flowDecision } from "./decision.ts";
import { flowDefinitionList } from "./definition-list.ts";
import { flowDivider } from "./divider.ts";
import { flowFigure } from "./figure.ts";
import { inLanguage } from "./flow-helpers.ts";
import { flowGroup } from "./group.ts";
import { flowKeyValues } from "./key-values.ts";
import { flowList } from "./list.ts";
import { flowMasthead } from "./masthead.ts";
import { flowParagraph } from "./paragraph.ts";
import { flowQuickFacts } from "./quick-facts.ts";
import { flowQuote } from "./quote.ts";
import { flowSection } from "./section.ts";
import { joinUnits, setUnits, unitsOf } from "./sequence.ts";
import { flowSlide } from "./slide.ts";
import { flowTable } from "./table.ts";
import { flowListOfCaptions, flowTableOfContents } from "./table-of-contents.ts";
import { flowTimeline } from "./timeline.ts";
import { flowTitle } from "./title.ts";

export { spaceBetween, stack } from "./flow-helpers.ts";
export { flowNote } from "./note.ts";
export type { Joined, Unit } from "./sequence.ts";
export { joinUnits, setUnit, unitsOf } from "./sequence.ts";

const flows: BlockVisitor<readonly FlowItem[], FlowContext> = {
  title: flowTitle,
  section: flowSection,
  paragraph: flowParagraph,
  list: flowList,
  definitionList: flowDefinitionList,
  quote: flowQuote,
  codeBlock: flowCodeBlock,
  table: flowTable,
  figure: flowFigure,
  divider: flowDivider,
  // `joinUnits` begins a page after it.
  pageBreak: () => [],
  callout: flowCallout,
  masthead: flowMasthead,
  keyValues: flowKeyValues,
  quickFacts: flowQuickFacts,
  timeline: flowTimeline,
  decision: flowDecision,
  columns: flowColumns,
  cards: flowCards,
  slide: flowSlide,
  tableOfContents: flowTableOfContents,
  listOfCaptions: flowListOfCaptions,
  group: flowGroup,
};

/** Sets one block by itself, without its neighbours. */
export function flowOf(block: Block, context: FlowContext): readonly FlowItem[] {
  return visitBlock(block, flows, inLanguage(context, block.language));
}

/** Sets blocks that follow one another; this is `FlowContext.flow`. */
export function flowSequence(blocks: readonly Block[], context: FlowContext): readonly FlowItem[] {
  const units = unitsOf(blocks);
  return joinUnits(units, setUnits(units, context, flowOf), () => context).flow;
}
