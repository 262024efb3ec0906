import type { BlockBase, FixedBlock } from "./block-base.ts";
import type { CodeToken } from "./code.ts";
import type { ImageReference, Inline, NodeBase } from "./inline.ts";

/** What stands one below the other, in reading order. */

export type Block =
  | Title
  | Section
  | Paragraph
  | List
  | DefinitionList
  | Quote
  | CodeBlock
  | Table
  | Figure
  | Divider
  | PageBreak
  | Callout
  | Masthead
  | KeyValues
  | QuickFacts
  | Timeline
  | Decision
  | Columns
  | Cards
  | Slide
  | TableOfContents
  | ListOfCaptions
  | Group;

/** The title of the document: H1 in PDF, the Title style in Word. Also kind lines and subtitles, told apart by `role`. */
export type Title = BlockBase & { readonly kind: "title"; readonly children: readonly Inline[] };

/** A heading and what belongs to it. Level 1 is H2 in PDF and Heading 1 in Word; levels are never skipped. */
export type Section = BlockBase & {
  readonly kind: "section";
  readonly level: number;
  readonly heading: Heading;
  readonly children: readonly Block[];
  /** Begins on a new page (an annex). */
  readonly newPage?: boolean;
  /** Stands on pages of its own that are as wide as the others are high; what follows it begins a page again. */
  readonly landscape?: boolean;
};

export type Heading = NodeBase & {
  readonly kind: "heading";
  readonly role?: string;
  readonly children: readonly Inline[];
};

/** Roles in use: `lead`, `small`, `formats`, `marking-in-words`, `item`. */
export type Paragraph = BlockBase & {
  readonly kind: "paragraph";
  readonly children: readonly Inline[];
};

export type List = BlockBase & {
  readonly kind: "list";
  readonly ordered: boolean;
  /** First number of an ordered list. */
  readonly start: number;
  /** Items are set with the space of paragraphs. */
  readonly loose: boolean;
  readonly items: readonly ListItem[];
};

export type ListItem = NodeBase & {
  readonly kind: "listItem";
  /** Absent unless the item is a task. */
  readonly checked?: boolean;
  readonly children: readonly Block[];
};

export type DefinitionList = BlockBase & {
  readonly kind: "definitionList";
  readonly entries: readonly DefinitionEntry[];
};

export type DefinitionEntry = {
  readonly terms: readonly (NodeBase & { readonly children: readonly Inline[] })[];
  readonly descriptions: readonly (NodeBase & { readonly children: readonly Block[] })[];
};

export type Quote = BlockBase & { readonly kind: "quote"; readonly children: readonly Block[] };

export type CodeBlock = BlockBase & {
  readonly kind: "codeBlock";
  readonly code: string;
  readonly programmingLanguage?: string;
  /** The code in stretches that cover it, by what they are; absent: all is alike. */
  readonly tokens?: readonly CodeToken[];
};

/** `decimal`: numbers stand one below the other by their decimal mark, other words end there. */
export type Alignment = "start" | "centre" | "end" | "decimal";

export type Table = FixedBlock & {
  readonly kind: "table";
  /** Columns of the grid. */
  readonly columns: readonly TableColumn[];
  readonly head: readonly TableRow[];
  readonly body: readonly TableRow[];
  /** The first cell of each row heads it (TH with Scope Row). */
  readonly rowHeaders: boolean;
  readonly caption?: Caption;
  /** Said in brackets after the caption where the table goes on: `continued`. Absent: nothing is said. */
  readonly continued?: string;
  /** Does not go over a page where one can hold it. */
  readonly keepTogether?: boolean;
  /** Every second row stands on a tint, whatever the theme says. */
  readonly striped?: boolean;
};

export type TableColumn = {
  readonly alignment: Alignment;
  /** Share of the width; absent: from the content. */
  readonly share?: number;
  /** Whole width with its padding, points; wins over a share. */
  readonly width?: number;
  /** Bounds of a width that comes from the content, points. */
  readonly least?: number;
  readonly most?: number;
};

/**
 * A row has the cells that begin in it, from left to right; what spans cover has no cell. `placedCells` says in which column each stands.
 * Spans do not leave the grid, nor their part of the table (head or body), nor do they overlap.
 */
export type TableRow = NodeBase & {
  readonly kind: "tableRow";
  readonly cells: readonly TableCell[];
};

export type TableCell = NodeBase & {
  readonly kind: "tableCell";
  /** Columns that it covers, itself among them, 2 or more; absent: 1. */
  readonly columnSpan?: number;
  /** Rows that it covers, itself among them, 2 or more; absent: 1. */
  readonly rowSpan?: number;
  readonly children: readonly Block[];
};

export type Caption = NodeBase & { readonly kind: "caption"; readonly children: readonly Inline[] };

/** An image that stands alone. */
export type Figure = FixedBlock & {
  readonly kind: "figure";
  readonly image: ImageReference;
  readonly caption?: Caption;
};

