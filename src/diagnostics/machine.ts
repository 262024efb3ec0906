import type { Diagnostic } from "./diagnostic.ts";

/** `{ "errors": 1, "warnings": 0, "diagnostics": [ … ] }` in the order given, each as in `Diagnostic`; ends in a line end. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const report = { errors, warnings: diagnostics.length - errors, diagnostics };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** Workflow commands, a line each, that GitHub shows beside the lines of a change. */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(githubLine).join("");
}

function githubLine({ rule, severity, message, place, hints }: Diagnostic): string {
  const properties = Object.entries({
    file: place?.file,
    line: place?.line,
    endLine: place?.endLine,
    col: place?.column,
    // GitHub takes a column range on one line only.
    endColumn: place?.endLine === place?.line ? place?.endColumn : undefined,
    title: rule,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${severity} ${properties}::${escapeData([message, ...hints].join("\n"))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
