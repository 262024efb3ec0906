import { blockHelpers } from "./block-helpers.ts";
import type { Helper } from "./helper.ts";
import { valueHelpers } from "./value-helpers.ts";

/** The helpers that every template has. */
export function standardHelpers(): ReadonlyMap<string, Helper> {
  return new Map([...blockHelpers, ...valueHelpers]);
}
