import type { Diagnostic } from "../diagnostics/index.ts";
import type { RuleLevel } from "../settings/index.ts";
import type { Compiled } from "./compile.ts";

/** What was made, with its warnings as the project wants them. One that is raised to an error stops its document. */
export function graded(compiled: Compiled, rules: ReadonlyMap<string, RuleLevel>): Compiled {
  if (rules.size === 0) return compiled;
  const diagnostics = compiled.diagnostics.flatMap((diagnostic) => gradedOne(diagnostic, rules));
  const { bytes, ...rest } = compiled;
  const fails = diagnostics.some(({ severity }) => severity === "error");
  return { ...rest, diagnostics, ...(bytes === undefined || fails ? {} : { bytes }) };
}

function gradedOne(
  diagnostic: Diagnostic,
  rules: ReadonlyMap<string, RuleLevel>,
): readonly Diagnostic[] {
  const level = rules.get(diagnostic.rule);
  if (diagnostic.severity === "error" || level === undefined) return [diagnostic];
  if (level === "off") return [];
  return [{ ...diagnostic, severity: level }];
}
