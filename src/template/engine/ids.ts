import type { Nodes } from "mdast";
import type { Place, Report } from "../../diagnostics/index.ts";

/** What has an id. A thing of the source that is printed twice gives it to its first print and stays silent. */
export type IdOwner = {
  /** Written in a template; printed by one as a value; on a node of the source. */
  readonly kind: "literal" | "printed" | "node";
  /** Where the author has to look. */
  readonly place?: Place;
};

export type IdRegister = Map<string, IdOwner>;

export function ownerOfText(printed: boolean, place: Place | undefined): IdOwner {
  return { kind: printed ? "printed" : "literal", ...(place && { place }) };
}

/** `file` is that of the source, where it is known. */
export function ownerOfNode(node: Nodes, file: string | undefined): IdOwner {
  const { position } = node;
  if (position === undefined) return { kind: "node" };
  const { line, column } = position.start;
  return { kind: "node", place: { file: file ?? "", line, column } };
}

/** Whether the id is free, and then taken; says so when two different things want it. */
export function takeId(register: IdRegister, id: string, owner: IdOwner, report: Report): boolean {
  const first = register.get(id);
  if (first === undefined) {
    register.set(id, owner);
    return true;
  }
  if (isSame(first, owner)) return false;
  const place = owner.place?.file === "" ? undefined : owner.place;
  const where = first.place?.file ? ` (${first.place.file}:${first.place.line})` : "";
  report({
    rule: "id-names-one-thing",
    severity: "warning",
    message: `The id "${id}" is taken already${where}, so that this second thing lost it.`,
    ...(place && { place }),
    hints: ["Give one of the two another id; in a loop, print one that differs."],
  });
  return false;
}

/** Printed ids name what the data names: the node of the same id, or the same record once more. */
function isSame(first: IdOwner, second: IdOwner): boolean {
  if (first.kind === "literal" || second.kind === "literal") return false;
  if (first.kind === "printed" || second.kind === "printed") return true;
  const { place } = first;
  return (
    place === undefined ||
    second.place === undefined ||
    (place.file === second.place.file &&
      place.line === second.place.line &&
      place.column === second.place.column)
  );
}
