import type { Language, LinkTarget, MathNode, NodeId } from "../../../document/index.ts";
import type { Syntax } from "../syntax.ts";

/**
 * An element of the structure tree while it is being gathered (ISO 32000-1, 14.7.2). Blocks stand in their parent from
 * the start, in the order of the document; what stands in running text takes its place when it is first painted.
 */
export type Element = {
  /** A standard type (14.8.4); `H` until the levels of headings are settled. */
  type: string;
  parent: Element | undefined;
  children: Child[];
  /** Whether it stands among the children of its parent. */
  placed: boolean;
  /** Wanted level of a heading, from 1. */
  readonly level?: number;
  readonly language?: Language;
  readonly alternative?: string;
  readonly actualText?: string;
  /** What an abbreviation stands for (14.9.5). */
  readonly expansion?: string;
  /** Known by this in the tree of identifiers: notes must be. */
  readonly identifier?: string;
  /** Attribute objects (14.7.5), by owner. */
  readonly attributes?: readonly Syntax[];
  /** Says something even when nothing is painted in it: an empty cell. */
  readonly meaningful?: boolean;
  /** Only a distance parts its text from the text before it: a blank is added for those who do not see it. */
  readonly apart?: boolean;
  /** Of a Link: where it leads. */
  readonly meaning?: LinkMeaning;
  /** Of a Formula that is set: what it means. */
  readonly math?: MathNode;
  /** Where its picture stands; `BBox` of a figure. Page from 0, y down. */
  box?: FigureBox;
  /** Content goes there instead: the last of the choices that a row offers. */
  latest?: Element;
  /** Number of its object in the file; 0 until the tree is written. */
  id: number;
  /** Of the outermost elements of a block, in a process that lives on: what later files may take again. */
  settled?: Settled;
};

/** What was found of an element and all within it. */
export type Settled = {
  /** Whether something is painted in it. */
  readonly painted: boolean;
  /** Headings that it is or holds, in order. */
  readonly headings: readonly Element[];
  /** How it was written; absent: not yet. */
  written?: Written;
};

export type Written = {
  /** Number of its object; those of the elements within follow. */
  readonly id: number;
  /** Number of the element around it. */
  readonly parent: number;
  /** Of it and of all within it, in the order of the document. */
  readonly bodies: readonly Syntax[];
  readonly identified: readonly Identified[];
};

/** An element that has an identifier, and its number. */
export type Identified = readonly [identifier: string, id: number];

/** Where a link leads, and what it says of that to those who do not see where. */
export type LinkMeaning = { readonly target: LinkTarget; readonly says: string };

export type FigureBox = {
  readonly page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
};

export type Child =
  | Element
  /** Marked content of a page. */
  | { readonly type: "content"; readonly page: number; readonly mark: number }
  /** An annotation, by its place among those of the page. */
  | { readonly type: "annotation"; readonly page: number; readonly annotation: number };

export type ElementOptions = Pick<
  Element,
  | "level"
  | "language"
  | "alternative"
  | "actualText"
  | "expansion"
  | "identifier"
  | "attributes"
  | "meaningful"
  | "meaning"
  | "apart"
  | "math"
> & { readonly inline?: boolean };

/** The elements that a document asks for, and which of them a tag of layout means. */
export type StructurePlan = {
  readonly root: Element;
  /** By `keyOf`. */
  readonly elements: Map<string, Element>;
  /** Nodes that say nothing: a rule between sections, a decorative image. */
  readonly decorations: Set<NodeId>;
};

export function newElement(
  type: string,
  parent: Element | undefined,
  options: ElementOptions = {},
): Element {
  const { inline = false, ...properties } = options;
  const element: Element = {
    type,
    parent,
    children: [],
    placed: !inline,
    id: 0,
    ...properties,
  };
  if (!inline) parent?.children.push(element);
  return element;
}

export function keyOf(node: NodeId, part: string | undefined): string {
  return part === undefined ? node : `${node}\u0000${part}`;
}

export function isElement(child: Child): child is Element {
  return "children" in child;
}
