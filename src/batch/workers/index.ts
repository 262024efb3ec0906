/** Threads that make the files of a batch. */
export { createPool, type PoolOptions, type Workers } from "./pool.ts";
export type { WorkerStart } from "./protocol.ts";
export { serveBatch } from "./serve.ts";
