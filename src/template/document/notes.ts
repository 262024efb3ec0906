import type { Nodes, RootContent } from "mdast";
import type { Inline } from "../../document/index.ts";
import type { Building } from "./building.ts";
import { placed } from "./place.ts";

/** A footnote is numbered where it is first referred to; the same identifier is the same note. */
export function noteReference(building: Building, node: Nodes, parent: string): Inline | undefined {
  const note = footnoteOf(node);
  if (note === undefined) return undefined;
  const known = building.noteNumbers.get(note.identifier);
  const { id, number } = known ?? newNote(building, node, note);
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
  node: Nodes,
  note: Footnote,
): { readonly id: string; readonly number: number } {
  const number = building.noteNumbers.size + 1;
  const id = building.ids.idOf(undefined, "", "note");
  building.noteNumbers.set(note.identifier, { id, number });
  const children = building.blocks(note.children, { parent: id, level: 0 });
  building.notes[number - 1] = { kind: "note", id, number, ...placed(building, node), children };
  return { id, number };
}

type Footnote = { readonly identifier: string; readonly children: readonly RootContent[] };

/** The source is self-contained: a reference holds its note. */
function footnoteOf(node: Nodes): Footnote | undefined {
  const type: string = node.type;
  if (type !== "footnote" && type !== "note") return undefined;
  const { identifier, children } = node as unknown as Partial<Footnote>;
  return { identifier: identifier ?? "", children: children ?? [] };
}
