import type { Change } from "./source-variants.ts";
import {
  combined,
  initiatives,
  longer,
  threeEvents,
  titleOfThreeLines,
  twentyFiveEvents,
  withoutQuickFacts,
} from "./source-variants.ts";

/** What every product must hold with, by name. */
export const variants: Readonly<Record<string, Change>> = {
  "as it is": (source) => source,
  longer,
  "2 initiatives": initiatives(2),
  "9 initiatives": initiatives(9),
  "3 events": threeEvents,
  "25 events": twentyFiveEvents,
  "title of 3 lines": titleOfThreeLines,
  "no quick facts": withoutQuickFacts,
  "much of all": combined(initiatives(9), twentyFiveEvents, titleOfThreeLines, longer),
  "little of all": combined(initiatives(2), threeEvents, withoutQuickFacts),
  "longer, few records": combined(initiatives(2), threeEvents, longer, titleOfThreeLines),
  "many records, no quick facts": combined(initiatives(9), twentyFiveEvents, withoutQuickFacts),
};
