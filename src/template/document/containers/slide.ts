import type { RootContent } from "mdast";
import type { Block, Slide, SlideOverflow } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { emptyHeading, headed } from "../heading.ts";
import { hasClass, placed, settingOf, spoken } from "../place.ts";

const policies: readonly SlideOverflow[] = ["split", "fit", "error"];

/** `:::slide{layout=cards label=A1 .annex}` with its heading, blocks, and `:::notes` for what is said. */
export function slideOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "slide");
  const { heading, children } = headed(building, node, id);
  const shown: RootContent[] = [];
  const said: RootContent[] = [];
  for (const child of children) {
    if (child.type === "container" && child.name === "notes") said.push(...child.children);
    else shown.push(child);
  }
  const inner = { parent: id, level: 1 };
  const label = settingOf(node, "label");
  const role = settingOf(node, "role");
  const continued = settingOf(node, "continued");
  const overflow = policies.find((policy) => policy === settingOf(node, "overflow"));
  const slide: Slide = {
    kind: "slide",
    id,
    ...placed(building, node),
    ...spoken(building, node),
    layout: settingOf(node, "layout") ?? "text",
    heading: heading ?? emptyHeading(building, id),
    children: building.blocks(shown, inner),
    notes: building.blocks(said, inner),
    ...(label !== undefined && { label }),
    ...(role !== undefined && { role }),
    ...(continued !== undefined && { continued }),
    ...(overflow !== undefined && { overflow }),
    annex: hasClass(node, "annex") || settingOf(node, "annex") !== undefined,
  };
  return [slide];
}
