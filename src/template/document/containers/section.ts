import type { Block, Section } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { emptyHeading, headed } from "../heading.ts";
import { pageBreak } from "../page-break.ts";
import { hasClass, markUnnumbered, placed, spoken } from "../place.ts";

/** `:::section`: a heading and what belongs to it, one level below the section around, whatever its number of `#`. */
export function sectionOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const id = building.ids.idOf(node, spot.parent, "section");
  const { heading, children } = headed(building, node, id);
  if (heading === undefined && children.length === 0) return [];
  const level = spot.level + 1;
  const [first] = node.children;
  for (const marked of first?.type === "heading" ? [node, first] : [node]) {
    markUnnumbered(building, marked, id);
  }
  const section: Section = {
    kind: "section",
    id,
    ...placed(building, node),
    ...spoken(building, node),
    level,
    heading: heading ?? emptyHeading(building, id),
    children: building.blocks(children, { parent: id, level }),
  };
  const is = (name: string): boolean =>
    hasClass(node, name) || (first?.type === "heading" && hasClass(first, name));
  return [
    ...(is("page-break") ? [pageBreak(building, node, spot)] : []),
    {
      ...section,
      ...(is("new-page") && { newPage: true }),
      ...(is("landscape") && { landscape: true }),
    },
  ];
}

/** `:::annex`: a section on a new page, with a heading in the style `annex-title`. */
export function annexOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  return sectionOf(building, node, spot).map((block) =>
    block.kind === "section"
      ? { ...block, newPage: true, heading: { ...block.heading, role: "annex-title" } }
      : block,
  );
}
