/** What authors are told: diagnostics, how they are gathered, ordered and printed. */
export { type Collector, createCollector } from "./collector.ts";
export type { Diagnostic, Outcome, Place, Report, Severity } from "./diagnostic.ts";
export { inOrder } from "./order.ts";
export { lineStarts, placeAt } from "./place.ts";
export { similarNames } from "./similar-names.ts";
