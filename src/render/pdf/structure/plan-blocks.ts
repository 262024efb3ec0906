import type {
  Block,
  BlockVisitor,
  Caption,
  DocumentTree,
  NodeId,
  Note,
} from "../../../document/index.ts";
import { visitBlock, visitNodes } from "../../../document/index.ts";
import type { Element, StructurePlan } from "./element.ts";
import { keyOf, newElement } from "./element.ts";
import { planListOfCaptions, planTableOfContents } from "./plan-contents.ts";
import { planDecision } from "./plan-decision.ts";
import { planHeading } from "./plan-heading.ts";
import { planInline } from "./plan-inline.ts";
import {
  planDefinitions,
  planKeyValues,
  planList,
  planQuickFacts,
  planTimeline,
} from "./plan-lists.ts";
import { planTable } from "./plan-table.ts";
import type { Planning, PlanPiece } from "./planning.ts";
import { inside, linkTo, planNode, planPart } from "./planning.ts";

/**
 * The structure of a document in reading order, before it is known what is painted where.
 * @param piece is given every block, heading and note that stands by itself; absent: all is planned at once
 */
export function planStructure(
  document: DocumentTree,
  reachable: (node: NodeId) => boolean,
  piece?: PlanPiece,
): StructurePlan {
  const root = newElement("Document", undefined);
  const plan: StructurePlan = { root, elements: new Map(), decorations: new Set() };
  const notes = new Map(document.notes.map((note) => [note.id, note]));
  const note = (id: NodeId): Note | undefined => notes.get(id);
  const planning: Planning = {
    ...{ document, planBlocks, plan, note, reachable, parent: root, level: 2 },
    ...(piece === undefined ? {} : { piece }),
  };
  planBlocks(document.content, planning);
  const references = firstReferences(document);
  for (const each of document.notes) {
    const reference = references.get(each.id);
    planPiece(each, planning, (own) => planNote(each, reference, own));
  }
  return plan;
}

function planBlocks(blocks: readonly Block[], planning: Planning): void {
  for (const block of blocks) {
    if (planning.piece === undefined || block.kind === "section" || block.kind === "group") {
      visitBlock(block, visitors, planning);
    } else planPiece(block, planning, (own) => visitBlock(block, visitors, own));
  }
}

function planPiece(
  node: { readonly id: NodeId },
  planning: Planning,
  plan: (planning: Planning) => void,
): void {
  const { piece, ...own } = planning;
  if (piece === undefined) plan(own);
  else piece(node, own, plan);
}

/** PDF/UA-1, 7.9: a note has an identifier of its own. */
function planNote(note: Note, reference: NodeId | undefined, planning: Planning): void {
  const element = planNode(planning, "Note", note, { identifier: note.id });
  if (reference === undefined || !planning.reachable(reference)) {
    planPart(inside(planning, element), "Lbl", note.id, ["label"]);
  } else {
    const label = inside(planning, newElement("Lbl", element));
    const back = linkTo({ kind: "node", id: reference }, String(note.number));
    const link = planPart(label, "Link", note.id, ["label"], back);
    planning.plan.elements.set(keyOf(`back-${note.id}`, undefined), link);
  }
  planBlocks(note.children, inside(planning, element));
}

/** The first reference of each note, which its number leads back to. */
function firstReferences(document: DocumentTree): ReadonlyMap<NodeId, NodeId> {
  const found = new Map<NodeId, NodeId>();
  visitNodes(
    [document.content, document.notes],
    (node) => {
      if (node.kind !== "noteReference") return;
      const note = String(node["note"]);
      if (!found.has(note)) found.set(note, String(node["id"]));
    },
    ["noteReference"],
  );
  return found;
}

function planCaption(caption: Caption | undefined, planning: Planning): void {
  if (caption === undefined) return;
  planInline(caption.children, inside(planning, planNode(planning, "Caption", caption)));
}

