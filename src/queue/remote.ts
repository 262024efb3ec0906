import type { Job, Queue } from "bullmq";
import type { OpenRemote, Remade, Target } from "../build/index.ts";
import type { Recorder } from "../cache/index.ts";
import { digestOfNames } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import { systemReason } from "../host/index.ts";
import { collect, notMade, unsentFile } from "./collect.ts";
import type { QueuePlace } from "./connect.ts";
import { openQueue } from "./connect.ts";
import type { JobData } from "./job.ts";
import { jobName } from "./job.ts";
import { takeSnapshot } from "./snapshot.ts";
import type { BlobStore } from "./store/store.ts";

export type RemoteOptions = QueuePlace & {
  readonly store: BlobStore;
  readonly asOf?: string;
  /** Jobs that may wait or run at one time; the others are asked for as these come back. At least 1. */
  readonly window: number;
  /** Milliseconds between two looks at what has come back. */
  readonly interval: number;
  /** That of the cache, with which what workers read is compared; absent: nothing is kept here. */
  readonly recorder?: Recorder;
  /** Called before the queue is used for the first time. */
  readonly onOpen?: () => Promise<void>;
  /** Told once when nobody takes jobs. */
  readonly onLonely?: () => void;
};

/** Times that a job is asked for, when it fails or is lost with its Redis. */
const mostTries = 5;

/**
 * Has files made by the workers of a queue: a path of this machine never travels. What came back is found by looking, not by being told,
 * so that a Redis that starts again, or forgets, loses nothing. Nothing is sent before the first file has to be made.
 */
export function queueRemote(options: RemoteOptions, host: Host): OpenRemote {
  return async (targets, named) => {
    const outputs = new Set(targets.map(({ output }) => output.replace(/^\.\//, "")));
    let opened: Promise<Production> | undefined;
    const open = async (): Promise<Production> => {
      const folders = new Map<string, string>();
      const noting: Host = {
        ...host,
        list(folder) {
          const names = host.list(folder);
          folders.set(folder, digestOfNames(names));
          return names;
        },
      };
      const snapshot = await takeSnapshot(noting, outputs, named, options.store);
      await options.onOpen?.();
      const queue = await openQueue(options);
      if ((await queue.getWorkersCount()) === 0) options.onLonely?.();
      return { ...options, snapshot, folders, queue, host, open: new Map(), watching: false };
    };
    return {
      most: options.window,
      async make(target) {
        try {
          opened ??= open();
          return await ordered(target, await opened);
        } catch (error) {
          const why = systemReason(error);
          const said = error instanceof Error ? error.message : String(error);
          return notMade(target, why === undefined ? said : `the store cannot be used: ${why}`);
        }
      },
      async close() {
        const production = await opened?.catch(() => undefined);
        await production?.queue.close();
      },
    };
  };
}

type Production = RemoteOptions & {
  readonly snapshot: string;
  /** Folders that were sent, with the digest of the names that were in each. */
  readonly folders: ReadonlyMap<string, string>;
  readonly queue: Queue;
  readonly host: Host;
  /** By name of the job. */
  readonly open: Map<string, Open>;
  watching: boolean;
};

type Open = {
  readonly target: Target;
  readonly name: string;
  readonly data: JobData;
  readonly made: Promise<Remade>;
  readonly settle: (made: Remade) => void;
  readonly fail: (error: unknown) => void;
  tries: number;
};

/** Two targets that ask for the same share one job. */
async function ordered(target: Target, production: Production): Promise<Remade> {
  const data = jobOf(target, production);
  const name = jobName(data);
  const twin = production.open.get(name);
  if (twin !== undefined) return twin.made;
  const one: Open = { target, name, data, tries: 0, ...deferred<Remade>() };
  production.open.set(name, one);
  await ask(one, production.queue);
  void watch(production);
  return one.made;
}

function jobOf(target: Target, { snapshot, asOf, host }: Production): JobData {
  const { output: _, ...asked } = target;
  const { epochDate } = host;
  return {
    snapshot,
    target: asked,
    ...(asOf === undefined ? {} : { asOf }),
    ...(epochDate === undefined ? {} : { epochDate }),
  };
}

/** Looks at all open jobs again and again, until there are none. */
async function watch(production: Production): Promise<void> {
  if (production.watching) return;
  production.watching = true;
  while (production.open.size > 0) {
    for (const one of [...production.open.values()]) {
      try {
        const made = await look(one, production);
        if (made === undefined) continue;
        one.settle(made);
      } catch (error) {
        one.fail(error);
      }
      production.open.delete(one.name);
    }
    await rest(production.interval);
  }
  production.watching = false;
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

/** The result of a job; undefined while there is none. */
async function look(one: Open, production: Production): Promise<Remade | undefined> {
  const { queue, store } = production;
  const job: Job | undefined = await queue.getJob(one.name);
  const state = job === undefined ? "unknown" : await job.getState();
  if (state === "completed" && job !== undefined) {
    const made = await collect(job.returnvalue, store, production.recorder, production.folders);
    const unsent = unsentFile(job.returnvalue, production.host);
    if (unsent !== undefined)
      return notMade(one.target, `"${unsent}" is of a kind that does not go to workers`);
    if (made !== undefined) return made;
  } else if (state !== "failed" && state !== "unknown") {
    return undefined;
  }
  const why = job?.failedReason ?? "its job was lost";
  if (one.tries >= mostTries) return notMade(one.target, why);
  // Failed, lost, or its file is gone from the store: once more.
  if (job !== undefined) await job.remove().catch(() => undefined);
  await ask(one, queue);
  return undefined;
}

function deferred<Value>(): {
  readonly made: Promise<Value>;
  readonly settle: (value: Value) => void;
  readonly fail: (error: unknown) => void;
} {
  let settle: (value: Value) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const made = new Promise<Value>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  return { made, settle, fail };
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    // biome-ignore lint/style/noRestrictedGlobals: it waits for other machines; no output depends on it.
    setTimeout(resolve, milliseconds);
  });
}
