/** Builds the document from the Markdown tree that a template wrote, with the source's own nodes in it. */
export { createDocumentMemo, type DocumentMemo } from "./again.ts";
export type { DocumentParts } from "./document.ts";
export { buildDocument } from "./document.ts";
export type { Numbering } from "./numbering.ts";
