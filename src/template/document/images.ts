import type { Image } from "mdast";
import type { ImageReference } from "../../document/index.ts";
import { projectPath } from "../../source/index.ts";
import type { Building } from "./building.ts";
import { shortened } from "./links.ts";
import { placed } from "./place.ts";

/** The image of the project that is meant; undefined when it is refused and only its alternative text is printed. */
export function imageOf(building: Building, node: Image): ImageReference | undefined {
  const source = projectPath(building.file, node.url.trim());
  if (source !== undefined) return { source, alternative: (node.alt ?? "").trim() };
  building.report({
    rule: "image-is-in-the-project",
    severity: "warning",
    message: `The image "${shortened(node.url)}" is not in the project folder; its alternative text is printed.`,
    ...placed(building, node),
    hints: ["Put a PNG or JPEG file into the project and write its path from this file."],
  });
  return undefined;
}
