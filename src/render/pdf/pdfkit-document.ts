import PDFDocument from "pdfkit";
import type { Information } from "./sink.ts";

/**
 * What we use of pdfkit 0.20.2, most of it private: the writer of objects and pages. Its text, fonts, tags, metadata and
 * outlines are not used, since they cannot give PDF/UA and PDF/A together. A test holds this surface against the package.
 */
export type PdfkitDocument = {
  page: PdfkitPage;
  readonly _root: PdfkitReference & {
    readonly constructor: new (
      document: PdfkitDocument,
      id: number,
      data: object,
    ) => PdfkitReference;
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
  readonly addPage: (options: object) => unknown;
  readonly end: () => void;
  _write: (data: Uint8Array | string) => void;
  _refEnd: (reference: PdfkitReference) => void;
  _finalize: () => void;
  endMetadata: () => void;
  endMarkings: () => void;
  endOutline: () => void;
  readonly outline: { readonly dictionary: PdfkitReference };
};

export type PdfkitReference = {
  readonly id: number;
  data: object;
  /** Whether `end` deflates what was written. */
  compress: boolean;
  buffer: readonly Uint8Array[];
  offset: number;
  readonly write: (chunk: Uint8Array | string) => void;
  readonly end: (chunk?: Uint8Array) => void;
  finalize: () => void;
};

export type PdfkitPage = {
  readonly dictionary: PdfkitReference & { readonly data: Record<string, unknown> };
  readonly resources: PdfkitReference & { readonly data: Record<string, unknown> };
  readonly content: PdfkitReference;
  readonly fonts: Record<string, object>;
  readonly xobjects: Record<string, object>;
  readonly annotations: object[];
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
