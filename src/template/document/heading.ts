import type { Heading as HeadingNode, PhrasingContent, RootContent } from "mdast";
import type { Heading, Inline } from "../../document/index.ts";
import type { Container } from "../../source/index.ts";
import type { Building } from "./building.ts";
import { running } from "./inline.ts";
import { placed, roled } from "./place.ts";
import { joined } from "./runs.ts";

/** The heading of the block with this id. */
export function headingOf(building: Building, node: HeadingNode, owner: string): Heading {
  const id = building.ids.idOf(undefined, owner, "heading");
  return {
    kind: "heading",
    id,
    ...placed(building, node),
    ...roled(building, node),
    children: joined(
      running(building, node.children, id).filter((child) => !leadsTo(child, owner, building)),
    ),
  };
}

/** A link without words to the heading that it stands in is the mark of a web page. */
function leadsTo(child: Inline, owner: string, { automatic }: Building): boolean {
  if (child.kind !== "link" || child.target.kind !== "node") return false;
  return (
    child.target.id === owner &&
    child.children.every((inner) => "id" in inner && automatic.has(inner.id))
  );
}

export type Headed = {
  /** Absent when the container has neither a label nor a heading first. */
  readonly heading?: Heading;
  readonly children: readonly RootContent[];
};

/** A container's heading: its label, or else the heading that it begins with. */
export function headed(building: Building, node: Container, owner: string): Headed {
  const [first, ...others] = node.children;
  const label = node.label ?? [];
  if (label.length > 0) {
    return { heading: labelHeading(building, node, label, owner), children: node.children };
  }
  if (first?.type !== "heading") return { children: node.children };
  return { heading: headingOf(building, first, owner), children: others };
}

function labelHeading(
  building: Building,
  node: Container,
  label: readonly PhrasingContent[],
  owner: string,
): Heading {
  const id = building.ids.idOf(undefined, owner, "heading");
  const children = running(building, label, id);
  return { kind: "heading", id, ...placed(building, node), children };
}

/** For a kind whose heading may not be missing. */
export function emptyHeading(building: Building, owner: string): Heading {
  return { kind: "heading", id: building.ids.idOf(undefined, owner, "heading"), children: [] };
}
