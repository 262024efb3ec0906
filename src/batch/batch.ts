import type { OpenRemote, Target } from "../build/index.ts";
import { identityFor, inParallel, openRemote } from "../build/index.ts";
import type { Read } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { BatchOptions, BatchPlan } from "./plan-batch.ts";
import { planBatch } from "./plan-batch.ts";
import type { BatchResult } from "./run-batch.ts";
import { runRecord } from "./run-batch.ts";
import type { BatchSummary } from "./tally.ts";
import { createTally } from "./tally.ts";
import type { Workers } from "./workers/pool.ts";

export type BatchRun = BatchOptions & {
  /** Told after each file, in the order in which they are done. */
  readonly onResult?: (result: BatchResult, all: number) => void;
  /** Other threads that do the work of so many; absent: this one does it. */
  readonly workers?: (all: number) => Workers | undefined;
  /** Has the files made elsewhere, in place of threads. */
  readonly remote?: OpenRemote;
};

/** Makes one document for each record of a file. */
export async function runBatch(options: BatchRun, host: Host): Promise<BatchSummary> {
  const { onResult, workers, remote, ...rest } = options;
  const plan = planBatch(rest, host);
  const all = plan.targets.length;
  const tally = createTally(plan.diagnostics, all);
  let sample: Sample | undefined;
  const done = (result: BatchResult): void => {
    const { target, reuse, reads } = result;
    if (reuse === undefined && reads !== undefined) sample ??= { target, reads };
    tally.add(result);
    onResult?.(result, all);
  };
  const pool = remote === undefined ? workers?.(all) : undefined;
  if (pool !== undefined) await pool(plan.targets, done);
  else await runHere(plan, remote, done);
  plan.begun.end();
  if (sample !== undefined) note(sample, plan);
  return tally.summary();
}

type Sample = { readonly target: Target; readonly reads: readonly Read[] };

async function runHere(
  { targets, blanks, begun }: BatchPlan,
  open: OpenRemote | undefined,
  done: (result: BatchResult) => void,
): Promise<void> {
  const remote = await openRemote(open, targets, begun.session, begun.run.world);
  const run = remote === undefined ? begun.run : { ...begun.run, remote };
  try {
    await inParallel(targets, remote?.most ?? 1, async (target) =>
      done(await runRecord(target, blanks, { run })),
    );
  } finally {
    await remote?.close();
  }
}

/** What one of them was made of, for the next batch to say what changed. */
function note({ target, reads }: Sample, { begun: { run } }: BatchPlan): void {
  const { cache } = run;
  if (cache !== undefined) cache.noteGroup(identityFor(target, run, cache), reads);
}
