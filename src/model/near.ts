import { similarNames } from "../diagnostics/index.ts";

/** Among more names than these nobody looks for a similar one. */
const mostNames = 2000;

/** Faults that have such hints in one model; those with more are told without. */
const mostFaults = 200;

/** "Did you mean …?", once for each similar name. */
export type Suggest = (name: string, known: Iterable<string>) => readonly string[];

export const didYouMean: Suggest = (name, known) => {
  const names = firstOf(known);
  return similarNames(name, names).map((near) => `Did you mean "${near}"?`);
};

/** Suggests for the first faults of a model, so that a source with thousands of them does not take long. */
export function createSuggest(): Suggest {
  let faults = 0;
  return (name, known) => {
    faults += 1;
    return faults > mostFaults ? [] : didYouMean(name, known);
  };
}

function firstOf(known: Iterable<string>): readonly string[] {
  const names: string[] = [];
  for (const one of known) {
    if (names.length === mostNames) break;
    names.push(one);
  }
  return names;
}
