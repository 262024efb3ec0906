import { similarNames } from "../../diagnostics/index.ts";

/** Hints for a mistyped name, nearest first. */
export function didYouMean(name: string, known: Iterable<string>): readonly string[] {
  return similarNames(name, known).map((near) => `Did you mean "${near}"?`);
}
