import type { Building } from "./building.ts";
import type { Model } from "./model.ts";
export function checkModel(_model: Model, _building: Building): void {}
