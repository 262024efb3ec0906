import { similarNames } from "../diagnostics/index.ts";

/** Among more names than these nobody looks for a similar one, so that many faults in a large source stay cheap. */
const mostNames = 2000;

/** "Did you mean …?", once for each similar name. */
export function didYouMean(name: string, known: Iterable<string>): readonly string[] {
  const names: string[] = [];
  for (const one of known) {
    if (names.length === mostNames) break;
    names.push(one);
  }
  return similarNames(name, names).map((near) => `Did you mean "${near}"?`);
}
