import type { StyleSheet, WordFile, XmlElement } from "../ooxml/index.ts";
import type { RunLook } from "./looks.ts";

/** A stretch of text of one look. */
export type ReadRun = { readonly text: string; readonly look: RunLook };

export type ReadParagraph = {
  readonly element: XmlElement;
  /** Path of the part. */
  readonly part: string;
  /** Counted from 1 within the part, those in tables and boxes among them. */
  readonly number: number;
  /** What is seen: tabs are `\t`, line breaks `\n`; deleted and hidden text is left out. */
  readonly text: string;
  readonly runs: readonly ReadRun[];
  /** Name of its style; "" when it has none. */
  readonly styleName: string;
  readonly styleId: string | undefined;
  /** 1 to 9 for headings. */
  readonly level: number | undefined;
  readonly isListItem: boolean;
  readonly isInTable: boolean;
  /** In a text box or frame, outside the order of the text. */
  readonly isInBox: boolean;
  /** Something else than text stands in it: a picture, a formula, a break. */
  readonly holdsThings: boolean;
  /** Word wants a paragraph there: between tables, after one at an end, in an empty cell, where a section ends. */
  readonly isNeeded: boolean;
  /** It draws a line. */
  readonly isRuled: boolean;
  /** The block before it in the same holder is a paragraph too. */
  readonly follows: ReadParagraph | undefined;
};

export type ReadTable = {
  readonly element: XmlElement;
  readonly part: string;
  /** Number of its first paragraph. */
  readonly number: number;
  readonly rows: readonly XmlElement[];
  readonly isNested: boolean;
  readonly isInBox: boolean;
};

/** A Word file as somebody reads it, in order. */
export type Reading = {
  readonly file: WordFile;
  readonly styles: StyleSheet;
  readonly colours: ReadonlyMap<string, string>;
  /** Of the document itself. */
  readonly paragraphs: readonly ReadParagraph[];
  readonly tables: readonly ReadTable[];
  /** Of headers and footers. */
  readonly running: readonly ReadParagraph[];
};
