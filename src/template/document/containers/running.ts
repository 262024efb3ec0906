import type { Block, Running } from "../../../document/index.ts";
import type { Container } from "../../../source/index.ts";
import type { Building, Spot } from "../building.ts";
import { running } from "../inline.ts";
import { isOfTemplate, placed, settingOf, spoken } from "../place.ts";

/** `:::running{frame=footer-left pages=later}`: text for a frame of the page; it stands outside of the flow. */
export function runningOf(building: Building, node: Container, spot: Spot): readonly Block[] {
  // Only a template lays out pages; in a source it is text like any other.
  if (!isOfTemplate(node)) return building.blocks(node.children, spot);
  const id = building.ids.idOf(node, spot.parent, "running");
  const texts = node.children.flatMap((child) => (child.type === "paragraph" ? [child] : []));
  const nodes = texts.flatMap((paragraph, index) =>
    index === 0 ? paragraph.children : [{ type: "break" } as const, ...paragraph.children],
  );
  const children = running(building, nodes, id);
  if (children.length === 0) return [];
  const entry: Running = {
    kind: "running",
    id,
    ...placed(building, node),
    ...spoken(building, node),
    frame: settingOf(node, "frame") ?? "footer-centre",
    pages: pagesOf(settingOf(node, "pages")),
    children,
  };
  building.running.push(entry);
  return [];
}

function pagesOf(asked: string | undefined): Running["pages"] {
  return asked === "first" || asked === "later" ? asked : "all";
}
