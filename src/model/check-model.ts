import type { Building } from "./building.ts";
import { checkBriefs } from "./checks/briefs.ts";
import { checkFacts } from "./checks/facts.ts";
import { checkLooseDates } from "./checks/loose-dates.ts";
import { checkReferences } from "./checks/references.ts";
import { checkSlides } from "./checks/slides.ts";
import { checkStanding } from "./checks/standing.ts";
import type { Model } from "./model.ts";
import { createSuggest } from "./near.ts";

/** Follows what refers to something else, and compares what is said twice. */
export function checkModel(model: Model, building: Building): void {
  const { report, facts, selections, pieces, lost } = building;
  const suggest = createSuggest();
  checkReferences({ model, suggest, report }, lost);
  checkFacts(model, facts, lost, suggest, report);
  checkBriefs(model, suggest, report);
  checkSlides(model, selections, report);
  checkStanding(model, report);
  const tiesDates = facts.some(({ to }) => to.includes("."));
  if (tiesDates) checkLooseDates(model, pieces, report);
}
