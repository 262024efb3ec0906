import type { DefinitionEntry, DefinitionList } from "../../document/index.ts";
import type { DefinitionList as DefinitionListNode } from "../../source/index.ts";
import type { Building, Spot } from "./building.ts";
import { running } from "./inline.ts";
import { placed, roled } from "./place.ts";

/** Terms that follow each other share the descriptions after them. */
export function definitionListOf(
  building: Building,
  node: DefinitionListNode,
  spot: Spot,
): DefinitionList {
  const id = building.ids.idOf(node, spot.parent, "definitions");
  const entries: {
    terms: DefinitionEntry["terms"][number][];
    descriptions: DefinitionEntry["descriptions"][number][];
  }[] = [];
  for (const child of node.children) {
    const last = entries.at(-1);
    const isTerm = child.type === "definitionTerm";
    const entry =
      last === undefined || (isTerm && last.descriptions.length > 0)
        ? { terms: [], descriptions: [] }
        : last;
    if (entry !== last) entries.push(entry);
    const childId = building.ids.idOf(child, id, isTerm ? "term" : "description");
    const base = { id: childId, ...placed(building, child) };
    if (child.type === "definitionTerm") {
      entry.terms.push({ ...base, children: running(building, child.children, childId) });
    } else {
      const children = building.blocks(child.children, { ...spot, parent: childId });
      entry.descriptions.push({ ...base, children });
    }
  }
  return {
    kind: "definitionList",
    id,
    ...placed(building, node),
    ...roled(building, node),
    entries,
  };
}
