/** Threads that make the files of a batch, and threads for any task. */
export { type Crew, createCrew } from "./crew.ts";
export { createPool, type PoolOptions, type Workers } from "./pool.ts";
export type { WorkerStart } from "./protocol.ts";
export { serveBatch } from "./serve.ts";
export type { ThreadOptions } from "./thread.ts";
