import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import { valueIn } from "./blanks.ts";
import { fieldName } from "./field-name.ts";
import type { MergeTable } from "./record.ts";

/** Names that Windows keeps for devices, with any extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export type NamedOutputs = {
  /** By record, in order, then by format. */
  readonly outputs: readonly (readonly string[])[];
};

/**
 * The file of each record by a pattern such as `out/{{id}}.pdf`, in which `{{number}}` counts the records and `{{format}}` is the
 * format. Faults and names that occur twice are told for all records at once, before anything is made.
 */
export function nameOutputs(
  pattern: string,
  table: MergeTable,
  formats: readonly string[],
): Outcome<NamedOutputs> {
  const diagnostics: Diagnostic[] = [];
  const parts = pattern
    .split(/\{\{\s*(?:record\.)?([^{}]*)\}\}/)
    .map((part, index) => (index % 2 === 0 ? part : fieldName(part)));
  const known = [...table.fields, "number", "format"];
  const unknown = parts.filter((name, index) => index % 2 === 1 && !known.includes(name));
  for (const name of unknown) {
    const near = similarNames(name, known).map((other) => `Did you mean "${other}"?`);
    diagnostics.push({
      rule: "field-exists",
      severity: "error",
      message: `The records of "${table.file}" have no field "${name}", which --out names.`,
      hints: [...near, `They have: ${known.join(", ")}.`],
    });
  }
  if (unknown.length > 0) return { value: { outputs: [] }, diagnostics };
  const owners = new Map<string, number>();
  const outputs = table.records.map(({ number, values, place }) =>
    formats.map((format) => {
      const own = { ...values, number: valueIn(values, "number") || String(number), format };
      const name = parts
        .map((part, index) => (index % 2 === 0 ? part : valueIn(own, part)))
        .join("");
      const wrong = faultOf(parts, own);
      if (wrong !== undefined)
        diagnostics.push({
          rule: "output-name-is-a-name",
          severity: "error",
          message: `The record ${number} would write "${name}", but "${wrong}" cannot be part of a file name.`,
          place,
          hints: ["Use a field of letters, digits, hyphens and full stops, or {{number}}."],
        });
      // Windows and macOS take small and capital letters, and composed and decomposed ones, for the same.
      const key = name.normalize("NFC").toLowerCase();
      const other = owners.get(key);
      if (other !== undefined)
        diagnostics.push({
          rule: "outputs-differ",
          severity: "error",
          message: `The records ${other} and ${number} would write the same file, "${name}".`,
          place,
          hints: ["Name the files by a field that tells the records apart, or add {{number}}."],
        });
      owners.set(key, number);
      return name;
    }),
  );
  return { value: { outputs }, diagnostics };
}

/** The value that would lead to another folder, or that some system has no files of; undefined when all are fit. */
function faultOf(
  parts: readonly string[],
  values: Readonly<Record<string, string>>,
): string | undefined {
  return parts
    .filter((_, index) => index % 2 === 1)
    .map((name) => valueIn(values, name))
    .find((value) => !isFit(value));
}

function isFit(value: string): boolean {
  if (value === "" || value.length > 100 || /^[. ]|[. ]$/.test(value)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for.
  return !/[\u0000-\u001f\u007f<>:"/\\|?*]/.test(value) && !device.test(value);
}
