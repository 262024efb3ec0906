import { frameLine } from "./code-frame.ts";
import type { Diagnostic, Place } from "./diagnostic.ts";
import { lineStarts } from "./place.ts";
import { printable } from "./printable.ts";
import type { Others } from "./repeats.ts";
import { placesOf, withoutRepeats } from "./repeats.ts";

export type PrettyOptions = {
  /** Whether to colour with ANSI sequences. */
  readonly colour: boolean;
  /** Columns of the terminal; lines of the source are cut to it. */
  readonly width: number;
};

type Paint = (text: string, style: keyof typeof styles) => string;

/** SGR parameters of ECMA-48, 8.3.117. */
const styles = { error: "1;31", warning: "1;33", bold: "1", frame: "34", hint: "36" } as const;

/**
 * Diagnostics for a person at a terminal, in the order given, parted by blank lines; empty for none.
 *
 *     error[reference-resolves]: There is no "first-2plus3".
 *       --> briefing.md:12:28
 *        |
 *     12 | first held on [29 August](fact:first-2plus3.date)
 *        |                           ^^^^^^^^^^^^^^^^^^^^^^
 *        = Did you mean "first-2plus2"?
 *
 * `readText` gives the text of a file, or undefined: then only the place is named. Of many warnings by one rule the first
 * few are printed whole, and of the others only where they are.
 */
export function formatPretty(
  diagnostics: readonly Diagnostic[],
  readText: (file: string) => string | undefined,
  options: PrettyOptions,
): string {
  const paint: Paint = (text, style) =>
    options.colour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;
  const lines = createLineReader(readText);
  const { whole, others } = withoutRepeats(diagnostics);
  return [
    ...whole.map((diagnostic) => formatOne(diagnostic, lines, paint, options.width)),
    ...others.map((same) => formatOthers(same, paint)),
  ].join("\n");
}

function formatOthers(same: Others, paint: Paint): string {
  const [{ rule, severity }] = same;
  const message = `${same.length} more warnings of this kind.`;
  const head = `${paint(`${severity}[${printable(rule)}]`, severity)}: ${paint(message, "bold")}`;
  return `${head}\n ${paint("-->", "frame")} ${printable(placesOf(same))}\n`;
}

/** "2 errors, 1 warning"; empty for none. */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  return [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", ");
}

function counted(number: number, noun: string): string {
  if (number === 0) return "";
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

type LineReader = (place: Place) => string | undefined;

function formatOne(diagnostic: Diagnostic, lines: LineReader, paint: Paint, width: number): string {
  const { severity, rule, message, place, hints } = diagnostic;
  const head = `${paint(`${severity}[${printable(rule)}]`, severity)}: ${paint(printable(message), "bold")}`;
  const gutter = String(place?.line ?? "").length;
  const blank = " ".repeat(gutter);
  const bar = paint("|", "frame");
  const printed = [head];
  if (place !== undefined) {
    const where = `${printable(place.file)}:${place.line}:${place.column}`;
    printed.push(`${blank}${paint("-->", "frame")} ${where}`);
    const line = lines(place);
    if (line !== undefined) {
      const frame = frameLine(line, place.column, endColumnOf(place, line), width - gutter - 3);
      const underline = " ".repeat(frame.indent) + paint("^".repeat(frame.length), severity);
      printed.push(`${blank} ${bar}`);
      printed.push(`${paint(String(place.line), "frame")} ${bar} ${frame.text}`.trimEnd());
      printed.push(`${blank} ${bar} ${underline}`);
    }
  }
  for (const hint of hints) {
    printed.push(`${blank} ${paint("=", "frame")} ${paint(printable(hint), "hint")}`);
  }
  return `${printed.join("\n")}\n`;
}

/** A stretch of several lines is underlined to the end of its first. */
function endColumnOf(place: Place, line: string): number {
  if (place.endLine !== undefined && place.endLine > place.line) return line.length + 1;
  return place.endColumn ?? place.column + 1;
}

/** Lines by place; each file is read and divided once. Line ends are those of any system. */
function createLineReader(readText: (file: string) => string | undefined): LineReader {
  const files = new Map<string, { readonly text: string; readonly starts: readonly number[] }>();
  return ({ file, line }) => {
    let known = files.get(file);
    if (known === undefined) {
      const text = (readText(file) ?? "").replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
      known = { text, starts: text === "" ? [] : lineStarts(text) };
      files.set(file, known);
    }
    const start = known.starts[line - 1];
    if (start === undefined) return undefined;
    const end = known.text.indexOf("\n", start);
    return known.text.slice(start, end === -1 ? undefined : end);
  };
}
