import PDFDocument from "pdfkit";
import type { Information } from "./sink.ts";

/**
 * What we use of pdfkit 0.20.2, most of it private: the writer of the catalogue, the page tree and the information. Objects and pages
 * are ours. Its text, fonts, tags, metadata and outlines are not used, since they cannot give PDF/UA and PDF/A together. A test holds
 * this surface against the package.
 */
export type PdfkitDocument = {
  readonly _root: PdfkitReference & {
    readonly data: Record<string, unknown> & {
      readonly Pages: PdfkitReference;
      readonly Names: PdfkitReference;
      readonly ViewerPreferences: PdfkitReference;
    };
  };
  info: Record<string, unknown>;
  /** Trailer entries. */
  _id: Uint8Array;
  readonly _info: PdfkitReference;
  /** Objects begun and not ended. */
  _waiting: number;
  _offset: number;
  readonly _offsets: (number | null)[];
  ref: (data?: object) => PdfkitReference;
  readonly end: () => void;
  _write: (data: Uint8Array | string) => void;
  _finalize: () => void;
  endMetadata: () => void;
  endMarkings: () => void;
  endOutline: () => void;
  readonly outline: { readonly dictionary: PdfkitReference };
};

export type PdfkitReference = {
  readonly id: number;
  data: object;
  readonly end: () => void;
  finalize: () => void;
};

/** An empty document of version 1.7 that knows no clock. */
export function openPdfkit(information: Information): PdfkitDocument {
  const { date, ...texts } = information;
  // pdfkit hashes this date while it is constructed; it stays in the file only when it was given.
  const created = date ?? new Date(0);
  const document = new PDFDocument({
    pdfVersion: "1.7",
    autoFirstPage: false,
    // PDF/UA-1, 7.1: the window is named for the title.
    displayTitle: true,
    // No font of its own: null, which its types do not know.
    font: null as unknown as string,
    info: { ...texts, CreationDate: created, ModDate: created },
  }) as unknown as PdfkitDocument;
  if (date === undefined) document.info = { ...texts };
  return document;
}
