import type { Job, Queue } from "bullmq";
import type { BatchResult, Workers } from "../batch/index.ts";
import type { Target } from "../build/index.ts";
import type { Host } from "../host/index.ts";
import { collect, notMade } from "./collect.ts";
import type { QueuePlace } from "./connect.ts";
import { openQueue } from "./connect.ts";
import type { JobData } from "./job.ts";
import { jobName } from "./job.ts";
import { takeSnapshot } from "./snapshot.ts";
import type { BlobStore } from "./store/store.ts";

export type ProduceOptions = QueuePlace & {
  readonly store: BlobStore;
  readonly asOf?: string;
  /** Jobs that may wait or run at one time; the others are asked for as these come back. At least 1. */
  readonly window: number;
  /** Milliseconds between two looks at what has come back. */
  readonly interval: number;
  /** Told once when nobody takes jobs. */
  readonly onLonely?: () => void;
};

/** Times that a job is asked for, when it fails or is lost with its Redis. */
const mostTries = 5;

/**
 * Has files made by the workers of a queue, and writes them here: a path of this machine never travels. What came back is found by
 * looking, not by being told, so that a Redis that starts again, or forgets, loses nothing.
 */
export function queueWorkers(options: ProduceOptions, host: Host): Workers {
  return async (targets, done) => {
    const outputs = new Set(targets.map(({ output }) => output.replace(/^\.\//, "")));
    const snapshot = await takeSnapshot(host, outputs, options.store);
    const queue = await openQueue(options);
    try {
      if ((await queue.getWorkersCount()) === 0) options.onLonely?.();
      await produce({ ...options, snapshot, queue, host }, targets, done);
    } finally {
      await queue.close();
    }
  };
}

type Production = ProduceOptions & {
  readonly snapshot: string;
  readonly queue: Queue;
  readonly host: Host;
};

type Open = {
  readonly target: Target;
  readonly name: string;
  readonly data: JobData;
  tries: number;
};

async function produce(
  production: Production,
  targets: readonly Target[],
  done: (result: BatchResult) => void,
): Promise<void> {
  const open = new Map<string, Open[]>();
  let next = 0;
  let count = 0;
  while (next < targets.length || count > 0) {
    const more = targets.slice(next, next + production.window - count);
    for (const target of more) await add(opened(target, production), open, production.queue);
    next += more.length;
    count += more.length;
    let back = 0;
    for (const [name, twins] of open) {
      const results = await look(name, twins, production);
      if (results === undefined) continue;
      open.delete(name);
      back += twins.length;
      for (const result of results) done(result);
    }
    count -= back;
    if (back === 0) await rest(production.interval);
  }
}

async function add(one: Open, open: Map<string, Open[]>, queue: Queue): Promise<void> {
  const twins = open.get(one.name);
  if (twins === undefined) await ask(one, queue);
  open.set(one.name, [...(twins ?? []), one]);
}

function opened(target: Target, { snapshot, asOf, host }: Production): Open {
  const { output: _, ...asked } = target;
  const { epochDate } = host;
  const data: JobData = {
    snapshot,
    target: asked,
    ...(asOf === undefined ? {} : { asOf }),
    ...(epochDate === undefined ? {} : { epochDate }),
  };
  return { target, name: jobName(data), data, tries: 0 };
}

/** Asking for a job that is there already changes nothing. */
async function ask(one: Open, queue: Queue): Promise<void> {
  one.tries += 1;
  await queue.add("document", one.data, {
    jobId: one.name,
    attempts: 3,
    backoff: { type: "exponential", delay: 500 },
    removeOnComplete: { age: 3_600, count: 10_000 },
    removeOnFail: { age: 3_600, count: 10_000 },
  });
}

/** The results of a job, for each target that wants them; undefined while there are none. */
async function look(
  name: string,
  twins: readonly Open[],
  production: Production,
): Promise<readonly BatchResult[] | undefined> {
  const { queue, store, host } = production;
  const [first] = twins;
  if (first === undefined) return [];
  const job: Job | undefined = await queue.getJob(name);
  const state = job === undefined ? "unknown" : await job.getState();
  if (state === "completed" && job !== undefined) {
    const results = await collect(job.returnvalue, twins, store, host);
    if (results !== undefined) return results;
  } else if (state !== "failed" && state !== "unknown") {
    return undefined;
  }
  const why = job?.failedReason ?? "its job was lost";
  if (first.tries >= mostTries) return twins.map(({ target }) => notMade(target, why));
  // Failed, lost, or its file is gone from the store: once more.
  if (job !== undefined) await job.remove().catch(() => undefined);
  await ask(first, queue);
  return undefined;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    // biome-ignore lint/style/noRestrictedGlobals: it waits for other machines; no output depends on it.
    setTimeout(resolve, milliseconds);
  });
}
