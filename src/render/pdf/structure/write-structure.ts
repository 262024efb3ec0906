import type { Page } from "../../../layout/index.ts";
import type { PdfSink, Reference } from "../sink.ts";
import { referenceSyntax } from "../sink.ts";
import type { Syntax } from "../syntax.ts";
import { byteOrder, bytesSyntax, numberSyntax, textSyntax } from "../syntax.ts";
import type { Child, Element } from "./element.ts";
import { isElement } from "./element.ts";
import type { MarkedPage } from "./mark-pages.ts";

/** What the structure points at in the rest of the file. */
export type StructureTargets = {
  readonly pages: readonly Reference[];
  /** By the number of the link among all. */
  readonly annotations: readonly Reference[];
  readonly layout: readonly Page[];
};

/** The structure tree, with its tree of parents and of identifiers (ISO 32000-1, 14.7). */
export function writeStructure(
  sink: PdfSink,
  root: Element,
  marked: readonly MarkedPage[],
  targets: StructureTargets,
): void {
  const tree = sink.reserve();
  const identified: (readonly [string, Reference])[] = [];
  allot(sink, root);
  writeElement(sink, root, tree, targets, identified);
  const parents = sink.reserve();
  sink.object(parents, `<</Nums[${parentTree(marked)}]>>`);
  const next = marked.length + targets.annotations.length;
  const entries = [
    `/K ${referenceSyntax(referenceOf(root))}`,
    `/ParentTree ${referenceSyntax(parents)}/ParentTreeNextKey ${next}`,
  ];
  if (identified.length > 0) {
    const names = sink.reserve();
    sink.object(names, identifierTree(identified));
    entries.push(`/IDTree ${referenceSyntax(names)}`);
  }
  sink.object(tree, `<</Type/StructTreeRoot${entries.join("")}>>`);
  sink.catalogue("StructTreeRoot", referenceSyntax(tree));
  sink.catalogue("MarkInfo", "<</Marked true>>");
}

/** In reading order. */
function allot(sink: PdfSink, element: Element): void {
  element.reference = sink.reserve();
  for (const child of element.children) if (isElement(child)) allot(sink, child);
}

function writeElement(
  sink: PdfSink,
  element: Element,
  parent: Reference,
  targets: StructureTargets,
  identified: (readonly [string, Reference])[],
): void {
  const reference = referenceOf(element);
  sink.object(reference, elementSyntax(element, parent, targets));
  if (element.identifier !== undefined) identified.push([element.identifier, reference]);
  for (const child of element.children) {
    if (isElement(child)) writeElement(sink, child, reference, targets, identified);
  }
}

function referenceOf({ reference, type }: Element): Reference {
  if (reference === undefined) throw new Error(`Bug: a ${type} is painted and not in the tree.`);
  return reference;
}

/**
 * 14.7.2, Table 323. `K`: numbers are marks on the page `Pg`, others say their page.
 * `<</Type/StructElem/S/P/P 5 0 R/Pg 9 0 R/K[0 7 0 R <</Type/MCR/Pg 10 0 R/MCID 1>>]/Lang(fr-CA)>>`
 */
function elementSyntax(element: Element, parent: Reference, targets: StructureTargets): Syntax {
  const page = element.children.find((child) => !isElement(child));
  const own = page === undefined || isElement(page) ? -1 : page.page;
  const parts = [`<</Type/StructElem/S/${element.type}/P ${referenceSyntax(parent)}`];
  if (own >= 0) parts.push(`/Pg ${pageSyntax(targets, own)}`);
  if (element.children.length > 0) {
    const children = element.children.map((child) => childSyntax(child, own, targets));
    parts.push(`/K[${children.join(" ")}]`);
  }
  if (element.identifier !== undefined) parts.push(`/ID${bytesSyntax(element.identifier)}`);
  if (element.language !== undefined) parts.push(`/Lang${textSyntax(element.language)}`);
  if (element.alternative !== undefined) parts.push(`/Alt${textSyntax(element.alternative)}`);
  if (element.actualText !== undefined) parts.push(`/ActualText${textSyntax(element.actualText)}`);
  if (element.expansion !== undefined) parts.push(`/E${textSyntax(element.expansion)}`);
  const attributes = [...(element.attributes ?? []), ...boxSyntax(element, targets)];
  if (attributes.length > 0) parts.push(`/A[${attributes.join("")}]`);
  return `${parts.join("")}>>`;
}

function childSyntax(child: Child, own: number, targets: StructureTargets): Syntax {
  if (isElement(child)) return referenceSyntax(referenceOf(child));
  const page = child.page === own ? "" : `/Pg ${pageSyntax(targets, child.page)}`;
  if (child.type === "content") {
    return page === "" ? String(child.mark) : `<</Type/MCR${page}/MCID ${child.mark}>>`;
  }
  const annotation = targets.annotations[child.annotation];
  if (annotation === undefined) throw new Error("Bug: a link has no annotation.");
  return `<</Type/OBJR${page}/Obj ${referenceSyntax(annotation)}>>`;
}

function pageSyntax(targets: StructureTargets, index: number): Syntax {
  const page = targets.pages[index];
  if (page === undefined) throw new Error(`Bug: there is no page ${index + 1}.`);
  return referenceSyntax(page);
}

/** 14.8.5.4.3: the box of a figure, in the space of its page. */
function boxSyntax({ box }: Element, { layout }: StructureTargets): readonly Syntax[] {
  if (box === undefined) return [];
  const height = layout[box.page]?.height ?? 0;
  const corners = [box.left, height - box.bottom, box.right, height - box.top];
  return [`<</O/Layout/BBox[${corners.map(numberSyntax).join(" ")}]>>`];
}

/** 14.7.4.4: pages have their own number as key, links those that follow. */
function parentTree(marked: readonly MarkedPage[]): Syntax {
  const entries: string[] = [];
  for (const [page, { owners }] of marked.entries()) {
    const list = owners.map((owner) => referenceSyntax(referenceOf(owner)));
    entries.push(`${page}[${list.join(" ")}]`);
  }
  for (const { element } of marked.flatMap(({ links }) => links)) {
    entries.push(`${entries.length} ${referenceSyntax(referenceOf(element))}`);
  }
  return entries.join("\n");
}

function identifierTree(identified: (readonly [string, Reference])[]): Syntax {
  const sorted = [...identified].sort(([left], [right]) => byteOrder(left, right));
  const names = sorted.map(([id, reference]) => `${bytesSyntax(id)}${referenceSyntax(reference)}`);
  return `<</Names[${names.join(" ")}]>>`;
}
