import type { Block } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { headed } from "../heading.ts";
import { placed, settingOf } from "../place.ts";

/** `:::contents[Contents]{depth=2}`: the outputs fill it from the sections. */
export function contentsOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "contents");
  const { heading, children } = headed(building, node, id);
  const asked = Math.trunc(Number(settingOf(node, "depth") ?? "2"));
  const depth = asked >= 1 && asked <= 9 ? asked : 2;
  const rest = building.blocks(children, { ...spot, parent: id });
  const contents = { kind: "tableOfContents", id, ...placed(building, node), depth } as const;
  return [{ ...contents, ...(heading && { heading }) }, ...rest];
}

/** `:::list-of-figures[Figures]` and `:::list-of-tables[Tables]`: the outputs fill them from the captions. */
export function captionListOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "captions");
  const { heading, children } = headed(building, node, id);
  const rest = building.blocks(children, { ...spot, parent: id });
  const series = node.name === "list-of-tables" ? "table" : "figure";
  const list = { kind: "listOfCaptions", id, ...placed(building, node), series } as const;
  return [{ ...list, ...(heading && { heading }) }, ...rest];
}
