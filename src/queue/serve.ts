import type { Host } from "../host/index.ts";
import type { QueuePlace } from "./connect.ts";
import { connectionTo, prefix, queueName } from "./connect.ts";
import { readJob } from "./job.ts";
import type { BlobStore } from "./store/store.ts";
import { createWork } from "./work.ts";

export type ServeOptions = QueuePlace & {
  readonly store: BlobStore;
  /** Jobs at one time; more than one keeps the machine busy while files travel. */
  readonly jobs: number;
  /** Milliseconds after which the job of a worker that went silent is given to another. */
  readonly silence: number;
  readonly onJob?: (name: string, milliseconds: number, fault: string | undefined) => void;
};

export type Served = {
  /** Finishes the jobs at hand, takes no more. */
  readonly close: () => Promise<void>;
};

/** Takes jobs until it is closed. A job is done once; when this process dies, another worker does it. */
export async function serveQueue(options: ServeOptions, program: Host): Promise<Served> {
  const { Worker } = await import("bullmq");
  const work = createWork(options.store, program);
  const worker = new Worker(queueName(options), async (job) => work(readJob(job.data)), {
    connection: connectionTo(options),
    prefix,
    concurrency: options.jobs,
    lockDuration: options.silence,
    stalledInterval: options.silence,
    maxStalledCount: 3,
  });
  worker.on("error", () => undefined); // a lost connection is made again
  const told = (job: Done | undefined, fault?: string): void => {
    if (job === undefined) return;
    options.onJob?.(job.id ?? "", (job.finishedOn ?? 0) - (job.processedOn ?? 0), fault);
  };
  worker.on("completed", (job) => told(job));
  worker.on("failed", (job, error) => told(job, error.message));
  await worker.waitUntilReady();
  return { close: () => worker.close() };
}

type Done = {
  readonly id?: string | undefined;
  readonly finishedOn?: number | undefined;
  readonly processedOn?: number | undefined;
};
