import type { Heading } from "../../../document/index.ts";
import { planInline } from "./plan-inline.ts";
import type { Planning } from "./planning.ts";
import { inside, planNode } from "./planning.ts";

/** A heading of the level of where it stands; which it gets is settled when all are known. */
export function planHeading(heading: Heading | undefined, planning: Planning): void {
  if (heading === undefined) return;
  const element = planNode(planning, "H", heading, { level: planning.level });
  planInline(heading.children, inside(planning, element));
}