function paragraph(
  node: {
    readonly id: string;
    readonly language?: string;
    readonly children: Parameters<typeof planInline>[0];
  },
  planning: Planning,
): void {
  planInline(node.children, inside(planning, planNode(planning, "P", node)));
}

const visitors: BlockVisitor<void, Planning> = {
  title: (node, planning) => {
    if (node.role !== undefined && node.role !== "title") paragraph(node, planning);
    else planInline(node.children, inside(planning, planNode(planning, "H", node, { level: 1 })));
  },
  section: (node, planning) => {
    const section = inside(planning, planNode(planning, "Sect", node));
    const { heading } = node;
    if (heading !== undefined) planPiece(heading, section, (own) => planHeading(heading, own));
    planBlocks(node.children, inside(section, section.parent, 1));
  },
  paragraph,
  list: planList,
  definitionList: planDefinitions,
  quote: (node, planning) => {
    planBlocks(node.children, inside(planning, planNode(planning, "BlockQuote", node)));
  },
  codeBlock: (node, planning) => {
    planNode(inside(planning, newElement("P", planning.parent)), "Code", node);
  },
  table: (node, planning) => {
    const table = planNode(planning, "Table", node);
    planCaption(node.caption, inside(planning, table));
    planTable(node, inside(planning, table));
  },
  // A caption stands beside the figure: inside, the alternative text would be read in its place.
  figure: (node, planning) => {
    const { alternative } = node.image;
    const around =
      node.caption === undefined ? planning : inside(planning, newElement("Div", planning.parent));
    if (alternative === "") planning.plan.decorations.add(node.id);
    else planNode(around, "Figure", node, { alternative });
    planCaption(node.caption, around);
  },
  divider: (node, { plan }) => {
    plan.decorations.add(node.id);
  },
  pageBreak: () => {},
  callout: (node, planning) => {
    const callout = inside(planning, planNode(planning, "Div", node));
    planInline(node.label, inside(callout, planPart(callout, "P", node.id, ["label"])));
    planBlocks(node.children, callout);
  },
  masthead: (node, planning) => {
    const masthead = inside(planning, planNode(planning, "Div", node));
    for (const column of node.columns) {
      planBlocks(column, inside(masthead, newElement("Div", masthead.parent)));
    }
  },
  keyValues: planKeyValues,
  quickFacts: planQuickFacts,
  timeline: planTimeline,
  decision: planDecision,
  columns: (node, planning) => {
    const columns = inside(planning, planNode(planning, "Div", node));
    for (const column of node.columns) {
      const type = column.heading === undefined ? "Div" : "Sect";
      const inner = inside(columns, planNode(columns, type, column));
      planHeading(column.heading, inner);
      planBlocks(
        column.children,
        inside(inner, inner.parent, column.heading === undefined ? 0 : 1),
      );
    }
  },
  cards: (node, planning) => {
    const cards = inside(planning, planNode(planning, "Div", node));
    for (const card of node.cards) {
      const inner = inside(cards, planNode(cards, "Sect", card));
      planHeading(card.heading, inner);
      planBlocks(card.children, inside(inner, inner.parent, 1));
      const foot: Element = planPart(inner, "P", card.id, ["foot"]);
      planInline(card.foot ?? [], inside(inner, foot));
    }
  },
  // The first slide of a deck bears its title.
  slide: (node, planning) => {
    const level = planning.document.content[0] === node ? 1 : planning.level;
    const slide = { ...inside(planning, planNode(planning, "Sect", node)), level };
    planHeading(node.heading, slide);
    planBlocks(node.children, inside(slide, slide.parent, 1));
    planBlocks(node.notes, inside(slide, slide.parent, 1));
  },
  tableOfContents: planTableOfContents,
  listOfCaptions: planListOfCaptions,
  group: (node, planning) => {
    planBlocks(node.children, inside(planning, planNode(planning, "Div", node)));
  },
};
