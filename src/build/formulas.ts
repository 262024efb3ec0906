import type { Outcome } from "../diagnostics/index.ts";
import type { DocumentTree } from "../document/index.ts";
import { isFormula, someNode, visitNodes } from "../document/index.ts";
import type { Host } from "../host/index.ts";
import type { ImageAsset } from "../layout/index.ts";
import { formulaSource } from "../layout/index.ts";
import type { Theme } from "../theme/index.ts";
import { openReader } from "./drawings.ts";

/** The document with its formulas set. TeX is loaded for the first of them. */
export async function withFormulas(
  document: DocumentTree,
  theme: Theme | undefined,
  host: Host,
): Promise<Outcome<DocumentTree>> {
  if (!someNode(document, isFormula, ["formula"])) return { value: document, diagnostics: [] };
  const { setFormulas } = await import("../math/index.ts");
  return setFormulas(document, async () => {
    if (theme === undefined) return () => undefined;
    const read = await openReader(theme, host);
    return (svg) => {
      const picture = read(new TextEncoder().encode(svg));
      return typeof picture === "string" ? undefined : picture.drawing;
    };
  });
}

/** The drawings of the formulas that are set, by `formulaSource`. */
export function formulasOf(document: DocumentTree): ReadonlyMap<string, ImageAsset> {
  const formulas = new Map<string, ImageAsset>();
  visitNodes(
    document,
    (node) => {
      if (!isFormula(node)) return;
      const { drawing } = node;
      if (drawing === undefined) return;
      formulas.set(formulaSource(node), {
        format: "png",
        width: drawing.width,
        height: drawing.height,
        density: 96,
        bytes: new Uint8Array(),
        drawing,
      });
    },
    ["formula"],
  );
  return formulas;
}
