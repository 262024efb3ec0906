import type { Block } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { placed, spoken } from "../place.ts";

/** `:::kind`, `:::variant`, `:::subtitle`: lines that belong to the title and are no headings. */
export function titleOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  return building.blocks(node.children, spot).map((block): Block => {
    if (block.kind !== "paragraph") return block;
    const base = { ...placed(building, node), ...spoken(building, node) };
    return { ...base, ...block, kind: "title", role: block.role ?? node.name };
  });
}
