/** PDF: pages painted, tagged for every reader, in a file for the archive. */
export { type Attachments, freeName } from "./attachments/attach.ts";
export type { AttachedFile } from "./attachments/files.ts";
export { createPdfMemo } from "./memo.ts";
export { renderPdf } from "./render-pdf.ts";
