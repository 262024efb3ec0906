/** Queue: files made by workers on other machines, over Redis; inputs and outputs travel through a store. */
export { type QueuePlace, type QueueStatus, queueStatus, whyUnreachable } from "./connect.ts";
export { queueRemote, type RemoteOptions } from "./remote.ts";
export { type Served, type ServeOptions, serveQueue } from "./serve.ts";
export { serveThread, type ThreadStart } from "./serve-thread.ts";
export { openStore } from "./store/open-store.ts";
export type { BlobStore } from "./store/store.ts";
export type { Begin } from "./work.ts";
