import type { Operation } from "./content.ts";
import { operationsOf } from "./content.ts";
import type { PdfDictionary, PdfObjects } from "./objects.ts";

const closings: Readonly<Record<string, string>> = { Q: "q", ET: "BT", EMC: "BDC" };

/** Balance of states, marks and texts; resources that are asked for. Gives the numbers of the marks. */
export function checkPage(
  objects: PdfObjects,
  page: string,
  number: number,
  faults: string[],
): readonly number[] {
  const { "/Contents": contents, "/Resources": resources } = objects.dictionary(page);
  const fonts = objects.dictionary(objects.dictionary(resources)["/Font"]);
  const images = objects.dictionary(objects.dictionary(resources)["/XObject"]);
  const open: string[] = [];
  const marks: number[] = [];
  for (const operation of operationsOf(objects.stream(contents))) {
    const { operator } = operation;
    if (operator === "q" || operator === "BT") open.push(operator);
    if (operator === "BDC" || operator === "BMC") {
      open.push("BDC");
      checkMark(operation, open, marks, number, faults);
    }
    const opening = closings[operator];
    if (opening !== undefined && open.pop() !== opening) {
      faults.push(`Page ${number}: ${operator} closes no ${opening}.`);
    }
    const missing = missingResource(operation, fonts, images);
    if (missing !== undefined) faults.push(`Page ${number}: there is no ${missing}.`);
    if (/^(TJ|Tj|f|S|Do|c)$/.test(operator) && !open.includes("BDC")) {
      faults.push(`Page ${number}: ${operator} paints outside of every mark.`);
    }
  }
  if (open.length > 0) faults.push(`Page ${number}: ${open.join(" ")} not closed.`);
  return marks;
}

function missingResource(
  { operator, operands }: Operation,
  fonts: PdfDictionary,
  images: PdfDictionary,
): string | undefined {
  const resources = operator === "Tf" ? fonts : operator === "Do" ? images : undefined;
  const asked = operands[0] ?? "";
  return resources === undefined || resources[asked] !== undefined ? undefined : asked;
}

function checkMark(
  { operands }: Operation,
  open: readonly string[],
  marks: number[],
  number: number,
  faults: string[],
): void {
  const mark = /\/MCID (\d+)/.exec(operands[1] ?? "")?.[1];
  if (mark === undefined) return;
  if (marks.includes(Number(mark))) faults.push(`Page ${number}: two marks ${mark}.`);
  if (open.filter((each) => each === "BDC").length > 1)
    faults.push(`Page ${number}: mark ${mark} within another.`);
  marks.push(Number(mark));
}