/** A thematic break. Artifact in PDF. */
export type Divider = BlockBase & { readonly kind: "divider" };

/** What follows begins a new page; nothing where nothing follows, or where a page begins in any case. */
export type PageBreak = BlockBase & { readonly kind: "pageBreak" };

/** A note, tip, warning or important notice, with its label. */
export type Callout = BlockBase & {
  readonly kind: "callout";
  readonly label: readonly Inline[];
  readonly children: readonly Block[];
};

/** Kind, date and names at the head of a product, set side by side; each column a list of short paragraphs. */
export type Masthead = BlockBase & {
  readonly kind: "masthead";
  readonly columns: readonly (readonly Paragraph[])[];
};

/** Labels with their values (a routing block): a two-column table whose first column heads the rows. */
export type KeyValues = BlockBase & {
  readonly kind: "keyValues";
  readonly entries: readonly KeyValue[];
};

export type KeyValue = NodeBase & {
  readonly kind: "keyValue";
  readonly label: readonly Inline[];
  readonly value: readonly Block[];
};

/** A box of a few labelled figures. */
export type QuickFacts = BlockBase & {
  readonly kind: "quickFacts";
  readonly heading: Heading;
  readonly facts: readonly QuickFact[];
};

export type QuickFact = NodeBase & {
  readonly kind: "quickFact";
  readonly label: readonly Inline[];
  readonly value: readonly Inline[];
};

/** Dated entries in order of time. A list in PDF (label and body) and in Word. */
export type Timeline = BlockBase & {
  readonly kind: "timeline";
  readonly entries: readonly TimelineEntry[];
};

export type TimelineEntry = NodeBase & {
  readonly kind: "timelineEntry";
  /** The whole date: "June 15 to 18, 2011". */
  readonly date: readonly Inline[];
  /** The year, where the layout groups by year. */
  readonly year: string;
  /** The date without its year: "June 15 to 18"; empty when only the year is known. */
  readonly dateInYear: readonly Inline[];
  readonly children: readonly Inline[];
};

/** Choices and signature lines; kept whole. */
export type Decision = BlockBase & {
  readonly kind: "decision";
  readonly heading: Heading;
  /** One row a recommendation: its text (absent when there is only one thing to decide) and the choices. */
  readonly rows: readonly DecisionRow[];
  readonly fields: readonly DecisionField[];
};

export type DecisionRow = NodeBase & {
  readonly kind: "decisionRow";
  readonly text?: readonly Inline[];
  readonly choices: readonly (readonly Inline[])[];
};

export type DecisionField = NodeBase & {
  readonly kind: "decisionField";
  readonly label: readonly Inline[];
  /** Absent: a line to write on. */
  readonly value?: readonly Inline[];
};

/** Side by side, each with an optional heading. */
export type Columns = BlockBase & { readonly kind: "columns"; readonly columns: readonly Column[] };

export type Column = NodeBase & {
  readonly kind: "column";
  /** Share of the width of this column among its neighbours; 1 unless given. */
  readonly share?: number;
  readonly heading?: Heading;
  readonly children: readonly Block[];
};

/** Equal boxes: a heading, some text, a foot line such as a date. */
export type Cards = BlockBase & { readonly kind: "cards"; readonly cards: readonly Card[] };

export type Card = NodeBase & {
  readonly kind: "card";
  readonly heading: Heading;
  readonly children: readonly Block[];
  readonly foot?: readonly Inline[];
};

/** One slide; its heading is level 1 of its own section. */
export type Slide = BlockBase & {
  readonly kind: "slide";
  /** Name of a layout of the theme: `statement`, `cards`, … */
  readonly layout: string;
  readonly heading: Heading;
  readonly children: readonly Block[];
  /** What is said to it; not on the slide. */
  readonly notes: readonly Block[];
  /** As printed: `A1`; absent: counted with the others. */
  readonly label?: string;
  readonly annex: boolean;
  /** What is done with more than has room; absent: it is divided. */
  readonly overflow?: SlideOverflow;
  /** Said in brackets after the title on the further pages of a divided slide: `continued`. */
  readonly continued?: string;
};

/** Divided among slides; set smaller, down to a floor of the theme; or refused with what did not fit. */
export type SlideOverflow = "split" | "fit" | "error";

/** Filled by each output from the sections that follow; `depth` levels. */
export type TableOfContents = BlockBase & {
  readonly kind: "tableOfContents";
  readonly heading?: Heading;
  readonly depth: number;
};

/** Filled by each output with the captions of a series and their pages; see `captionsOf`. */
export type ListOfCaptions = BlockBase & {
  readonly kind: "listOfCaptions";
  readonly series: "figure" | "table";
  readonly heading?: Heading;
};

/** Blocks that share a role: `side`, `lead`, `box`, or a name that only a user's theme knows. */
export type Group = BlockBase & {
  readonly kind: "group";
  readonly role: string;
  readonly children: readonly Block[];
};
