/** Watching: a warm process that builds what a change touches. */
export { type Changes, type ChangesOptions, openChanges } from "./changes.ts";
export { type WatchOptions, watchAndBuild } from "./watch.ts";
