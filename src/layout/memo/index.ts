/** What earlier layouts of a process set, for the next ones. */
export type { Composed, Group } from "./composed.ts";
export type { Kept } from "./kept.ts";
export { contentOf } from "./kept.ts";
export type { Finished, KeptFlow, LayoutMemo, MemoCounts, Room } from "./layout-memo.ts";
export { createLayoutMemo } from "./layout-memo.ts";
export type { Solved } from "./solved.ts";
export type { Rests, Watched } from "./watch.ts";
export { watched } from "./watch.ts";
