// Total fit: the best breaks of a list of boxes, for lines and for pages.
export { totalFit, totalFit as fit } from "./fit.ts";
export { greedyFit } from "./greedy.ts";
export type { Fit, FitPolicy } from "./policy.ts";
export { isEven, ratioOf } from "./policy.ts";
export type { Segments } from "./segments.ts";
export { newSegments, sumsOf } from "./segments.ts";
