import type { ListItem as ListItemNode, List as ListNode } from "mdast";
import type { Block, ListItem } from "../../document/index.ts";
import type { Building, Spot } from "./building.ts";
import { placed, roled, spoken } from "./place.ts";

export function listOf(building: Building, node: ListNode, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "list");
  const items = node.children.flatMap((item) => itemOf(building, item, { ...spot, parent: id }));
  if (items.length === 0) return [];
  return [
    {
      kind: "list",
      id,
      ...placed(building, node),
      ...roled(building, node),
      ...spoken(building, node),
      ordered: node.ordered === true,
      start: node.start ?? 1,
      loose: node.spread === true || node.children.some((item) => item.spread === true),
      items,
    },
  ];
}

/** An item of a template whose values print nothing is left out; an author's empty item stays. */
function itemOf(building: Building, node: ListItemNode, spot: Spot): readonly ListItem[] {
  const id = building.ids.idOf(node, spot.parent, "item");
  const children = building.blocks(node.children, { ...spot, parent: id });
  if (children.length === 0 && node.position === undefined) return [];
  const task = typeof node.checked === "boolean" ? { checked: node.checked } : {};
  return [
    {
      kind: "listItem",
      id,
      ...placed(building, node),
      ...spoken(building, node),
      ...task,
      children,
    },
  ];
}
