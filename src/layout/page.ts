import type { NodeId } from "../document/index.ts";
import type { Colour, FaceKey, Points } from "../theme/index.ts";

/**
 * What layout gives: pages of positioned things, painted as they stand. x to the right, y down, from the top left
 * corner of the page, in points. Each thing says which node of the document it belongs to, or that it is an artifact.
 */
export type Page = {
  /** From 1. */
  readonly number: number;
  /** As printed: `3`, `A1`. */
  readonly label: string;
  readonly width: Points;
  readonly height: Points;
  /** In the order of painting. Text of one node stays in reading order. */
  readonly items: readonly PageItem[];
};

export type PageItem =
  | GlyphRun
  | FilledBox
  | StrokedBox
  | Disc
  | PlacedImage
  | LinkArea
  | Destination;

/**
 * Whose content it is. `part` tells pieces of one node apart that the tag tree keeps apart:
 * `label` (Lbl of a list item or note), `term`, `date`, `caption`, `continued` …; absent: the node's own text.
 */
export type Tag =
  | { readonly node: NodeId; readonly part?: string }
  | { readonly artifact: "header" | "footer" | "layout" | "background" };

/** Glyphs of one face, size and colour on one baseline. */
export type GlyphRun = {
  readonly kind: "glyphs";
  readonly tag: Tag;
  readonly x: Points;
  /** Baseline. */
  readonly y: Points;
  readonly face: FaceKey;
  readonly size: Points;
  readonly colour: Colour;
  /** Glyph ids of the font itself, in visual order. */
  readonly glyphs: Uint16Array;
  /** What each glyph's advance differs from its own in the font, 1/1000 em; absent: nothing differs. */
  readonly adjust?: Float32Array;
  /** Vertical shift of each glyph, 1/1000 em; absent: none. */
  readonly rise?: Float32Array;
  /** Added after every glyph, points. */
  readonly tracking: Points;
  /** Added after every space glyph, points. */
  readonly wordSpace: Points;
  /** Horizontal scale of the glyphs with `adjust`, 1 = none; `tracking` and `wordSpace` are added as they are. */
  readonly expansion: number;
  /** Width with everything, points. */
  readonly width: Points;
  /** The characters, as a reader should extract them; a hyphen that the layout added is U+00AD. */
  readonly text: string;
  /** The glyphs run from right to left: the first of them shows the end of `text`. Absent: they do not. */
  readonly turned?: true;
  /** BCP 47; absent: that of the document. */
  readonly language?: string;
};

export type FilledBox = {
  readonly kind: "box";
  readonly tag: Tag;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
  readonly colour: Colour;
  /** Of the first rule or tint of a table: what its columns are. Nothing of it is painted. */
  readonly columns?: ColumnsMark;
};

/** The columns of a table, and how far they begin from the box that tells of them. */
export type ColumnsMark = {
  readonly table: NodeId;
  readonly from: Points;
  readonly widths: readonly Points[];
};

/** An outline: a choice box, the frame of a character that no font has. With `actualText` it is read as that text. */
export type StrokedBox = {
  readonly kind: "outline";
  readonly tag: Tag;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
  readonly line: Points;
  readonly colour: Colour;
  readonly actualText?: string;
};

/** A filled circle. */
export type Disc = {
  readonly kind: "disc";
  readonly tag: Tag;
  readonly x: Points;
  readonly y: Points;
  readonly diameter: Points;
  readonly colour: Colour;
};

export type PlacedImage = {
  readonly kind: "image";
  readonly tag: Tag;
  readonly source: string;
  /** What in a drawing has no colour of its own is painted in this one; absent: black. */
  readonly colour?: Colour;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
};

/** Where a link answers; `node` is the link's. A link over two lines has two. */
export type LinkArea = {
  readonly kind: "link";
  readonly node: NodeId;
  readonly x: Points;
  readonly y: Points;
  readonly width: Points;
  readonly height: Points;
};

/** Where a node begins, for bookmarks and links. */
export type Destination = {
  readonly kind: "destination";
  readonly node: NodeId;
  readonly x: Points;
  readonly y: Points;
};
