import type { Diagnostic, Severity } from "../diagnostics/index.ts";
import type { ReadParagraph } from "./reading.ts";

/** Tells a fault: at a paragraph, or of the whole file, in the part that would say what is missing. */
export type Tell = (fault: {
  readonly rule: string;
  /** `error` keeps somebody from the content; `warning` makes it harder. */
  readonly severity: Severity;
  /** A sentence without its place. */
  readonly message: string;
  readonly at: Pick<ReadParagraph, "part" | "number" | "text"> | { readonly part: string };
  readonly hints: readonly string[];
}) => void;

/** So many faults of one rule are told one by one. */
const most = 20;

/**
 * Gathers faults as diagnostics. A place is the part of the file and the number of the paragraph in it, as in
 * `report.docx/word/document.xml:12`, since a Word file has no lines; how the paragraph begins is the first hint.
 */
export function createTeller(file: string): {
  readonly tell: Tell;
  readonly diagnostics: () => readonly Diagnostic[];
} {
  const told: Diagnostic[] = [];
  const counts = new Map<string, number>();
  return {
    tell({ rule, severity, message, at, hints }) {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count > most) return;
      const shown = "number" in at ? [`Paragraph ${at.number}: ${excerpt(at.text)}.`] : [];
      const line = "number" in at ? at.number : 1;
      const place = { file: `${file}/${at.part}`, line, column: 1 };
      told.push({ rule, severity, message, place, hints: [...shown, ...hints] });
    },
    diagnostics: () => [
      ...told,
      ...[...counts]
        .filter(([, count]) => count > most)
        .map(([rule, count]): Diagnostic => {
          const { severity = "warning", place } = told.find((each) => each.rule === rule) ?? {};
          const message = `The rule "${rule}" is broken ${count} times; the first ${most} are told.`;
          return { rule, severity, message, ...(place && { place }), hints: [] };
        }),
    ],
  };
}

function excerpt(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain === "") return "it has no text";
  const units = [...plain];
  return units.length > 60 ? `"${units.slice(0, 59).join("")}…"` : `"${plain}"`;
}
