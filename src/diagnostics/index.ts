/** What authors are told: diagnostics, how they are gathered, ordered, printed and explained. */
export { type Collector, createCollector } from "./collector.ts";
export type { Diagnostic, Outcome, Place, Report, Severity } from "./diagnostic.ts";
export { encodingOf } from "./encoding.ts";
export { explain, explainedRules, ruleList, similarRules } from "./explanations.ts";
export { formatGithub, formatJson } from "./machine.ts";
export { inOrder } from "./order.ts";
export { lineStarts, placeAt } from "./place.ts";
export { formatPretty, type PrettyOptions, summaryOf } from "./pretty.ts";
export { printable } from "./printable.ts";
export { similarNames } from "./similar-names.ts";
