import type { RootContent } from "mdast";
import type { Block, Card, Inline } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { emptyHeading, headed } from "../heading.ts";
import { placed } from "../place.ts";

/** `:::cards` with a `:::card[Heading]` for each; a paragraph `{.foot}` in it stands at its foot. */
export function cardsOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "cards");
  const cards: Card[] = [];
  const others: RootContent[] = [];
  for (const child of node.children) {
    if (child.type === "container" && child.name === "card") {
      cards.push(cardOf(building, child, { ...spot, parent: id }));
    } else others.push(child);
  }
  const rest = building.blocks(others, { ...spot, parent: id });
  if (cards.length === 0) return rest;
  return [...rest, { kind: "cards", id, ...placed(building, node), cards }];
}

function cardOf(building: Building, node: Container, spot: Spot): Card {
  const id = building.ids.idOf(node, spot.parent, "card");
  const { heading, children } = headed(building, node, id);
  const blocks = building.blocks(children, { ...spot, parent: id });
  const foot = blocks.filter((block) => block.role === "foot").flatMap(inlinesOf);
  return {
    kind: "card",
    id,
    ...placed(building, node),
    heading: heading ?? emptyHeading(building, id),
    children: blocks.filter((block) => block.role !== "foot"),
    ...(foot.length > 0 && { foot }),
  };
}

const inlinesOf = (block: Block): readonly Inline[] =>
  block.kind === "paragraph" ? block.children : [];
