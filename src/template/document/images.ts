import type { Image, Nodes, Paragraph } from "mdast";
import type { ImageReference } from "../../document/index.ts";
import { projectPath } from "../../source/index.ts";
import type { Building } from "./building.ts";
import { lengthOf, partOf } from "./length.ts";
import { shortened } from "./links.ts";
import { placed, settingOf } from "./place.ts";

/**
 * The image of the project that is meant; undefined when it is refused and only its alternative text is printed.
 * @param holder the paragraph that holds nothing else, whose settings are those of the image too
 */
export function imageOf(
  building: Building,
  node: Image,
  holder?: Paragraph,
): ImageReference | undefined {
  const source = projectPath(building.file, node.url.trim());
  if (source !== undefined) {
    return {
      source,
      alternative: (node.alt ?? "").trim(),
      ...sizeOf(building, holder === undefined ? [node] : [node, holder]),
    };
  }
  building.report({
    rule: "image-is-in-the-project",
    severity: "warning",
    message: `The image "${shortened(node.url)}" is not in the project folder; its alternative text is printed.`,
    ...placed(building, node),
    hints: ["Put a PNG or JPEG file into the project and write its path from this file."],
  });
  return undefined;
}

/** `{width=50%}`, `{width=80mm height=120}`: a number alone is pixels of 1/96 inch, as in HTML. */
function sizeOf(
  building: Building,
  nodes: readonly Nodes[],
): Pick<ImageReference, "width" | "share" | "height"> {
  const asked = firstSetting(nodes, "width");
  const share = asked === undefined ? undefined : partOf(asked);
  const width = share === undefined ? sideOf(building, nodes, "width") : undefined;
  const height = sideOf(building, nodes, "height");
  return {
    ...(share !== undefined && { share }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

const firstSetting = (nodes: readonly Nodes[], name: string): string | undefined =>
  nodes.map((node) => settingOf(node, name)).find((word) => word !== undefined);

function sideOf(
  building: Building,
  nodes: readonly Nodes[],
  name: "width" | "height",
): number | undefined {
  const word = firstSetting(nodes, name);
  if (word === undefined || word === "auto") return undefined;
  const length = lengthOf(/^[\d.]+$/.test(word) ? `${word}px` : word);
  if (length !== undefined && length > 0) return length;
  building.report({
    rule: "image-size-is-known",
    severity: "warning",
    message: `"${word}" is no ${name} of an image; it stands in its own size.`,
    ...placed(building, nodes[0] as Nodes),
    hints: [
      "Write a length such as 60mm, pixels such as 300, or for the width a part such as 50%.",
    ],
  });
  return undefined;
}
