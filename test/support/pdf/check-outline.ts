import type { PdfDictionary, PdfObjects, PdfValue } from "./objects.ts";
import { stringOf } from "./objects.ts";

/** Counts and neighbours of bookmarks (ISO 32000-1, 12.3.3). */
export function checkOutline(objects: PdfObjects, root: PdfDictionary, faults: string[]): void {
  if (root["/Outlines"] === undefined) return;
  const outline = objects.dictionary(root["/Outlines"]);
  const shown = checkLevel(objects, outline, String(root["/Outlines"]), faults);
  if (outline["/Count"] !== shown)
    faults.push(`The outline counts ${String(outline["/Count"])}, not ${shown}.`);
}

/** Gives the number of items that show when the level is open. */
function checkLevel(
  objects: PdfObjects,
  parent: PdfDictionary,
  reference: string,
  faults: string[],
): number {
  let shown = 0;
  let before: PdfValue | undefined;
  let at = parent["/First"];
  while (at !== undefined) {
    const item = objects.dictionary(at);
    const title = stringOf(item["/Title"]);
    if (item["/Parent"] !== reference) faults.push(`The bookmark "${title}" has another parent.`);
    if (item["/Prev"] !== before) faults.push(`The bookmark "${title}" has another before it.`);
    shown += 1;
    if (item["/First"] !== undefined) {
      const inner = checkLevel(objects, item, String(at), faults);
      const count = Number(item["/Count"]);
      if (Math.abs(count) !== inner)
        faults.push(`The bookmark "${title}" counts ${count}, not ${inner}.`);
      if (count > 0) shown += inner;
    }
    before = at;
    at = item["/Next"];
  }
  if (parent["/Last"] !== before) faults.push("The last bookmark is not the last.");
  return shown;
}
