import type { Diagnostic } from "../../diagnostics/index.ts";
import type { Meter } from "./budget.ts";
import type { Helper } from "./helper.ts";
import type { Writer } from "./output.ts";
import type { Span, Template } from "./template.ts";
import { placeOf } from "./template.ts";

/** What one run of a template shares. */
export type Run = {
  readonly partials: ReadonlyMap<string, Template>;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly writer: Writer;
  readonly meter: Meter;
  readonly diagnostics: Diagnostic[];
  /** What was said, so that a loop says it once. */
  readonly said: Set<string>;
};

export function say(
  run: Run,
  template: Template,
  node: Span,
  rule: string,
  message: string,
  hints: readonly string[],
): void {
  const place = placeOf(template, node);
  const key = `${rule} ${place.file}:${place.line}:${place.column} ${message}`;
  if (run.said.has(key)) return;
  run.said.add(key);
  run.diagnostics.push({ rule, severity: "error", message, place, hints });
}
