import type { Page } from "../../../layout/index.ts";
import type { PdfSink, Reference } from "../sink.ts";
import { referenceSyntax } from "../sink.ts";
import type { Syntax } from "../syntax.ts";
import { byteOrder, bytesSyntax, numberSyntax, textSyntax } from "../syntax.ts";
import type { Child, Element, Identified } from "./element.ts";
import { isElement } from "./element.ts";
import type { MarkedPage } from "./mark-pages.ts";

/** What the structure points at in the rest of the file. */
export type StructureTargets = {
  readonly pages: readonly Reference[];
  /** Of each page, by their places on it. */
  readonly annotations: readonly (readonly Reference[])[];
  readonly layout: readonly Page[];
  /** Files that belong to elements. */
  readonly files: ReadonlyMap<Element, Reference>;
  /** Whether pages, annotations and files have the numbers that they had in the last file. */
  readonly same: boolean;
};

/** The structure tree, with its tree of parents and of identifiers (ISO 32000-1, 14.7). */
export function writeStructure(
  sink: PdfSink,
  root: Element,
  marked: readonly MarkedPage[],
  targets: StructureTargets,
): void {
  const tree = sink.reserve();
  const first = sink.reserveMany(0);
  sink.reserveMany(allot(root, first, targets.same) - first);
  const bodies: Syntax[] = [];
  const identified: Identified[] = [];
  writeElement(root, tree.id, { targets, bodies, identified });
  for (let index = 0; index < bodies.length; index++) {
    sink.object({ id: first + index }, bodies[index] as Syntax);
  }
  const parents = sink.reserve();
  sink.object(parents, `<</Nums[${parentTree(marked)}]>>`);
  const next = marked.reduce((sum, { links }) => sum + links.length, marked.length);
  const entries = [
    `/K ${root.id} 0 R`,
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

/** Numbers in reading order. What is written as before keeps those of what is in it. Gives the number that comes next. */
function allot(element: Element, id: number, same: boolean): number {
  const before = element.settled?.written;
  if (same && before?.id === id) return id + before.bodies.length;
  element.id = id;
  let next = id + 1;
  for (const child of element.children) if (isElement(child)) next = allot(child, next, same);
  return next;
}

type Writing = {
  readonly targets: StructureTargets;
  /** By number from the first on. */
  readonly bodies: Syntax[];
  readonly identified: Identified[];
};

function writeElement(element: Element, parent: number, writing: Writing): void {
  const { settled, id } = element;
  if (settled === undefined) {
    writeAnew(element, parent, writing);
    return;
  }
  const { targets, bodies, identified } = writing;
  const before = settled.written;
  let written = before;
  if (!targets.same || before?.id !== id || before.parent !== parent) {
    const own: Writing = { targets, bodies: [], identified: [] };
    writeAnew(element, parent, own);
    written = { id, parent, bodies: own.bodies, identified: own.identified };
    settled.written = written;
  }
  for (const body of written?.bodies ?? []) bodies.push(body);
  for (const each of written?.identified ?? []) identified.push(each);
}

function writeAnew(element: Element, parent: number, writing: Writing): void {
  const { id, identifier } = element;
  writing.bodies.push(elementSyntax(element, parent, writing.targets));
  if (identifier !== undefined) writing.identified.push([identifier, id]);
  for (const child of element.children) if (isElement(child)) writeElement(child, id, writing);
}

function numberOf({ id, type }: Element): number {
  if (id === 0) throw new Error(`Bug: a ${type} is painted and not in the tree.`);
  return id;
}

/**
 * 14.7.2, Table 323. `K`: numbers are marks on the page `Pg`, others say their page.
 * `<</Type/StructElem/S/P/P 5 0 R/Pg 9 0 R/K[0 7 0 R <</Type/MCR/Pg 10 0 R/MCID 1>>]/Lang(fr-CA)>>`
 */
function elementSyntax(element: Element, parent: number, targets: StructureTargets): Syntax {
  const page = element.children.find((child) => !isElement(child));
  const own = page === undefined || isElement(page) ? -1 : page.page;
  const parts = [`<</Type/StructElem/S/${element.type}/P ${parent} 0 R`];
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
  const file = targets.files.get(element);
  if (file !== undefined) parts.push(`/AF[${referenceSyntax(file)}]`);
  const attributes = [...(element.attributes ?? []), ...boxSyntax(element, targets)];
  if (attributes.length > 0) parts.push(`/A[${attributes.join("")}]`);
  return `${parts.join("")}>>`;
}

function childSyntax(child: Child, own: number, targets: StructureTargets): Syntax {
  if (isElement(child)) return `${numberOf(child)} 0 R`;
  const page = child.page === own ? "" : `/Pg ${pageSyntax(targets, child.page)}`;
  if (child.type === "content") {
    return page === "" ? String(child.mark) : `<</Type/MCR${page}/MCID ${child.mark}>>`;
  }
  const annotation = targets.annotations[child.page]?.[child.annotation];
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
  for (const [index, page] of marked.entries()) entries.push(`${index}[${ownersList(page)}]`);
  for (const { links } of marked) {
    for (const { element } of links) entries.push(`${entries.length} ${numberOf(element)} 0 R`);
  }
  return entries.join("\n");
}

/** The elements of a page by MCID. */
function ownersList({ owners, written }: MarkedPage): Syntax {
  if (written !== undefined && isSame(owners, written.owners)) return written.list;
  const list = owners.map((owner) => `${numberOf(owner)} 0 R`).join(" ");
  if (written !== undefined) {
    written.list = list;
    written.owners = owners.map(({ id }) => id);
  }
  return list;
}

function isSame(owners: readonly Element[], numbers: readonly number[]): boolean {
  if (owners.length !== numbers.length) return false;
  for (let index = 0; index < owners.length; index++) {
    if (owners[index]?.id !== numbers[index]) return false;
  }
  return true;
}

function identifierTree(identified: readonly Identified[]): Syntax {
  const sorted = [...identified].sort(([left], [right]) => byteOrder(left, right));
  const names = sorted.map(([identifier, id]) => `${bytesSyntax(identifier)}${id} 0 R`);
  return `<</Names[${names.join(" ")}]>>`;
}
