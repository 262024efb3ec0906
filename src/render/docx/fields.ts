import type { Child } from "./element.ts";
import { element } from "./element.ts";

/** A field whose result is written with it and which is not marked as dirty, so that Word opens the file without a question (17.16.18). */
export function field(instruction: string, ...result: readonly Child[]): readonly Child[] {
  return [...fieldStart(instruction), ...result, fieldEnd()];
}

export function simpleField(instruction: string, result: string): readonly Child[] {
  return field(
    instruction,
    element("w:r", undefined, element("w:t", { "xml:space": "preserve" }, result)),
  );
}

/** The part before the result; the result may run over several paragraphs. */
export function fieldStart(instruction: string): readonly Child[] {
  return [
    character("begin"),
    element(
      "w:r",
      undefined,
      element("w:instrText", { "xml:space": "preserve" }, ` ${instruction} `),
    ),
    character("separate"),
  ];
}

export function fieldEnd(): Child {
  return character("end");
}

function character(type: "begin" | "separate" | "end"): Child {
  return element("w:r", undefined, element("w:fldChar", { "w:fldCharType": type }));
}
