import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { PreparedForm } from "./prepared.ts";
import { readYaml } from "./yaml.ts";

/** Words that a template prints itself, by key. */
export type Labels = ReadonlyMap<string, string>;

/** Reads `labels.en.yaml`: `key: words`, one level deep. */
export function readLabels(file: string, text: string): Outcome<Labels> {
  const yaml = readYaml(file, text);
  const diagnostics: Diagnostic[] = [...yaml.diagnostics];
  const labels = new Map<string, string>();
  if (yaml.value.kind !== "map") {
    diagnostics.push({
      rule: "labels-are-texts",
      severity: "error",
      message: "Labels are a map of keys and their words.",
      place: yaml.value.place,
      hints: ['Write one label a line, as in "annex: Annex".'],
    });
    return { value: labels, diagnostics };
  }
  for (const [key, value] of yaml.value.entries) {
    if (value.kind === "text") labels.set(key, value.text);
    else {
      diagnostics.push({
        rule: "labels-are-texts",
        severity: "error",
        message: `The label "${key}" is not a text.`,
        place: value.place,
        hints: ['Write one label a line, as in "annex: Annex".'],
      });
    }
  }
  return { value: labels, diagnostics };
}

export const labelsForm: PreparedForm<Labels> = {
  to: (labels) => [...labels],
  from: (json) => new Map(json as readonly (readonly [string, string])[]),
};
