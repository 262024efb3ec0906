import type { PdfDictionary, PdfObjects, PdfValue } from "./objects.ts";

/** Every mark and annotation names its element, and the element names it, once. */
export function checkParents(
  objects: PdfObjects,
  root: PdfDictionary,
  marks: readonly (readonly number[])[],
  faults: string[],
): void {
  const tree = objects.dictionary(root["/StructTreeRoot"]);
  const owners = new Map<string, string>();
  walkElements(objects, tree["/K"], undefined, (child, owner) => {
    if (owners.has(child)) faults.push(`${child} stands in the structure twice.`);
    owners.set(child, owner);
  });
  const parents = numberTree(objects, tree["/ParentTree"]);
  const expect = (child: string, element: PdfValue | undefined): void => {
    if (element === undefined || owners.get(child) !== element) {
      faults.push(
        `${child} is of ${String(element)} and stands in ${owners.get(child) ?? "nothing"}.`,
      );
    }
    owners.delete(child);
  };
  for (const [index, page] of objects.pages.entries()) {
    const dictionary = objects.dictionary(page);
    const list = objects.array(parents.get(Number(dictionary["/StructParents"])));
    if (list.length !== marks[index]?.length) {
      faults.push(
        `Page ${index + 1} has ${marks[index]?.length} marks, its parents are ${list.length}.`,
      );
    }
    for (const mark of marks[index] ?? []) expect(`mark ${mark} of ${page}`, list[mark]);
    for (const annotation of objects.array(dictionary["/Annots"])) {
      const key = Number(objects.dictionary(annotation)["/StructParent"]);
      expect(`annotation ${String(annotation)}`, parents.get(key));
    }
  }
  for (const child of owners.keys()) faults.push(`The structure has ${child}, which is not there.`);
}

/** Children that are no elements, by the reference of the element that they stand in. */
function walkElements(
  objects: PdfObjects,
  kid: PdfValue | undefined,
  parent: { readonly reference: string; readonly page: PdfValue | undefined } | undefined,
  visit: (child: string, owner: string) => void,
): void {
  if (Array.isArray(kid)) {
    for (const each of kid) walkElements(objects, each, parent, visit);
    return;
  }
  if (kid === undefined) return;
  const owner = parent?.reference ?? "";
  const child = objects.dictionary(kid);
  const page = String(child["/Pg"] ?? parent?.page);
  if (typeof kid === "number") visit(`mark ${kid} of ${page}`, owner);
  else if (child["/Type"] === "/MCR") visit(`mark ${String(child["/MCID"])} of ${page}`, owner);
  else if (child["/Type"] === "/OBJR") visit(`annotation ${String(child["/Obj"])}`, owner);
  else walkElements(objects, child["/K"], { reference: String(kid), page: child["/Pg"] }, visit);
}

function numberTree(
  objects: PdfObjects,
  node: PdfValue | undefined,
): ReadonlyMap<number, PdfValue> {
  const numbers = objects.array(objects.dictionary(node)["/Nums"]);
  const entries = new Map<number, PdfValue>();
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    entries.set(Number(numbers[index]), numbers[index + 1] as PdfValue);
  }
  return entries;
}
