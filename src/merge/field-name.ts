import type { Place, Report } from "../diagnostics/index.ts";

/** What the source, templates and `--out` can say: letters of any script, digits, underscores, hyphens within. */
const sayable = /^\p{L}[\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]+)*$/u;

/**
 * The name of a field as it is said: whatever parts its words becomes one hyphen, so that "Postal code (home)" and
 * `Postal-code-home` are one. What cannot be said is returned as it is.
 */
export function fieldName(written: string): string {
  const name = written
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return sayable.test(name) ? name : written.trim();
}

/**
 * The names of fields, by their columns; undefined for one that cannot be said, whose values are left out. Two of one name are an
 * error, since nobody knows which is meant.
 */
export function sayableFields(
  written: readonly string[],
  place: Place,
  report: Report,
): readonly (string | undefined)[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  return written.map((each) => {
    const name = fieldName(each);
    if (!sayable.test(name)) {
      report({
        rule: "field-is-named",
        severity: "warning",
        message: `"${name}" cannot be the name of a field.`,
        place,
        hints: ["Its values are left out. A name begins with a letter."],
      });
      return undefined;
    }
    if (seen.has(name) && !twice.has(name))
      report({
        rule: "field-is-named",
        severity: "error",
        message: `Two fields are called "${name}".`,
        place,
        hints: ["Give one of them another name."],
      });
    if (seen.has(name)) twice.add(name);
    seen.add(name);
    return name;
  });
}
