import type { LinkArea, Page, PageItem, Tag } from "../../../layout/index.ts";
import type { Syntax } from "../syntax.ts";
import type { Element, LinkMeaning, StructurePlan } from "./element.ts";
import { keyOf, newElement } from "./element.ts";

/** A stretch of the items of a page that is marked as one (ISO 32000-1, 14.6). */
export type Mark = {
  /** Items of the page; links and destinations among them paint nothing. */
  readonly from: number;
  /** Exclusive. */
  to: number;
  /** Whose content it is; absent: an artifact of that kind. */
  readonly element?: Element;
  /** MCID, from 0 on each page. */
  readonly number?: number;
  readonly artifact?: Artifact;
};

export type Artifact = Extract<Tag, { readonly artifact: string }>["artifact"];

export type MarkedPage = {
  readonly marks: readonly Mark[];
  /** Elements by MCID. */
  readonly owners: readonly Element[];
  readonly links: readonly MarkedLink[];
  /** How it was written, in a process that lives on. */
  readonly written?: WrittenPage;
};

export type WrittenPage = {
  /** Numbers of the elements by MCID, and how the tree of parents lists them. */
  owners: readonly number[];
  list: Syntax;
  /** Key of its first link in that tree, and texts of the annotations. */
  key: number;
  links: readonly Syntax[];
};

/** A place that answers. */
export type MarkedLink = {
  readonly area: LinkArea;
  readonly element: Element;
  readonly meaning: LinkMeaning;
};

/** Gives every painted item to an element or says that it is an artifact. */
export function markPages(plan: StructurePlan, pages: readonly Page[]): readonly MarkedPage[] {
  return pages.map((page, index) => markPage(plan, page, index));
}

/** Items one after another with the same owner share a mark. */
export function markPage(plan: StructurePlan, page: Page, index: number): MarkedPage {
  const marks: Mark[] = [];
  const owners: Element[] = [];
  const links: MarkedLink[] = [];
  let open: Mark | undefined;
  for (const [number, item] of page.items.entries()) {
    if (item.kind === "destination") continue;
    if (item.kind === "link") {
      const element = plan.elements.get(item.node);
      if (element?.meaning === undefined) continue;
      place(element);
      element.children.push({ type: "annotation", page: index, annotation: links.length });
      links.push({ area: item, element, meaning: element.meaning });
      continue;
    }
    const owner = ownerOf(plan, item);
    if (open === undefined || !belongsTo(open, owner)) {
      open = markOf(owner, number, index, owners);
      marks.push(open);
    }
    open.to = number + 1;
    if (item.kind === "image" && typeof owner !== "string") growBox(owner, item, index);
  }
  return { marks, owners, links };
}

function belongsTo(mark: Mark, owner: Element | Artifact): boolean {
  return mark.element === owner || mark.artifact === owner;
}

function markOf(owner: Element | Artifact, from: number, page: number, owners: Element[]): Mark {
  if (typeof owner === "string") return { from, to: from, artifact: owner };
  place(owner);
  const mark = { from, to: from, element: owner, number: owners.length };
  owner.children.push({ type: "content", page, mark: mark.number });
  owners.push(owner);
  return mark;
}

type Painted = Exclude<PageItem, { readonly kind: "link" | "destination" }>;

function ownerOf(plan: StructurePlan, item: Painted): Element | Artifact {
  const { tag } = item;
  if ("artifact" in tag) return tag.artifact;
  if (plan.decorations.has(tag.node)) return "layout";
  const element =
    plan.elements.get(keyOf(tag.node, tag.part)) ?? plan.elements.get(keyOf(tag.node, undefined));
  if (element === undefined) {
    throw new Error(`Bug: the node "${tag.node}" is on a page and not in the document.`);
  }
  if (tag.part === "choice") return choiceOf(element, item);
  return element;
}

/** Each box begins a choice: its label; the words after it are the body. */
function choiceOf(list: Element, item: Painted): Element {
  if (list.type !== "L") return list;
  if (item.kind === "outline" || list.latest === undefined) {
    const choice = newElement("LI", list);
    const label = newElement("Lbl", choice);
    list.latest = newElement("LBody", choice);
    if (item.kind === "outline") return label;
  }
  return list.latest;
}

/** Puts an element of running text, and those around it, where the text has come to. */
function place(element: Element): void {
  if (element.placed || element.parent === undefined) return;
  place(element.parent);
  element.placed = true;
  (element.parent.latest ?? element.parent).children.push(element);
}

function growBox(
  element: Element,
  item: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  page: number,
): void {
  const right = item.x + item.width;
  const bottom = item.y + item.height;
  const { box } = element;
  if (box === undefined) {
    element.box = { page, left: item.x, top: item.y, right, bottom };
  } else if (box.page === page) {
    box.left = Math.min(box.left, item.x);
    box.top = Math.min(box.top, item.y);
    box.right = Math.max(box.right, right);
    box.bottom = Math.max(box.bottom, bottom);
  }
}
