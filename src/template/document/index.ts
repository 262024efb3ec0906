/** Builds the document from the Markdown tree that a template wrote, with the source's own nodes in it. */

export type { DocumentParts } from "./document.ts";
export { buildDocument } from "./document.ts";
export { createDocumentMemo, type DocumentMemo } from "./document-memo.ts";
export type { Numbering } from "./numbering.ts";
