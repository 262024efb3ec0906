import type { Block, KeyValue } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { running } from "../inline.ts";
import { placed } from "../place.ts";
import { entriesOf } from "./entries.ts";

/** `:::key-values` around a list of `- **Label** value`; further paragraphs of an item belong to its value. */
export function keyValuesOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "key-values");
  const { entries, others } = entriesOf(node);
  const rest = building.blocks(others, { ...spot, parent: id });
  if (entries.length === 0) return rest;
  const values = entries.map((entry): KeyValue => {
    const entryId = building.ids.idOf(entry.item, id, "entry");
    const place = placed(building, entry.item);
    const label = running(building, entry.label, entryId);
    const paragraph = building.ids.idOf(undefined, entryId, "p");
    const line = running(building, entry.value, paragraph);
    const more = building.blocks(entry.more, { ...spot, parent: entryId });
    const first: readonly Block[] =
      line.length === 0 ? [] : [{ kind: "paragraph", id: paragraph, ...place, children: line }];
    return { kind: "keyValue", id: entryId, ...place, label, value: [...first, ...more] };
  });
  return [{ kind: "keyValues", id, ...placed(building, node), entries: values }, ...rest];
}
