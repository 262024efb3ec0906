import type { RootContent } from "mdast";
import type { Block, Column } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { headed } from "../heading.ts";
import { placed, settingOf, spoken } from "../place.ts";

/** `:::columns` with a `:::column[Heading]{share=2}` for each; what stands beside them is a column of its own. */
export function columnsOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "columns");
  const columns: Column[] = [];
  let loose: RootContent[] = [];
  const flush = (): void => {
    if (loose.length > 0) {
      const looseId = building.ids.idOf(undefined, id, "column");
      const children = building.blocks(loose, { ...spot, parent: looseId });
      if (children.length > 0) columns.push({ kind: "column", id: looseId, children });
    }
    loose = [];
  };
  for (const child of node.children) {
    if (child.type === "container" && child.name === "column") {
      flush();
      columns.push(columnOf(building, child, { ...spot, parent: id }));
    } else loose.push(child);
  }
  flush();
  if (columns.length === 0) return [];
  return [{ kind: "columns", id, ...placed(building, node), columns }];
}

function columnOf(building: Building, node: Container, spot: Spot): Column {
  const id = building.ids.idOf(node, spot.parent, "column");
  const { heading, children } = headed(building, node, id);
  const share = Number(settingOf(node, "share"));
  return {
    kind: "column",
    id,
    ...placed(building, node),
    ...spoken(building, node),
    ...(share > 0 && share < 1000 && { share }),
    ...(heading && { heading }),
    children: building.blocks(children, { ...spot, parent: id }),
  };
}
