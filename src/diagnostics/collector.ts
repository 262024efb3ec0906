import type { Diagnostic, Report } from "./diagnostic.ts";
import { inOrder } from "./order.ts";

export type Collector = {
  readonly report: Report;
  /** What was reported so far, in the order of the text and each once. */
  readonly diagnostics: () => readonly Diagnostic[];
};

/** Gathers what one run of a stage has to say. */
export function createCollector(): Collector {
  const gathered: Diagnostic[] = [];
  return {
    report: (diagnostic) => void gathered.push(diagnostic),
    diagnostics: () => inOrder(gathered),
  };
}
