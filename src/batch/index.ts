/** Batch: one source and a file of records make one document for each record. */
export { type BatchRun, runBatch } from "./batch.ts";
export { foreseeBatch } from "./foresee-batch.ts";
export type { BatchOptions } from "./plan-batch.ts";
export type { BatchResult } from "./run-batch.ts";
export type { BatchSummary } from "./tally.ts";
export {
  type Crew,
  createCrew,
  createPool,
  type PoolOptions,
  serveBatch,
  type ThreadOptions,
  type Workers,
} from "./workers/index.ts";
