/** PDF: pages painted, tagged for every reader, in a file for the archive. */
export { createPdfMemo } from "./memo.ts";
export { renderPdf } from "./render-pdf.ts";
