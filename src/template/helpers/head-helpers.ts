import { parseDate, printDate } from "../../model/index.ts";
import type { Call, Helper } from "../engine/index.ts";
import { isValue, textValue } from "../engine/index.ts";
import { fieldOf, headValue } from "../view/fields.ts";
import type { Making } from "../view/making.ts";
import { wordsOf } from "./arguments.ts";

/** Helpers that read the head of the source. */
export function headHelpers(making: Making): readonly (readonly [string, Helper])[] {
  return [
    ["field", (call) => fieldOf(making, wordsOf(call.values[0]))],
    ["raw", (call) => raw(making, call)],
    ["date", (call) => date(making, call.values[0])],
    ["as-of", () => (making.asOf === undefined ? null : date(making, making.asOf))],
    ["address", ({ values }) => address(values[0])],
    ["item", item],
  ];
}

/** `(raw "variant")`: the text as the head has it, for comparing; null where it is no text. */
function raw(making: Making, { values }: Call): string | null {
  const value = headValue(making, wordsOf(values[0]));
  return value?.kind === "text" ? value.text : null;
}

/** `{{date "2012-03"}}`: an ISO date in words; other words stay as they are. */
function date(making: Making, value: unknown): unknown {
  const text = wordsOf(value);
  const parsed = parseDate(text);
  if (parsed === undefined) return value ?? null;
  const words = printDate(parsed, making.documentLanguage);
  return isValue(value) && value.place !== undefined
    ? textValue(words, value.place)
    : textValue(words);
}

/** `(item list "step" "prepared")`: the first record of a list whose field has this value; null without one. */
function item({ values }: Call): unknown {
  const [list, name, wanted] = values;
  if (!Array.isArray(list)) return null;
  const key = wordsOf(name);
  const found = list.find(
    (entry: unknown) =>
      typeof entry === "object" &&
      entry !== null &&
      Object.hasOwn(entry, key) &&
      wordsOf(Reflect.get(entry, key)) === wordsOf(wanted),
  );
  return found ?? null;
}

/** `{{address url}}`: an address as it is read, without its scheme; null for nothing. */
function address(value: unknown): unknown {
  const text = wordsOf(value).replace(/^https?:\/\//, "");
  if (text === "") return null;
  return isValue(value) && value.place !== undefined
    ? textValue(text, value.place)
    : textValue(text);
}
