import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "../diagnostics/index.ts";
import type { DocumentTree } from "../document/index.ts";
import type { LaidOut } from "../layout/index.ts";
import type { Theme } from "../theme/index.ts";

/** The layout of an equal document, if that was the last one: a document that is wanted as PDF and as Word is laid out once. */
export type Layouts = {
  readonly of: (
    document: DocumentTree,
    theme: Theme,
    layOut: () => Outcome<LaidOut>,
  ) => Outcome<LaidOut>;
};

/** For one run, in which files do not change. */
export function createLayouts(): Layouts {
  let last:
    | { readonly document: DocumentTree; readonly theme: Theme; readonly laidOut: Outcome<LaidOut> }
    | undefined;
  return {
    of(document, theme, layOut) {
      const known =
        last !== undefined &&
        isDeepStrictEqual(last.document, document) &&
        isDeepStrictEqual(last.theme, theme)
          ? last.laidOut
          : undefined;
      const laidOut = known ?? layOut();
      last = { document, theme, laidOut };
      return laidOut;
    },
  };
}
