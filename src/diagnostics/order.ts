import type { Diagnostic, Place } from "./diagnostic.ts";

/**
 * By file, line and column, errors before warnings at one place, equal ones once. Those without a place come first:
 * they concern the whole run. By code unit, so that the order is the same on any machine.
 */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics
    .filter((diagnostic) => {
      const key = keyOf(diagnostic);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort(compareDiagnostics);
}

function keyOf({ rule, severity, message, place, hints }: Diagnostic): string {
  return JSON.stringify([rule, severity, message, place, hints]);
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    comparePlaces(a.place, b.place) ||
    compareTexts(a.severity, b.severity) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}

function comparePlaces(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
