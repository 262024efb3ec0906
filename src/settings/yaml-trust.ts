import type { Diagnostic, Report } from "../diagnostics/index.ts";

/**
 * Passes on what is told of values, except of those from the first fault of syntax on: what stands there was guessed, and what would be
 * told of it is the same fault again.
 */
export function ofWhatWasRead(report: Report, syntax: readonly Diagnostic[]): Report {
  const lines = syntax
    .filter(({ rule }) => rule === "yaml-is-well-formed")
    .map(({ place }) => place?.line ?? 0);
  if (lines.length === 0) return report;
  const first = Math.min(...lines);
  return (diagnostic) => {
    if (diagnostic.place === undefined || diagnostic.place.line < first) report(diagnostic);
  };
}
