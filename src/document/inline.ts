import type { Place } from "../diagnostics/index.ts";
import type { Drawing } from "./drawing.ts";

/** Running text: what stands in a line. */

/** Stable within a document and across builds: the author's id, a heading's slug, or one derived from the place in the tree. */
export type NodeId = string;

/** BCP 47, for example `en-CA`. */
export type Language = string;

export type NodeBase = {
  readonly id: NodeId;
  /** Where it was written in the source, or else in the template. */
  readonly place?: Place;
  /** Only where it differs from the surrounding one. */
  readonly language?: Language;
};

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Strikethrough
  | InlineCode
  | Link
  | InlineImage
  | Formula
  | LineBreak
  | NoteReference
  | Placeholder
  | Span
  | PageNumber
  | PageCount
  | CurrentSection
  | Enumerator
  | Reference;

/** A stretch of characters. White space is already folded; no line ends. */
export type Text = { readonly kind: "text"; readonly value: string; readonly place?: Place };
export type Emphasis = NodeBase & {
  readonly kind: "emphasis";
  readonly children: readonly Inline[];
};
export type Strong = NodeBase & { readonly kind: "strong"; readonly children: readonly Inline[] };
export type Strikethrough = NodeBase & {
  readonly kind: "strikethrough";
  readonly children: readonly Inline[];
};
export type InlineCode = NodeBase & { readonly kind: "inlineCode"; readonly value: string };
export type Link = NodeBase & {
  readonly kind: "link";
  readonly target: LinkTarget;
  /** Says where it leads, when the text does not. */
  readonly title?: string;
  readonly children: readonly Inline[];
};
export type LinkTarget =
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "node"; readonly id: NodeId };
export type ImageReference = {
  /** Path of the file in the project folder; layout asks the assets for its size and bytes. */
  readonly source: string;
  /** What it says to those who do not see it. Empty says that it is decorative: an artifact in PDF. There is no third case. */
  readonly alternative: string;
  /** Width that the author asks for, points, positive; absent: that of the file, or what `height` gives. */
  readonly width?: number;
  /** The same as a share of the width that there is, above 0 and at most 1; it wins over `width`. */
  readonly share?: number;
  /** Height that the author asks for, points, positive. With a width too, both are bounds, since pictures keep their proportions. */
  readonly height?: number;
};

export type InlineImage = NodeBase & {
  readonly kind: "inlineImage";
  readonly image: ImageReference;
};
/** A formula of mathematics. */
export type Formula = NodeBase & {
  readonly kind: "formula";
  /** As written, without its signs. */
  readonly tex: string;
  /** As it is read out, its alternative text; absent until it is set, and in languages without words for it: then `tex` is. */
  readonly spoken?: string;
  /** Set apart and in its larger form. */
  readonly display: boolean;
  /** In units of 1/1000 em; absent until it is set. */
  readonly drawing?: Drawing;
  /** Its meaning; absent until it is set. */
  readonly math?: MathNode;
};
/** An element of MathML (presentation), as a program wrote it; `text` is that of an element named `text`. */
export type MathNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly MathNode[];
  readonly text?: string;
};
export type LineBreak = { readonly kind: "lineBreak" };
export type NoteReference = NodeBase & {
  readonly kind: "noteReference";
  readonly note: NodeId;
  readonly number: number;
};
/** Something that is still missing in a draft: "to be completed". */
export type Placeholder = NodeBase & {
  readonly kind: "placeholder";
  readonly children: readonly Inline[];
};
/**
 * A stretch with a role (`superscript`, `subscript`, `mark`, `underline`, `kbd`, `small-capitals`, `small-print`, `value`, …)
 * or another language.
 */
export type Span = NodeBase & {
  readonly kind: "span";
  readonly role?: string;
  /** What an abbreviation stands for; absent for other words, and where nobody says. */
  readonly expansion?: string;
  readonly children: readonly Inline[];
};
/** The number of the page it stands on; only in running matter. */
export type PageNumber = { readonly kind: "pageNumber" };
/** The number of pages; only in running matter. */
export type PageCount = { readonly kind: "pageCount" };
/** The heading of the first section of level 1 that begins on the page, or else of the one that goes on; only in running matter. */
export type CurrentSection = { readonly kind: "currentSection" };
/** What is counted of its own: figures and tables through the document, sections by their levels. */
export type Series = "figure" | "table" | "section";
/**
 * The number of what it stands in: `2` among the words of a caption ("Figure 2: Exports"), `3.2` or `A.1` at the head of a heading, where an
 * en space follows. Counted when the document is built. Word writes a SEQ field for a caption's.
 */
export type Enumerator = NodeBase & {
  readonly kind: "enumerator";
  readonly series: Series;
  readonly number: string;
};
/**
 * What is said here of another node: its number, its title, or the page that it begins on. Stands in a `link` to the same node; words
 * such as "Figure" or "page" are texts before it. Word writes REF or PAGEREF.
 */
export type Reference = NodeBase & {
  readonly kind: "reference";
  readonly target: NodeId;
  readonly shows: "number" | "title" | "page";
  /** As printed. Empty for `page`, which layout knows and gives in `PageFacts`. */
  readonly text: string;
};
