import type { Image } from "mdast";
import type { ImageReference } from "../../document/index.ts";
import type { Building } from "./building.ts";
import { decoded, shortened } from "./links.ts";
import { placed } from "./place.ts";

/** The image of the project that is meant; undefined when it is refused and only its alternative text is printed. */
export function imageOf(building: Building, node: Image): ImageReference | undefined {
  const source = pathOf(building.file, node.url.trim());
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

/** From the folder of the source; undefined for other machines, other schemes and paths out of the project. */
function pathOf(file: string, url: string): string | undefined {
  const path = decoded(url.replace(/[?#].*$/, ""));
  if (path === "" || /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i.test(path) || /[\\\p{Cc}]/u.test(path)) {
    return undefined;
  }
  const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
  const parts: string[] = [];
  for (const part of [...folder.split("/"), ...path.split("/")]) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "" && part !== ".") parts.push(part);
  }
  return `${folder.startsWith("/") ? "/" : ""}${parts.join("/")}`;
}
