import { plainText } from "../../source/index.ts";
import type { Call } from "../engine/index.ts";
import { isValue } from "../engine/index.ts";

/** The words of an argument; empty for nothing, a list or a record. */
export function wordsOf(argument: unknown): string {
  if (isValue(argument)) {
    return argument.kind === "text" ? argument.text : plainText([...argument.nodes]);
  }
  return typeof argument === "string" || typeof argument === "number" ? String(argument) : "";
}

/** The words of all arguments with hyphens between, as in `(label "standing" standing)`: `standing-planned`. */
export function joinedWords({ values }: Call): string {
  return values
    .map(wordsOf)
    .filter((words) => words !== "")
    .join("-");
}
