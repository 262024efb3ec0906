import type { Block, Section } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { emptyHeading, headed } from "../heading.ts";
import { hasClass, isOfTemplate, placed, settingOf, spoken } from "../place.ts";

/** `:::section`: a heading and what belongs to it, one level below the section around, whatever its number of `#`. */
export function sectionOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "section");
  const { heading, children, depth } = headed(building, node, id);
  const inner = { ...spot, parent: id };
  if (heading === undefined && children.length === 0) return [];
  warnOfSkip(building, node, spot.depth, depth);
  const level = spot.level + 1;
  const around = depth === undefined ? {} : { depth };
  const section: Section = {
    kind: "section",
    id,
    ...placed(building, node),
    ...spoken(building, node),
    level,
    heading: heading ?? emptyHeading(building, id),
    children: building.blocks(children, { ...inner, level, ...around }),
  };
  return [hasClass(node, "new-page") ? { ...section, newPage: true } : section];
}

/** `:::annex`: a section on a new page, with a heading in the style `annex-title`. */
export function annexOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  return sectionOf(building, node, spot).map((block) =>
    block.kind === "section"
      ? { ...block, newPage: true, heading: { ...block.heading, role: "annex-title" } }
      : block,
  );
}

function warnOfSkip(
  building: Building,
  node: Container,
  outer: number | undefined,
  inner: number | undefined,
): void {
  const [heading] = node.children;
  if (outer === undefined || inner === undefined || inner <= outer + 1) return;
  if (heading === undefined || isOfTemplate(heading) || settingOf(node, "depth") === "any") return;
  building.report({
    rule: "heading-levels-are-not-skipped",
    severity: "warning",
    message: `A heading of level ${inner} follows one of level ${outer}; it is printed as level ${outer + 1}.`,
    ...placed(building, heading),
    hints: [`Write it with ${"#".repeat(outer + 1)}.`],
  });
}
