import type { Diagnostic } from "../../diagnostics/index.ts";
import type { DocumentTree } from "../document.ts";
import { documentHasTitle } from "./document-has-title.ts";
import { headingsHaveText } from "./headings-have-text.ts";
import { idsAreUnique } from "./ids-are-unique.ts";
import { slideHeadingsAreUnique } from "./slide-headings-are-unique.ts";

/** Everything that is wrong with a whole document. Throws when two nodes have one id, which is our fault. */
export function checkDocument(document: DocumentTree): readonly Diagnostic[] {
  idsAreUnique(document);
  return [documentHasTitle, headingsHaveText, slideHeadingsAreUnique].flatMap((rule) =>
    rule(document),
  );
}
