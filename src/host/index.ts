export type { Host } from "./host.ts";
export { type MemoryHost, type MemoryHostOptions, memoryHost } from "./memory.ts";
export { type NodeHostOptions, nodeHost } from "./node.ts";
export { systemReason } from "./system-reason.ts";
