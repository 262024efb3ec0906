import type { Diagnostic } from "./diagnostic.ts";

/** Warnings of one rule that are told whole: most have one cause, and what else there is must stay in sight. */
const mostWhole = 5;
/** Lines that are named of the others in each file. */
const mostLines = 20;

export type Others = readonly [Diagnostic, ...Diagnostic[]];

/** Parts the diagnostics that are told whole from those of which only the places are told, by rule. Errors are all told. */
export function withoutRepeats(diagnostics: readonly Diagnostic[]): {
  readonly whole: readonly Diagnostic[];
  readonly others: readonly Others[];
} {
  const counts = new Map<string, number>();
  for (const { rule } of diagnostics) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const told = new Map<string, number>();
  const others = new Map<string, [Diagnostic, ...Diagnostic[]]>();
  const whole = diagnostics.filter((diagnostic) => {
    const { rule, severity, place } = diagnostic;
    // One more than are told whole takes no more lines than saying that there is one more.
    const isFew = (counts.get(rule) ?? 0) <= mostWhole + 1;
    if (severity === "error" || place === undefined || isFew) return true;
    const count = (told.get(rule) ?? 0) + 1;
    told.set(rule, count);
    if (count <= mostWhole) return true;
    const before = others.get(rule);
    if (before === undefined) others.set(rule, [diagnostic]);
    else before.push(diagnostic);
    return false;
  });
  return { whole, others: [...others.values()] };
}

/** "a.md: 4, 7, 9; b.md: 3". */
export function placesOf(diagnostics: readonly Diagnostic[]): string {
  const byFile = new Map<string, Set<number>>();
  for (const { place } of diagnostics) {
    if (place === undefined) continue;
    const lines = byFile.get(place.file) ?? new Set();
    byFile.set(place.file, lines.add(place.line));
  }
  const texts = [...byFile].map(([file, lines]) => {
    const few = [...lines].slice(0, mostLines).join(", ");
    const more = lines.size - mostLines;
    return `${file}: ${lines.size === 1 ? "line" : "lines"} ${few}${more > 0 ? ` and ${more} more` : ""}`;
  });
  return texts.join("; ");
}
