/** Batch: one source and a file of records make one document for each record. */
export { type BatchRun, runBatch } from "./batch.ts";
export type { BatchOptions } from "./plan-batch.ts";
export type { BatchResult } from "./run-batch.ts";
export type { BatchSummary } from "./tally.ts";
export { createPool, type PoolOptions, serveBatch, type Workers } from "./workers/index.ts";
