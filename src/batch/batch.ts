import type { Host } from "../host/index.ts";
import type { BatchOptions } from "./plan-batch.ts";
import { planBatch } from "./plan-batch.ts";
import type { BatchResult } from "./run-batch.ts";
import { runRecord } from "./run-batch.ts";
import type { BatchSummary } from "./tally.ts";
import { createTally } from "./tally.ts";
import type { Workers } from "./workers/pool.ts";

export type BatchRun = BatchOptions & {
  /** Told after each file, in the order in which they are done. */
  readonly onResult?: (result: BatchResult, all: number) => void;
  /** Other threads that do the work; absent: this one does it. */
  readonly workers?: Workers;
  /** Whether this thread does so many by itself all the same. */
  readonly inline?: (all: number) => boolean;
};

/** Makes one document for each record of a file. */
export async function runBatch(options: BatchRun, host: Host): Promise<BatchSummary> {
  const { onResult, workers, inline, ...rest } = options;
  const plan = planBatch(rest, host);
  const tally = createTally(plan.diagnostics, plan.targets.length);
  const done = (result: BatchResult): void => {
    tally.add(result);
    onResult?.(result, plan.targets.length);
  };
  if (workers === undefined || inline?.(plan.targets.length) === true) {
    for (const target of plan.targets) done(await runRecord(target, plan.blanks, plan.begun));
  } else {
    await workers(plan.targets, done);
  }
  plan.begun.end();
  return tally.summary();
}
