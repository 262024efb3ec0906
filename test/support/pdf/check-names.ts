import type { PdfDictionary, PdfObjects, PdfValue } from "./objects.ts";
import { stringOf } from "./objects.ts";

/** Names in the order of their bytes, within the limits of their leaf. */
export function checkNames(objects: PdfObjects, root: PdfDictionary, faults: string[]): void {
  const names = destinationNames(objects, root);
  for (const [index, name] of names.entries()) {
    const before = names[index - 1];
    if (before !== undefined && compareBytes(before, name) >= 0) {
      faults.push(`The name "${name}" stands after "${before}".`);
    }
  }
}

function destinationNames(objects: PdfObjects, root: PdfDictionary): readonly string[] {
  const names: string[] = [];
  const visit = (node: PdfValue | undefined): void => {
    const { "/Kids": kids, "/Names": own } = objects.dictionary(node);
    for (const [index, name] of objects.array(own).entries()) {
      if (index % 2 === 0) names.push(stringOf(name));
    }
    for (const kid of objects.array(kids)) visit(kid);
  };
  visit(objects.dictionary(root["/Names"])["/Dests"]);
  return names;
}

function compareBytes(left: string, right: string): number {
  const [a, b] = [new TextEncoder().encode(left), new TextEncoder().encode(right)];
  for (const [index, byte] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (byte !== other) return byte - other;
  }
  return a.length - b.length;
}

/** Every link and bookmark that leads to a name finds it. */
export function checkDestinations(
  objects: PdfObjects,
  root: PdfDictionary,
  faults: string[],
): void {
  const names = new Set(destinationNames(objects, root));
  for (const reference of objects.references) {
    const destination = objects.dictionary(reference)["/Dest"];
    if (typeof destination === "string" && !names.has(stringOf(destination))) {
      faults.push(`Nothing is named "${stringOf(destination)}".`);
    }
  }
}
