import type { Heading as HeadingNode, RootContent } from "mdast";
import type { Block, Section } from "../../document/index.ts";
import { builtAgain } from "./again.ts";
import { blockOf } from "./block.ts";
import type { Building, Spot } from "./building.ts";
import { top } from "./building.ts";
import { joinCaptions } from "./containers/captioned.ts";
import { headingOf } from "./heading.ts";
import { running } from "./inline.ts";
import { pageBreak } from "./page-break.ts";
import { hasClass, markUnnumbered, placed, roled, spoken } from "./place.ts";

type Open = {
  readonly depth: number;
  readonly section: Omit<Section, "children">;
  readonly children: Block[];
};

/**
 * Blocks one below the other; a heading opens a section that reaches to the next heading of its depth or above. A section
 * is one level below the one around it, so that no level is skipped (PDF/UA-1 7.4.2); the model has told where one was.
 */
export function sequence(
  building: Building,
  nodes: readonly RootContent[],
  spot: Spot,
): readonly Block[] {
  const result: Block[] = [];
  const open: Open[] = [];
  const target = (): Block[] => open.at(-1)?.children ?? result;
  const here = (): Spot => {
    const last = open.at(-1);
    if (last === undefined) return spot;
    return { ...spot, parent: last.section.id, level: last.section.level };
  };
  const closeTo = (depth: number): void => {
    for (let last = open.at(-1); last !== undefined && last.depth >= depth; last = open.at(-1)) {
      open.pop();
      target().push({ ...last.section, children: last.children });
    }
  };
  for (const node of joinCaptions(nodes)) {
    if (node.type !== "heading") {
      const spotHere = here();
      const build = (): readonly Block[] => blockOf(building, node, spotHere);
      target().push(...builtAgain(building, node, spotHere, build));
    } else if (isTitle(building, node, spot)) result.push(titleOf(building, node));
    else {
      closeTo(node.depth);
      if (hasClass(node, "page-break")) target().push(pageBreak(building, node, here()));
      const section = sectionOf(building, node, here());
      open.push({ depth: node.depth, section, children: [] });
    }
  }
  closeTo(0);
  return result;
}

/** The first `#` at the top is the title of the document. */
function isTitle(building: Building, node: HeadingNode, spot: Spot): boolean {
  return node.depth === 1 && spot === top && !building.title.met;
}

function titleOf(building: Building, node: HeadingNode): Block {
  building.title.met = true;
  const id = building.ids.idOf(node, "", "title");
  const children = running(building, node.children, id);
  return {
    kind: "title",
    id,
    ...placed(building, node),
    ...roled(building, node),
    ...spoken(building, node),
    children,
  };
}

function sectionOf(building: Building, node: HeadingNode, around: Spot): Omit<Section, "children"> {
  const id = building.ids.idOf(node, around.parent, "section");
  markUnnumbered(building, node, id);
  return {
    kind: "section",
    id,
    ...placed(building, node),
    ...spoken(building, node),
    level: around.level + 1,
    ...(hasClass(node, "landscape") && { landscape: true }),
    heading: headingOf(building, node, id),
  };
}
