import type { Report } from "../diagnostics/index.ts";
import { explainedRules, similarRules } from "../diagnostics/index.ts";
import { readMap, readOneOf } from "./yaml-fields.ts";
import type { YamlValue } from "./yaml-value.ts";

/** What becomes of the warnings of a rule: silenced, told as usual, or errors that stop their document. */
export type RuleLevel = "off" | "warning" | "error";

/**
 * `rules: {image-exists: error}`, by rule; empty when none is given. What is an error by itself stays one, since its document would be
 * wrong.
 */
export function readRules(map: YamlValue, report: Report): ReadonlyMap<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  const written = readMap(map, "rules", report);
  if (written === undefined) return levels;
  const known = explainedRules();
  for (const rule of written.entries.keys()) {
    if (!known.includes(rule)) {
      const place = written.keys.get(rule) ?? written.place;
      const near = similarRules(rule).map((name) => `Did you mean "${name}"?`);
      report({
        rule: "setting-is-known",
        severity: "error",
        message: `There is no rule "${rule}".`,
        place,
        hints: [...near, 'The command "dossier explain" lists them.'],
      });
      continue;
    }
    const level = readOneOf(written, rule, ["off", "warning", "error"], report);
    if (level !== undefined) levels.set(rule, level);
  }
  return levels;
}
