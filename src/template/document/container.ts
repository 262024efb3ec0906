import type { RootContent } from "mdast";
import type { Block } from "../../document/index.ts";
import type { Container } from "../../source/index.ts";
import type { Building, Spot } from "./building.ts";
import { captionedFigure, captionedTable } from "./containers/captioned.ts";
import { cardsOf } from "./containers/cards.ts";
import { columnsOf } from "./containers/columns.ts";
import { captionListOf, contentsOf } from "./containers/contents.ts";
import { decisionOf } from "./containers/decision.ts";
import { groupOf, leadOf, paragraphsOf } from "./containers/group.ts";
import { keyValuesOf } from "./containers/key-values.ts";
import { mastheadOf } from "./containers/masthead.ts";
import { quickFactsOf } from "./containers/quick-facts.ts";
import { runningOf } from "./containers/running.ts";
import { annexOf, sectionOf } from "./containers/section.ts";
import { slideOf } from "./containers/slide.ts";
import { timelineOf } from "./containers/timeline.ts";
import { titleOf } from "./containers/title.ts";
import { running } from "./inline.ts";
import { pageBreak } from "./page-break.ts";
import { calloutOf } from "./quote.ts";

/** Builds the blocks of one kind of container. */
export type ContainerBuilder = (
  building: Building,
  node: Container,
  spot: Spot,
) => readonly Block[];

/** The vocabulary of containers; any other name is a group with that role. See docs/templates.md. */
export function containerOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const build = builderOf(node.name);
  return (build ?? groupOf)(building, node, spot);
}

// A switch, so that nothing is made when the program starts.
function builderOf(name: string): ContainerBuilder | undefined {
  switch (name) {
    case "masthead":
      return mastheadOf;
    case "kind":
    case "variant":
    case "subtitle":
      return titleOf;
    case "lead":
      return leadOf;
    case "paragraphs":
      return paragraphsOf;
    case "quick-facts":
      return quickFactsOf;
    case "timeline":
      return timelineOf;
    case "key-values":
      return keyValuesOf;
    case "decision":
      return decisionOf;
    case "columns":
      return columnsOf;
    case "cards":
      return cardsOf;
    case "slide":
      return slideOf;
    case "contents":
      return contentsOf;
    case "list-of-figures":
    case "list-of-tables":
      return captionListOf;
    case "table":
      return captionedTable;
    case "figure":
      return captionedFigure;
    case "page-break":
      return pageBreakOf;
    case "section":
      return sectionOf;
    case "annex":
      return annexOf;
    case "running":
      return runningOf;
    case "note":
    case "tip":
    case "warning":
    case "important":
    case "caution":
      return notice;
    case "only":
      return plain;
    default:
      return undefined;
  }
}

/** `:::page-break`: what follows begins a page. */
const pageBreakOf: ContainerBuilder = (building, node, spot) => [
  pageBreak(building, node, spot),
  ...building.blocks(node.children, spot),
];

const plain: ContainerBuilder = (building, node, spot) => building.blocks(node.children, spot);

const notice: ContainerBuilder = (building, node, spot) => {
  const label = running(building, node.label ?? [], spot.parent);
  const words = { name: node.name, children: node.children as readonly RootContent[] };
  return [calloutOf(building, node, label.length > 0 ? { ...words, label } : words, spot)];
};
