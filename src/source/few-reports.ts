import type { Diagnostic, Report } from "../diagnostics/index.ts";

/** Diagnostics of one rule at most: who has read so many knows. */
const mostReports = 50;

/** Passes on the first of each rule; the last of them says how many more there are once `finish` is called. */
export function fewReports(report: Report): {
  readonly report: Report;
  readonly finish: () => void;
} {
  const held = new Map<string, { count: number; last: Diagnostic | undefined }>();
  return {
    report(diagnostic) {
      const known = held.get(diagnostic.rule) ?? { count: 0, last: undefined };
      held.set(diagnostic.rule, known);
      known.count++;
      if (known.count < mostReports) report(diagnostic);
      else known.last ??= diagnostic;
    },
    finish() {
      for (const { count, last } of held.values()) {
        if (last === undefined) continue;
        const more = count - mostReports;
        const hint = `The same holds at ${more} more places in this file.`;
        report(more > 0 ? { ...last, hints: [...last.hints, hint] } : last);
      }
    },
  };
}
