import type { DocxContext } from "./context.ts";
import type { Child } from "./element.ts";
import { element, valued } from "./element.ts";
import { textRun } from "./text.ts";

const checked = "☒";
const unchecked = "☐";

/** A box that can be ticked in Word: a content control with the check box of Word 2010 (MS-DOCX 2.6.1.1). */
export function checkBox(isChecked: boolean, context: DocxContext): Child {
  const state = (name: string, character: string): Child =>
    element(name, {
      "w14:val": character.codePointAt(0)?.toString(16).toUpperCase(),
      "w14:font": "Segoe UI Symbol",
    });
  return element(
    "w:sdt",
    undefined,
    element(
      "w:sdtPr",
      undefined,
      valued("w:id", context.next("control")),
      element(
        "w14:checkbox",
        undefined,
        element("w14:checked", { "w14:val": isChecked ? 1 : 0 }),
        state("w14:checkedState", checked),
        state("w14:uncheckedState", unchecked),
      ),
    ),
    element("w:sdtContent", undefined, textRun(isChecked ? checked : unchecked, "ChoiceBox")),
  );
}
