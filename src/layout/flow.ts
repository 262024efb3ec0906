import type { Report } from "../diagnostics/index.ts";
import type { Block, DocumentTree, Language, NodeId } from "../document/index.ts";
import type { Points, Strip, Theme } from "../theme/index.ts";
import type { Assets } from "./assets.ts";
import type { PageItem } from "./page.ts";
import type { TextContext } from "./text/index.ts";

/**
 * The vertical list that pages are broken from: boxes with space between, as in TeX. A block becomes one item or many; the
 * solver breaks only between items, so whatever must stay whole is one item or carries an infinite penalty.
 */
export type FlowItem = {
  readonly height: Points;
  /** Space wanted above and below. Between two items the larger of `after` and `before` is set; none at the top of a region. */
  readonly before: Points;
  readonly after: Points;
  /** Cost of a break after this item: 0 free, Infinity forbidden, -Infinity forced. */
  readonly penalty: number;
  /** x from the left edge of the region, y from the top of the item. May reach below `height` (a side heading beside its text). */
  readonly items: readonly PageItem[];
  readonly node: NodeId;
  /** Set again at the top of a region that begins after this item's predecessor: the head rows of a table. Artifacts there. */
  readonly continuation?: Continuation;
  /**
   * What stands beside this item and the next ones, from its top and as far as `right`: a side heading taller than its first lines. Items
   * stay together as far as it reaches, and what would stand on it waits.
   */
  readonly reach?: { readonly down: Points; readonly right: Points };
  /** Notes that the item refers to, or parts of those from pages before; they stand at the foot of its region. Found by the layout of pages. */
  readonly notes?: readonly NotePiece[];
  /** A line of body text, which stands on the grid of a theme that has one. Absent: stands where it comes. */
  readonly onGrid?: true;
  /** Of a figure or table that text may pass, so that no foot is left empty before it and no page parts it: which. Absent: stays in its order. */
  readonly floats?: NodeId;
  /** What of the space above is there for the grid only; below 0: taken away. Found by the layout of pages. */
  readonly padded?: Points;
  /** Forced break before: `page` begins a new page. */
  readonly breakBefore?: "page";
};

/** Lines of a note: those from `from` to before `to`. */
export type NotePiece = { readonly note: NodeId; readonly from: number; readonly to: number };

export type Continuation = { readonly height: Points; readonly items: readonly PageItem[] };

/** Where a block is being set. Measures only; made anew for cells, cards and boxes. */
export type FlowContext = TextContext & {
  readonly document: DocumentTree;
  readonly theme: Theme;
  readonly assets: Assets;
  readonly language: Language;
  readonly report: Report;
  /** Width of the region. */
  readonly width: Points;
  /** A strip by name, x from the left edge of the region. In a column, cell or box every strip is the whole width. */
  readonly strip: (name: string) => Strip;
  /** Whether side headings may be used (not in columns, boxes, cells, nor beside the side box of page 1). */
  readonly sideHeadings: boolean;
  /** Style names to use in place of others: in a slide, `body` is the layout's own. */
  readonly restyle?: Readonly<Record<string, string>>;
  /** Width that indents of nested blocks leave at least. Absent: nothing is nested yet. */
  readonly narrowest?: Points | undefined;
  /** Sets blocks that follow one another, with what neighbours owe each other. Stands here so that blocks hold blocks. */
  readonly flow: (blocks: readonly Block[], context: FlowContext) => readonly FlowItem[];
};

/** How one kind of block becomes flow. Pure. `flowOf` (blocks/index.ts) calls the right one. */
export type BlockFlow<Kind extends Block> = (
  block: Kind,
  context: FlowContext,
) => readonly FlowItem[];
