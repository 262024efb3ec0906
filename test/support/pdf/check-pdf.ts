import { checkDestinations, checkNames } from "./check-names.ts";
import { checkOutline } from "./check-outline.ts";
import { checkPage } from "./check-page.ts";
import { checkParents } from "./check-structure.ts";
import type { PdfObjects, PdfValue } from "./objects.ts";
import { readObjects } from "./objects.ts";

/** What validators do not see: each fault a sentence; empty when all is well. Throws when the file cannot be read. */
export async function checkPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const objects = await readObjects(bytes);
  const root = objects.dictionary(objects.trailer["/Root"]);
  const faults: string[] = [];
  const marks = objects.pages.map((page, index) => checkPage(objects, page, index + 1, faults));
  checkParents(objects, root, marks, faults);
  checkOutline(objects, root, faults);
  checkNames(objects, root, faults);
  checkDestinations(objects, root, faults);
  checkReferences(objects, faults);
  return faults;
}

/** Every reference leads to an object. */
function checkReferences(objects: PdfObjects, faults: string[]): void {
  const there = new Set(objects.references);
  const visit = (value: PdfValue | undefined, from: string): void => {
    if (typeof value === "string" && /^\d+ \d+ R$/.test(value)) {
      // qpdf gives nothing for what is not there, as the format asks of readers.
      if (!there.has(value) || objects.resolve(value) === null)
        faults.push(`${from} refers to ${value}, which is not there.`);
    } else if (typeof value === "object" && value !== null) {
      for (const each of Object.values(value)) visit(each as PdfValue, from);
    }
  };
  for (const reference of objects.references) visit(objects.resolve(reference), reference);
}
