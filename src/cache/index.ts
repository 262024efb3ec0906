// Cache: what a build read, whether it is still the same, and the files that were made of it.
export { type Cache, cacheFolder, openCache } from "./cache.ts";
export { formatDependencies, type Made } from "./dependencies.ts";
export { removeLeftovers } from "./leftovers.ts";
export { type Cleaned, notingHost, removeMade, shortenList } from "./made.ts";
export {
  boundCache,
  clearCache,
  type Pruned,
  pruneCache,
  usualCacheSize,
  type Verified,
  verifyCache,
} from "./maintain.ts";
export { createMemory, type Memory } from "./memory.ts";
export { digestOf, digestOfNames, type Read } from "./reads.ts";
export { createRecorder, type Recorder } from "./recorder.ts";
export type { OutputState } from "./records.ts";
export type { Identity, Kept } from "./result.ts";
export type { Found } from "./results.ts";
export { noteRun, type RunRecord, standingRun, type Told } from "./runs.ts";
export { isRead } from "./world.ts";
