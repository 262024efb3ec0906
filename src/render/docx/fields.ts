import type { Child } from "./element.ts";
import { element } from "./element.ts";
import { textRun } from "./text.ts";

/** Properties for a run of a field; asked once a run. Absent: those of the paragraph. */
export type RunProperties = () => Child | undefined;

/**
 * A field whose result is written with it and which is not marked as dirty, so that Word opens the file without a question (17.16.18).
 * A field that is updated looks as its instruction does, which is why that has the properties of the result.
 */
export function field(
  instruction: string,
  result: readonly Child[],
  properties: RunProperties = () => undefined,
): readonly Child[] {
  return [...fieldStart(instruction, properties), ...result, fieldEnd(properties)];
}

export function simpleField(instruction: string, result: string): readonly Child[] {
  return field(instruction, [textRun(result)]);
}

/**
 * The printed page of a bookmark (17.16.5.45). The field knows the number alone: the letter of an annex stands before it in words, as in the
 * footer, so that an update leaves it.
 */
export function pageReference(
  bookmark: string,
  label: string,
  shown: (text: string) => readonly Child[],
  properties?: RunProperties,
): readonly Child[] {
  const [letter = ""] = /^[A-Z]+-/.exec(label) ?? [];
  return [
    ...(letter === "" ? [] : shown(letter)),
    ...field(`PAGEREF ${bookmark} \\h`, shown(label.slice(letter.length)), properties),
  ];
}

/** The part before the result; the result may run over several paragraphs. */
export function fieldStart(
  instruction: string,
  properties: RunProperties = () => undefined,
): readonly Child[] {
  return [
    character("begin", properties),
    element(
      "w:r",
      undefined,
      properties(),
      element("w:instrText", { "xml:space": "preserve" }, ` ${instruction} `),
    ),
    character("separate", properties),
  ];
}

export function fieldEnd(properties: RunProperties = () => undefined): Child {
  return character("end", properties);
}

function character(type: "begin" | "separate" | "end", properties: RunProperties): Child {
  return element("w:r", undefined, properties(), element("w:fldChar", { "w:fldCharType": type }));
}
