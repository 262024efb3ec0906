import type { Place } from "../diagnostics/index.ts";
import { slugOf } from "../source/index.ts";
import type { Building } from "./building.ts";
import { error, placeText, warning } from "./building.ts";

const isId = (text: string): boolean => /^[a-z][a-z0-9-]*$/.test(text);

/** Takes an id that the author gave. False when it cannot be used, which is reported. */
export function declareId(building: Building, id: string, place: Place): boolean {
  const first = building.ids.get(id);
  if (first !== undefined) {
    error(building.report, "id-is-unique", place, [
      `The id "${id}" is given twice; it stands first at ${placeText(first)}.`,
      "Give one of the two another id.",
    ]);
    return false;
  }
  if (building.types.has(id)) {
    error(building.report, "id-is-well-formed", place, [
      `The id "${id}" is the name of a record type, so that a selection could mean either.`,
      "Give it another id.",
    ]);
    return false;
  }
  if (!isId(id)) {
    warning(building.report, "id-is-well-formed", place, [
      `The id "${id}" should begin with a small letter and have only small letters, digits and hyphens.`,
      `Write "${slugOf(id)}".`,
    ]);
  }
  building.ids.set(id, place);
  return true;
}

/** Gives ids to what has none, made from words: `milestones`, then `milestones-2`. Ids that are given or made are not made again. */
export function createIdMaker(building: Building): (words: string, place: Place) => string {
  const counts = new Map<string, number>();
  const isTaken = (id: string): boolean => building.ids.has(id) || building.types.has(id);
  return (words, place) => {
    const base = slugOf(words);
    let count = counts.get(base) ?? 1;
    let id = count === 1 ? base : `${base}-${count}`;
    while (isTaken(id)) {
      count += 1;
      id = `${base}-${count}`;
    }
    counts.set(base, count + 1);
    building.ids.set(id, place);
    return id;
  };
}
