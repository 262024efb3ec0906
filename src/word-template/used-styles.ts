import type { WordFile } from "../ooxml/index.ts";
import { childOf, eachWithin } from "../ooxml/index.ts";

const references = ["w:pStyle", "w:rStyle", "w:tblStyle"];

/** Ids of the styles that the parts name, and the default ones, which everything else has. */
export function usedStyles(own: WordFile, parts: readonly string[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const path of parts)
    eachWithin(own.xml(path).root, (element) => {
      if (references.includes(element.name)) used.add(element.attributes["w:val"] ?? "");
      // A paragraph or a table that names no style has the default one.
      if (element.name === "w:p" && childOf(childOf(element, "w:pPr"), "w:pStyle") === undefined)
        used.add("Normal");
    });
  return used;
}
