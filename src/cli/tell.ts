import type { Foreseen, TargetResult } from "../build/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { encodingOf, formatGithub, formatJson, formatPretty } from "../diagnostics/index.ts";
import type { World } from "./world.ts";

export const diagnosticFormats = ["pretty", "json", "github"] as const;
export type DiagnosticFormat = (typeof diagnosticFormats)[number];

/** Prints what the author has to know, and how much of it there is. `standardInput` gives the text of the source "-". */
export function tell(
  diagnostics: readonly Diagnostic[],
  format: DiagnosticFormat,
  world: World,
  standardInput?: () => Uint8Array | undefined,
): void {
  if (format === "json") {
    world.error(`${formatJson(diagnostics)}\n`);
    return;
  }
  if (diagnostics.length === 0) return;
  if (format === "github") {
    world.error(`${formatGithub(diagnostics)}\n`);
    return;
  }
  const bytesOf = (file: string): Uint8Array | undefined =>
    file === "-" && standardInput !== undefined
      ? standardInput()
      : (world.host.read(file) ?? world.host.shipped(file));
  const readText = (file: string): string | undefined => {
    const bytes = bytesOf(file);
    return bytes === undefined ? undefined : new TextDecoder(encodingOf(bytes)).decode(bytes);
  };
  world.error(
    `${formatPretty(diagnostics, readText, { colour: world.colour, width: world.width })}\n${count(diagnostics)}\n`,
  );
}

function count(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ];
  return `${parts.join(", ")}.`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `make   out/a.pdf: "data/a.md" changed`. */
export function tellForeseen({ target, would, why }: Foreseen, world: World): void {
  const what = { stand: "stands", copy: "copy", make: "make" }[would];
  world.out(`${what.padEnd(6)} ${target.output}${why.length === 0 ? "" : `: ${why.join(", ")}`}\n`);
}

/** Why a file was made again; nothing when it stood. */
export function tellWhy(
  { target, reuse, why = [] }: Pick<TargetResult, "target" | "reuse" | "why">,
  world: World,
): void {
  if (reuse === "standing" || why.length === 0) return;
  world.error(`${target.output}: ${why.join(", ")}\n`);
}
