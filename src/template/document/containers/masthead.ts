import type { Block, Masthead, Paragraph } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { placed } from "../place.ts";

/** `:::masthead` with one `:::column` for each column; only paragraphs stand in it. */
export function mastheadOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "masthead");
  const columns: Paragraph[][] = [];
  const others: Block[] = [];
  let loose: Paragraph[] | undefined;
  for (const child of node.children) {
    const isColumn = child.type === "container" && child.name === "column";
    const blocks = building.blocks(isColumn ? child.children : [child], { ...spot, parent: id });
    const paragraphs = blocks.filter((block) => block.kind === "paragraph");
    others.push(...blocks.filter((block) => block.kind !== "paragraph"));
    if (isColumn) {
      columns.push(paragraphs);
      loose = undefined;
    } else if (loose === undefined) {
      loose = paragraphs;
      columns.push(loose);
    } else loose.push(...paragraphs);
  }
  if (columns.every((column) => column.length === 0)) return others;
  const masthead: Masthead = { kind: "masthead", id, ...placed(building, node), columns };
  return [masthead, ...others];
}
