import type { Nodes } from "mdast";
import type { Inline } from "../../document/index.ts";
import type { Footnote } from "../../source/index.ts";
import type { Building } from "./building.ts";
import { placed } from "./place.ts";

/** A footnote is numbered where it is first referred to; the same identifier is the same note. */
export function noteReference(building: Building, node: Nodes, parent: string): Inline | undefined {
  if (node.type !== "footnote") return undefined;
  const known = building.noteNumbers.get(node.identifier);
  const { id, number } = known ?? newNote(building, node);
  return {
    kind: "noteReference",
    id: building.ids.idOf(undefined, parent, "t"),
    ...placed(building, node),
    note: id,
    number,
  };
}

function newNote(
  building: Building,
  node: Footnote,
): { readonly id: string; readonly number: number } {
  const number = building.noteNumbers.size + 1;
  const id = building.ids.idOf(undefined, "", "note");
  building.noteNumbers.set(node.identifier, { id, number });
  const children = building.blocks(node.children, { parent: id, level: 0 });
  building.notes[number - 1] = { kind: "note", id, number, ...placed(building, node), children };
  return { id, number };
}
