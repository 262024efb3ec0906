import type { Crew } from "../batch/index.ts";
import { notMade } from "./collect.ts";
import type { QueuePlace } from "./connect.ts";
import { connectionTo, prefix, queueName } from "./connect.ts";
import type { JobResult } from "./job.ts";
import { readJob } from "./job.ts";
import type { ThreadAnswer } from "./serve-thread.ts";

export type ServeOptions = QueuePlace & {
  /** Jobs at one time, each in a thread of its own. */
  readonly jobs: number;
  /** Milliseconds after which the job of a worker that went silent is given to another. */
  readonly silence: number;
  readonly onJob?: (name: string, milliseconds: number, fault: string | undefined) => void;
};

export type Served = {
  /** Finishes the jobs at hand, takes no more. */
  readonly close: () => Promise<void>;
};

/**
 * Takes jobs until it is closed. A job is done once; when this process dies, another worker does it. Documents are made in threads, so
 * that one that takes long does not keep this process from saying that it lives.
 */
export async function serveQueue(options: ServeOptions, crew: Crew): Promise<Served> {
  const { Worker } = await import("bullmq");
  const worker = new Worker(queueName(options), async (job) => work(job.data, crew), {
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
  return {
    async close() {
      await worker.close();
      crew.end();
    },
  };
}

/** A document that is stopped would be stopped elsewhere as well, so that is its result. What may go better at another time throws. */
async function work(data: unknown, crew: Crew): Promise<JobResult> {
  const job = readJob(data);
  const answered = await crew.ask(job);
  if (answered.kind === "stopped") {
    const { pages, diagnostics } = notMade(job.target, answered.why);
    return { pages, diagnostics, reads: [] };
  }
  const answer = answered.value as ThreadAnswer;
  if ("fault" in answer) throw new Error(answer.fault);
  return answer.result;
}

type Done = {
  readonly id?: string | undefined;
  readonly finishedOn?: number | undefined;
  readonly processedOn?: number | undefined;
};
