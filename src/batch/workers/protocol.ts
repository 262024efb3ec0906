import type { Target } from "../../build/index.ts";
import type { BatchOptions } from "../plan-batch.ts";

/** What a thread of a batch has to know to do the work of any record. */
export type WorkerStart = {
  /** Without the cache, which a thread opens itself. */
  readonly options: Omit<BatchOptions, "cache" | "recorder" | "standardInput">;
  /** The folder `.dossier`, absolute; absent: nothing is kept. */
  readonly stateFolder?: string;
  readonly engine?: string;
  /** Whether each result says what was read for it, where no cache has that written down in any case. */
  readonly withReads: boolean;
};

/** To a thread: a target, its record with it, so that a thread need not read all records. The answer is its result. */
export type Task = Target;
