import type { Block, QuickFact } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { emptyHeading, headed } from "../heading.ts";
import { running } from "../inline.ts";
import { placed } from "../place.ts";
import { entriesOf } from "./entries.ts";

/** `:::quick-facts[Label]` around a list of `- **Label** value`. */
export function quickFactsOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "quick-facts");
  const { heading, children } = headed(building, node, id);
  const { entries, others } = entriesOf({ ...node, children: [...children] });
  const more = [...others, ...entries.flatMap((entry) => entry.more)];
  const rest = building.blocks(more, { ...spot, parent: id });
  if (entries.length === 0) return rest;
  const facts = entries.map((entry): QuickFact => {
    const factId = building.ids.idOf(entry.item, id, "fact");
    return {
      kind: "quickFact",
      id: factId,
      ...placed(building, entry.item),
      label: running(building, entry.label, factId),
      value: running(building, entry.value, factId),
    };
  });
  const head = heading ?? emptyHeading(building, id);
  return [{ kind: "quickFacts", id, ...placed(building, node), heading: head, facts }, ...rest];
}
