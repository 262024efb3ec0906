import type { Place } from "../../diagnostics/index.ts";
import type { DocumentTree, ListOfCaptions, NodeId } from "../../document/index.ts";
import { captionsOf, holdsId, isBlock, someNode, visitNodes } from "../../document/index.ts";

type AnyNode = Readonly<Record<string, unknown>>;

/** Whether page numbers are printed in it, so that it must be set anew when pages are known. */
export function readsPages(value: unknown): boolean {
  return someNode(
    value,
    ({ kind, shows }) =>
      kind === "tableOfContents" ||
      kind === "listOfCaptions" ||
      (kind === "reference" && shows === "page"),
    ["tableOfContents", "listOfCaptions", "reference"],
  );
}

/** What layout needs to know of a document as a whole. */
export type References = {
  /** The note that a reference asks for, by the id of the reference. */
  readonly notes: ReadonlyMap<NodeId, NodeId>;
  /** Nodes that links lead to. */
  readonly targets: ReadonlySet<NodeId>;
};

export function referencesOf(document: DocumentTree): References {
  const notes = new Map<NodeId, NodeId>();
  const targets = new Set<NodeId>();
  const referred = new Set<NodeId>();
  visitNodes(
    [document.content, document.notes],
    (node) => {
      if (node["kind"] === "noteReference") {
        const note = node["note"] as NodeId;
        notes.set(node["id"] as NodeId, note);
        // A note leads back to the first of its references.
        if (!referred.has(note)) targets.add(node["id"] as NodeId);
        referred.add(note);
      }
      if (node["kind"] === "listOfCaptions") {
        const series = node["series"] as ListOfCaptions["series"];
        for (const { block } of captionsOf(document, series)) targets.add(block.id);
      }
      if (node["kind"] === "link") {
        const target = node["target"] as AnyNode;
        if (target["kind"] === "node") targets.add(target["id"] as NodeId);
      }
    },
    ["noteReference", "listOfCaptions", "link"],
  );
  return { notes, targets };
}

/** For each node that is or stands in a wanted one, the wanted ones. */
export function ownersOf(
  document: DocumentTree,
  wanted: ReadonlySet<NodeId>,
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const owners = new Map<NodeId, readonly NodeId[]>();
  if (wanted.size > 0) gatherOwners([document.content, document.notes], [], wanted, owners);
  return owners;
}

function gatherOwners(
  value: unknown,
  within: readonly NodeId[],
  wanted: ReadonlySet<NodeId>,
  owners: Map<NodeId, readonly NodeId[]>,
): void {
  if (Array.isArray(value)) {
    for (const entry of value) gatherOwners(entry, within, wanted, owners);
    return;
  }
  if (value === null || typeof value !== "object") return;
  const node = value as AnyNode;
  const id = typeof node["id"] === "string" ? node["id"] : undefined;
  // Of a section, which an edit makes anew, all that it holds would have to be gathered.
  const skips = within.length === 0 && node["kind"] !== "section" && isBlock(node);
  if (skips && !holdsId(node, wanted)) return;
  const own = id !== undefined && wanted.has(id) ? [...within, id] : within;
  if (id !== undefined && own.length > 0) owners.set(id, own);
  for (const key in node) {
    if (typeof node[key] === "object" && key !== "place")
      gatherOwners(node[key], own, wanted, owners);
  }
}

/** Where a node, or what it stands in, was written. */
export function placeOf(document: DocumentTree, id: NodeId): Place | undefined {
  let found: Place | undefined;
  const search = (value: unknown, around: Place | undefined): boolean => {
    if (Array.isArray(value)) return value.some((entry) => search(entry, around));
    if (value === null || typeof value !== "object") return false;
    const node = value as AnyNode;
    const place = (node["place"] as Place | undefined) ?? around;
    if (node["id"] === id) {
      found = place;
      return true;
    }
    for (const key in node) if (key !== "place" && search(node[key], place)) return true;
    return false;
  };
  search([document.content, document.notes], undefined);
  return found;
}
