import type { Image, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import type { Block } from "../../../document/index.ts";
import type { Attributes, Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { figureOf } from "../figure.ts";
import { tableOf } from "../table.ts";
import { groupOf } from "./group.ts";

/** `:::table[Caption with *markup*]{#id …}` around a table: its label is the caption, its attributes are the table's. */
export function captionedTable(building: Building, node: Container, spot: Spot): readonly Block[] {
  const table = node.children.find((child) => child.type === "table");
  if (table === undefined) return groupOf(building, node, spot);
  const whole: Table = withAttributes(table, node);
  return node.children.flatMap((child) =>
    child === table ? [tableOf(building, whole, spot, node.label)] : building.blocks([child], spot),
  );
}

/** `:::figure[Caption with *markup*]{#id}` around an image that stands alone. */
export function captionedFigure(building: Building, node: Container, spot: Spot): readonly Block[] {
  const isImage = (child: RootContent): child is Paragraph =>
    child.type === "paragraph" &&
    child.children.length === 1 &&
    child.children[0]?.type === "image";
  const paragraph = node.children.find(isImage);
  if (paragraph === undefined) return groupOf(building, node, spot);
  const [image] = paragraph.children as [Image];
  const named = image.data?.attributes?.id !== undefined;
  const whole: Paragraph = named ? paragraph : withAttributes(paragraph, node);
  return node.children.flatMap((child) =>
    child === paragraph
      ? (figureOf(building, whole, spot, node.label) ?? [])
      : building.blocks([child], spot),
  );
}

function withAttributes<Node extends Table | Paragraph>(node: Node, container: Container): Node {
  const own = node.data?.attributes;
  const outer = container.data?.attributes;
  if (outer === undefined) return node;
  const id = outer.id ?? own?.id;
  const attributes: Attributes = {
    classes: [...(own?.classes ?? []), ...outer.classes],
    values: new Map([...(own?.values ?? []), ...outer.values]),
    ...(id !== undefined && { id }),
  };
  return {
    ...node,
    data: { ...node.data, attributes },
    position: node.position ?? container.position,
  };
}

/**
 * A paragraph that begins with "Table:" or ":" right after a table, or with "Table:" right before one, is its caption, as in Pandoc:
 * the two become a container.
 */
export function joinCaptions(nodes: readonly RootContent[]): readonly RootContent[] {
  if (!nodes.some((node) => node.type === "table")) return nodes;
  const joined: RootContent[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as RootContent;
    const next = nodes[index + 1];
    const after = node.type === "table" ? captionIn(next, /^(?:table)?\s*:\s+/i) : undefined;
    const before = next?.type === "table" ? captionIn(node, /^table\s*:\s+/i) : undefined;
    const caption = after ?? before;
    if (caption === undefined || next === undefined) joined.push(node);
    else {
      joined.push(
        containerOf(after === undefined ? next : node, after === undefined ? node : next, caption),
      );
      index += 1;
    }
  }
  return joined;
}

function containerOf(
  table: RootContent,
  written: RootContent,
  label: PhrasingContent[],
): Container {
  const { data, position } = written;
  return {
    type: "container",
    name: "table",
    label,
    children: [table],
    ...(data && { data }),
    ...(position && { position }),
  };
}

function captionIn(node: RootContent | undefined, mark: RegExp): PhrasingContent[] | undefined {
  if (node?.type !== "paragraph" || node.position === undefined) return undefined;
  const [first, ...others] = node.children;
  if (first?.type !== "text" || !mark.test(first.value)) return undefined;
  return [{ ...first, value: first.value.replace(mark, "") }, ...others];
}
