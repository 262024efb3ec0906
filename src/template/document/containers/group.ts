import type { Block } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { headed } from "../heading.ts";
import { placed, settingOf, spoken } from "../place.ts";

/** Blocks with a role of the theme: `:::side`, `:::group{role=box}`, or a name that only a user's theme knows. */
export function groupOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const role = node.name === "group" ? (settingOf(node, "role") ?? "group") : node.name;
  const id = building.ids.idOf(node, spot.parent, "group");
  const { heading, children } = headedByLabel(building, node, id);
  const inner = building.blocks(children, { ...spot, parent: id });
  const all = heading === undefined ? inner : [heading, ...inner];
  if (all.length === 0) return [];
  return [
    {
      kind: "group",
      id,
      ...placed(building, node),
      ...spoken(building, node),
      role,
      children: all,
    },
  ];
}

/** A label prints as a paragraph in bold: a group is not in the outline. */
function headedByLabel(
  building: Building,
  node: Container,
  id: string,
): { readonly heading?: Block; readonly children: Container["children"] } {
  if ((node.label ?? []).length === 0) return { children: node.children };
  const { heading } = headed(building, node, id);
  if (heading === undefined || heading.children.length === 0) return { children: node.children };
  const strong = {
    kind: "strong",
    id: building.ids.idOf(undefined, id, "t"),
    children: heading.children,
  } as const;
  const paragraph: Block = { ...heading, kind: "paragraph", children: [strong] };
  return { heading: paragraph, children: node.children };
}

/** The opening paragraphs: the first one has the style `lead`. */
export function leadOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const blocks = building.blocks(node.children, spot);
  const first = blocks.findIndex((block) => block.kind === "paragraph");
  return blocks.map((block, index) =>
    index === first && block.role === undefined ? { ...block, role: "lead" } : block,
  );
}

/** `:::paragraphs{role=item}`: the paragraphs in it have this style. */
export function paragraphsOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  const role = settingOf(node, "role");
  const blocks = building.blocks(node.children, spot);
  if (role === undefined) return blocks;
  return blocks.map((block) =>
    block.kind === "paragraph" && block.role === undefined ? { ...block, role } : block,
  );
}
