import type { Nodes, RootContent } from "mdast";
import type { Block } from "../../document/index.ts";
import { childLists } from "../../source/index.ts";
import type { Building, Spot } from "./building.ts";

/** Blocks of a node: those of an earlier document where they would be the same, or what `build` makes. */
export function builtAgain(
  building: Building,
  node: RootContent,
  spot: Spot,
  build: () => readonly Block[],
): readonly Block[] {
  const { memo, ids } = building;
  if (memo === undefined || !standsAlone(node.type) || ids.isRecording()) return build();
  const start = node.position?.start;
  const known = memo.blocks.get(node);
  if (
    known !== undefined &&
    known.parent === spot.parent &&
    known.level === spot.level &&
    known.language === building.language &&
    known.line === start?.line &&
    known.column === start?.column &&
    ids.replay(known.ids)
  ) {
    return known.blocks;
  }
  const before = effectsOf(building);
  const end = ids.record();
  const blocks = build();
  const given = end();
  if (given === undefined || effectsOf(building) !== before || holdsNote(node)) return blocks;
  const { parent, level } = spot;
  const { language } = building;
  const { line, column } = start ?? {};
  memo.blocks.set(node, { parent, level, language, line, column, ids: given, blocks });
  return blocks;
}

/** Containers are made anew by templates; headings belong to what follows them. */
function standsAlone(type: RootContent["type"]): boolean {
  switch (type) {
    case "paragraph":
    case "list":
    case "table":
    case "blockquote":
    case "code":
    case "math":
    case "definitionList":
    case "thematicBreak":
      return true;
    default:
      return false;
  }
}

/** All that building a block can leave behind, as far as it only grows. */
function effectsOf(building: Building): number {
  const { notes, noteNumbers, running, automatic, percents, unnumbered, reports } = building;
  return (
    notes.length +
    noteNumbers.size +
    running.length +
    automatic.size +
    percents.size +
    unnumbered.size +
    reports.length
  );
}

/** Notes are numbered in the order of the whole document. */
function holdsNote(node: Nodes): boolean {
  if (node.type === "footnote") return true;
  return childLists(node).some((list) => list.some(holdsNote));
}
