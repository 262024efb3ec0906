import type { Diagnostic } from "../../diagnostics/index.ts";
import type { DocumentTree } from "../document.ts";

/** Readers' windows and lists of files show the title (PDF/UA-1 7.1). */
export function documentHasTitle(document: DocumentTree): readonly Diagnostic[] {
  if (document.title.trim() !== "") return [];
  return [
    {
      rule: "document-has-title",
      severity: "warning",
      message: "The document has no title.",
      ...(document.metadata.source && {
        place: { file: document.metadata.source.file, line: 1, column: 1 },
      }),
      hints: ['Begin the text with a heading "# Title", or write "title:" in the head.'],
    },
  ];
}
