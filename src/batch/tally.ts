import type { Diagnostic } from "../diagnostics/index.ts";
import type { BatchResult } from "./run-batch.ts";

/** More than anybody reads; the others are counted. */
const mostTold = 200;

export type BatchSummary = {
  readonly all: number;
  readonly written: number;
  /** Of those written, the ones that stood or were copied. */
  readonly reused: number;
  /** Each once, in the order of the records; those beyond a number are only counted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly untold: number;
  readonly ok: boolean;
};

export type Tally = {
  readonly add: (result: BatchResult) => void;
  readonly summary: () => BatchSummary;
};

/** Counts what is done, and gathers what is to be told without growing with the number of records. */
export function createTally(early: readonly Diagnostic[], all: number): Tally {
  const told = new Map<string, { readonly diagnostic: Diagnostic; readonly record: number }>();
  let untold = 0;
  let written = 0;
  let reused = 0;
  let failed = early.some(isError);
  const tell = (diagnostic: Diagnostic, record: number): void => {
    failed ||= isError(diagnostic);
    const key = JSON.stringify(diagnostic);
    const before = told.get(key);
    if (before !== undefined && before.record <= record) return;
    if (before === undefined && told.size >= mostTold) untold += 1;
    else told.set(key, { diagnostic, record });
  };
  for (const diagnostic of early) tell(diagnostic, 0);
  return {
    add(result) {
      if (result.written) written += 1;
      if (result.written && result.reuse !== undefined) reused += 1;
      for (const diagnostic of result.diagnostics)
        tell(diagnostic, result.target.record?.number ?? 0);
    },
    summary() {
      const inOrder = [...told.values()].sort((a, b) => a.record - b.record);
      const diagnostics = inOrder.map(({ diagnostic }) => diagnostic);
      return { all, written, reused, diagnostics, untold, ok: !failed && written === all };
    },
  };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
