import type { Inline, InlineVisitor, LinkTarget } from "../../../document/index.ts";
import { textOf, textsOfBlocks, visitInline } from "../../../document/index.ts";
import { newElement } from "./element.ts";
import type { Planning } from "./planning.ts";
import { inside, linkTo, planNode } from "./planning.ts";

/** Elements for what stands in running text. Text itself belongs to the element around it. */
export function planInline(children: readonly Inline[], planning: Planning): void {
  for (const child of children) visitInline(child, inlines, planning);
}

type Around = {
  readonly id: string;
  readonly language?: string;
  readonly children: readonly Inline[];
};

/** PDF 1.7 has no types for emphasis: a Span, which carries the language. */
const span = (node: Around, planning: Planning): void => {
  planInline(node.children, inside(planning, planNode(planning, "Span", node, { inline: true })));
};

const inlines: InlineVisitor<void, Planning> = {
  text: () => {},
  lineBreak: () => {},
  pageNumber: () => {},
  pageCount: () => {},
  currentSection: () => {},
  enumerator: () => {},
  reference: () => {},
  emphasis: span,
  strong: span,
  strikethrough: span,
  placeholder: span,
  span: (node, planning) => {
    const { expansion } = node;
    const options = { inline: true, ...(expansion === undefined ? {} : { expansion }) };
    planInline(node.children, inside(planning, planNode(planning, "Span", node, options)));
  },
  inlineCode: (node, planning) => {
    planNode(planning, "Code", node, { inline: true });
  },
  link: (node, planning) => {
    const { target } = node;
    const leads = target.kind === "address" || planning.reachable(target.id);
    const says = node.title ?? (target.kind === "address" ? target.url : textOf(node.children));
    const link = leads
      ? planNode(planning, "Link", node, { inline: true, ...linkTo(target, says) })
      : planNode(planning, "Span", node, { inline: true });
    planInline(node.children, inside(planning, link));
  },
  // ISO 32000-1, 14.8.4.4.1: a Reference tells a link to a note from others.
  noteReference: (node, planning) => {
    const around = newElement("Reference", planning.parent, { inline: true });
    const note = planning.note(node.note);
    const says = textsOfBlocks(note?.children ?? []).join(" ");
    const target: LinkTarget = { kind: "node", id: node.note };
    if (planning.reachable(node.note)) {
      planNode(inside(planning, around), "Link", node, { inline: true, ...linkTo(target, says) });
    } else planNode(inside(planning, around), "Span", node, { inline: true });
  },
  formula: (node, planning) => {
    const { math, spoken, tex } = node;
    const meaning = { alternative: spoken ?? tex, ...(math === undefined ? {} : { math }) };
    planNode(planning, "Formula", node, { inline: true, ...meaning });
  },
  inlineImage: (node, planning) => {
    const { alternative } = node.image;
    if (alternative === "") planning.plan.decorations.add(node.id);
    else planNode(planning, "Figure", node, { inline: true, alternative });
  },
};
