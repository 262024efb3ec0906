import type { Paragraph, RootContent } from "mdast";
import type { PageBreak } from "../../document/index.ts";
import type { Building, Spot } from "./building.ts";
import { placed } from "./place.ts";

/** What follows begins a page. */
export function pageBreak(building: Building, node: RootContent, spot: Spot): PageBreak {
  const id = building.ids.idOf(undefined, spot.parent, "page-break");
  return { kind: "pageBreak", id, ...placed(building, node) };
}

/** `\newpage` and `\pagebreak` alone in a paragraph, as people write for LaTeX. */
export function saysPageBreak(node: Paragraph): boolean {
  const [only, second] = node.children;
  return (
    second === undefined &&
    only?.type === "text" &&
    /^\\(?:newpage|pagebreak|clearpage)$/.test(only.value.trim())
  );
}
