import type {
  Block,
  Inline,
  ListOfCaptions,
  NodeId,
  TableOfContents,
} from "../../../document/index.ts";
import { captionsOf, textOf } from "../../../document/index.ts";
import { newElement } from "./element.ts";
import { planHeading } from "./plan-heading.ts";
import type { Planning } from "./planning.ts";
import { inside, linkTo, planNode, planPart } from "./planning.ts";

/** Each entry is a link to its section (ISO 32000-1, 14.8.4.3.4: TOC, TOCI, Reference); a deeper level is a TOC within. */
export function planTableOfContents(node: TableOfContents, planning: Planning): void {
  planHeading(node.heading, planning);
  const contents = inside(planning, planNode(planning, "TOC", node));
  planEntries(planning.document.content, node.depth, contents);
}

/** ISO 32000-1, 14.8.4.2: a list of figures or tables is a TOC as well. */
export function planListOfCaptions(node: ListOfCaptions, planning: Planning): void {
  planHeading(node.heading, planning);
  const list = inside(planning, planNode(planning, "TOC", node));
  for (const { block, caption } of captionsOf(planning.document, node.series)) {
    planEntry({ id: block.id, children: caption.children, language: caption.language }, list);
  }
}

function planEntries(blocks: readonly Block[], depth: number, planning: Planning): void {
  for (const block of blocks) {
    if (block.kind === "group") planEntries(block.children, depth, planning);
    if (block.kind !== "section" || block.level > depth) continue;
    const { id, heading, language } = block;
    planEntry({ id, children: heading.children, language }, planning);
    planEntries(block.children, depth, inside(planning, newElement("TOC", planning.parent)));
  }
}

type Entry = {
  readonly id: NodeId;
  readonly children: readonly Inline[];
  readonly language: string | undefined;
};

/** Layout sets the words of the heading again, under a name of their own. */
function planEntry({ id, children, language }: Entry, planning: Planning): void {
  const entry = inside(planning, newElement("TOCI", planning.parent));
  const reference = inside(entry, newElement("Reference", entry.parent));
  const node = { id: `toc-${id}`, ...(language === undefined ? {} : { language }) };
  const link = planning.reachable(id)
    ? planNode(reference, "Link", node, linkTo({ kind: "node", id }, textOf(children)))
    : planNode(reference, "Span", node);
  planPart(inside(reference, link), "Span", node.id, ["page"], { inline: true, apart: true });
}
