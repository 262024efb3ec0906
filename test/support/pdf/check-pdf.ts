import { checkDestinations, checkNames } from "./check-names.ts";
import { checkOutline } from "./check-outline.ts";
import { checkPage } from "./check-page.ts";
import { checkParents } from "./check-structure.ts";
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
  return faults;
}
