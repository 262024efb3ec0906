import type { Helper } from "../engine/index.ts";
import { standardHelpers } from "../engine/index.ts";
import type { Making } from "../view/making.ts";
import { headHelpers } from "./head-helpers.ts";
import { labelHelpers } from "./label-helpers.ts";
import { modelHelpers } from "./model-helpers.ts";

/** The helpers for one document. */
export function createHelpers(making: Making): ReadonlyMap<string, Helper> {
  return new Map([
    ...standardHelpers(),
    ...labelHelpers(making),
    ...headHelpers(making),
    ...modelHelpers(making),
  ]);
}
