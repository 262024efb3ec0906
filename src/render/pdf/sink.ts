import type { Syntax } from "./syntax.ts";

/** The number of an object in the file; as syntax it is `12 0 R`. */
export type Reference = { readonly id: number };

/** Where the parts of a file go. All that the rest of this folder knows of the library that writes it. */
export type PdfSink = {
  /** Allots a number. Every one must be given to `object` or `stream` before `finish`. */
  readonly reserve: () => Reference;
  /** Allots numbers that follow one another, and gives the first. */
  readonly reserveMany: (count: number) => number;
  readonly object: (reference: Reference, syntax: Syntax) => void;
  /** Compresses unless a filter is named among the entries. */
  readonly stream: (
    reference: Reference,
    entries: Readonly<Record<string, Syntax>>,
    bytes: Uint8Array,
    options?: { readonly plain: boolean },
  ) => void;
  /** Begins the next page. Its number is known before its content, so that others can point at it. */
  readonly page: (page: PageSpace) => PageSink;
  /** An entry of the catalogue (ISO 32000-1, 7.7.2). */
  readonly catalogue: (entry: string, syntax: Syntax) => void;
  /** A tree of names, by its key among those of the document (7.7.4). */
  readonly names: (key: string, tree: Syntax) => void;
  /** Closes the file. */
  readonly finish: () => Uint8Array;
};

/** In points; the origin of its content is the upper left corner, y down. */
export type PageSpace = { readonly width: number; readonly height: number };

export type PageSink = {
  readonly reference: Reference;
  /** Content operators, one stream a page. */
  readonly content: (operators: Uint8Array) => void;
  /** All content so far, deflated. */
  readonly deflate: () => Uint8Array;
  /** All content of a page, as `deflate` gave it. */
  readonly deflated: (content: Uint8Array) => void;
  readonly font: (name: string, font: Reference) => void;
  readonly image: (name: string, image: Reference) => void;
  readonly annotation: (annotation: Reference) => void;
  /** An entry of the page dictionary. */
  readonly entry: (key: string, syntax: Syntax) => void;
};

/** Entries of the information dictionary (14.3.3). */
export type Information = {
  readonly Title: string;
  readonly Author?: string;
  readonly Subject?: string;
  readonly Keywords?: string;
  readonly Creator: string;
  readonly Producer: string;
  /** Both dates of the file; absent: it has none. */
  readonly date?: Date;
};

export function referenceSyntax(reference: Reference): Syntax {
  return `${reference.id} 0 R`;
}
