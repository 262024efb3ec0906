import type { Block } from "./blocks.ts";
import type { Inline, Language, NodeBase, NodeId } from "./inline.ts";

/**
 * The output-neutral document: what is said, in reading order, without a font or a coordinate. Data only: readonly plain
 * objects told apart by `kind`. Every output handles every kind (see visit.ts).
 */

export type DocumentTree = {
  readonly kind: "document";
  /** Name of the template folder: `fact-sheet`. */
  readonly product: string;
  readonly language: Language;
  /** Plain text, for the metadata of the file. */
  readonly title: string;
  readonly metadata: Metadata;
  /** In reading order. The title stands in it as a `title` block. */
  readonly content: readonly Block[];
  /** Notes in order of their first reference. Printed by the outputs where their kind allows. */
  readonly notes: readonly Note[];
  /** What stands on many pages: header, footer, marking. */
  readonly running: readonly Running[];
  /** Absent: all pages are counted from 1. */
  readonly pageNumbers?: PageNumbers;
};

/** How pages are numbered in their parts; the rest is counted from 1. */
export type PageNumbers = {
  /** Pages before the first section of level 1 are i, ii, iii. */
  readonly romanFront: boolean;
  /** Pages of annexes are, B-1. */
  readonly letteredAnnexes: boolean;
};

export type Metadata = {
  /** Organization or persons; absent when the source names none. */
  readonly author?: string;
  readonly subject?: string;
  readonly keywords?: readonly string[];
  /** ISO date `YYYY-MM-DD` that stands for "now" in this build; absent when none was given. No output uses a clock. */
  readonly asOf?: string;
  readonly version?: string;
  /** As printed: "Unclassified / Non classifié". */
  readonly classification?: string;
  readonly fileNumber?: string;
  /** `draft` or `final`. */
  readonly status: string;
  /** Path and content hash (hexadecimal) of the source, so that an edited file can find its way back. */
  readonly source?: { readonly file: string; readonly hash: string };
};

export type Note = NodeBase & {
  readonly kind: "note";
  readonly number: number;
  readonly children: readonly Block[];
};

/** Text for a named frame of the page: `marking`, `footer-left`, … The theme says where the frame is and on which pages. */
export type Running = NodeBase & {
  readonly kind: "running";
  readonly frame: string;
  /** Which pages: the first, all after it, or all. */
  readonly pages: "first" | "later" | "all";
  readonly children: readonly Inline[];
};

/** What a laid out document knows of its pages; given to outputs that do not lay out, such as Word. */
export type PageFacts = {
  readonly pages: number;
  /** How many of them have roman numbers, since they stand before the first section; 0 when it begins on the first page. */
  readonly frontPages: number;
  /** Printed number of the last page of each series of pages that are counted together: `main`, `front`, and annexes by their letters. */
  readonly counts: ReadonlyMap<string, string>;
  /** Printed page label of each node with an id that a table of contents or reference may ask for. */
  readonly pageOf: ReadonlyMap<NodeId, string>;
  /** Where the columns of tables stand; nothing is known of one that is not in it. */
  readonly columnsOf: ReadonlyMap<NodeId, TableColumns>;
};

/** Of a table as it was laid out, points. */
export type TableColumns = {
  /** From the margin where lines begin to the table. */
  readonly left: number;
  /** Of each column, with the room beside its text. */
  readonly widths: readonly number[];
};
