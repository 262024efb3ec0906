import type { BatchOptions } from "../plan-batch.ts";
import type { BatchResult } from "../run-batch.ts";

/** What a worker thread has to know to do the work of any record. */
export type WorkerStart = {
  /** Without the cache, which a thread opens itself. */
  readonly options: Omit<BatchOptions, "cache" | "recorder" | "standardInput">;
  /** The folder `.dossier`, absolute; absent: nothing is kept. */
  readonly stateFolder?: string;
  readonly engine?: string;
};

/** To a worker: which target of the plan, and how it reads there, so that a plan of other data is noticed. */
export type Task = { readonly index: number; readonly target: string };

export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "result"; readonly result: BatchResult };
