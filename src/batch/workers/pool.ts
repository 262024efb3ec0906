import type { Target } from "../../build/index.ts";
import type { BatchResult } from "../run-batch.ts";
import { failed, fault } from "../run-batch.ts";
import type { Answer, Task, WorkerStart } from "./protocol.ts";

/** Makes the files of these targets, and tells each when it is done. */
export type Workers = (
  targets: readonly Target[],
  done: (result: BatchResult) => void,
) => Promise<void>;

export type PoolOptions = {
  /** Threads, at least 1. */
  readonly jobs: number;
  /** The program's own file, which a thread starts with the command for threads. */
  readonly program: string;
  readonly command: string;
  readonly start: WorkerStart;
  /** Milliseconds that a record may take, in a thread that is ready; then the thread is stopped and another takes its place. */
  readonly mostTime: number;
  /** Megabytes that the heap of a thread may take. */
  readonly mostMemory: number;
};

/** Starting a thread takes longer than making most documents. */
const startTime = 60_000;
/** A thread that ends before it is ready this many times in a row will not do better. */
const mostFailedStarts = 3;

/** A pool of our own: what it has to do beyond a queue is to say for which record a thread had to be stopped. */
export function createPool(options: PoolOptions): Workers {
  return (targets, done) =>
    new Promise((resolve, reject) => {
      const pool: Pool = {
        options,
        targets,
        done,
        next: 0,
        running: 0,
        failedStarts: 0,
        resolve,
        reject,
      };
      const lanes = Math.min(options.jobs, targets.length);
      if (lanes === 0) resolve();
      for (let lane = 0; lane < lanes; lane++) startLane(pool);
    });
}

type Pool = {
  readonly options: PoolOptions;
  readonly targets: readonly Target[];
  readonly done: (result: BatchResult) => void;
  next: number;
  running: number;
  failedStarts: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
};

/** One thread after another, until there is nothing to do. */
function startLane(pool: Pool): void {
  const { options, targets, done } = pool;
  const { Worker } = process.getBuiltinModule("node:worker_threads"); // most commands have no threads
  const worker = new Worker(options.program, {
    argv: [options.command],
    workerData: options.start,
    resourceLimits: { maxOldGenerationSizeMb: options.mostMemory },
    stdout: false,
  });
  pool.running += 1;
  let current: Target | undefined;
  let ready = false;
  let why: string | undefined;
  let timer = arm(startTime);

  function arm(milliseconds: number): NodeJS.Timeout {
    // biome-ignore lint/style/noRestrictedGlobals: a record that never ends must not stop the others; no output depends on it.
    return setTimeout(() => {
      why = `it took longer than ${milliseconds / 1000} s`;
      void worker.terminate();
    }, milliseconds);
  }
  function give(): void {
    clearTimeout(timer);
    const index = pool.next;
    current = targets[index];
    if (current === undefined) {
      void worker.terminate();
      return;
    }
    pool.next += 1;
    timer = arm(options.mostTime);
    const task: Task = { index, target: JSON.stringify(current) };
    worker.postMessage(task);
  }
  worker.on("message", (answer: Answer) => {
    if (answer.kind === "ready") {
      ready = true;
      pool.failedStarts = 0;
    } else {
      current = undefined;
      done(answer.result);
    }
    give();
  });
  worker.on("error", (error) => {
    const { code } = error as { readonly code?: string };
    why ??=
      code === "ERR_WORKER_OUT_OF_MEMORY"
        ? `it needs more than ${options.mostMemory} MB of memory`
        : error.message;
  });
  worker.on("exit", () => {
    clearTimeout(timer);
    pool.running -= 1;
    if (current !== undefined) done(failed(current, [fault(current, why ?? "its thread ended")]));
    if (!ready) pool.failedStarts += 1;
    if (pool.failedStarts >= mostFailedStarts && !ready)
      pool.reject(new Error(`Bug: the threads of a batch do not start: ${why ?? "they end"}`));
    else if (pool.next < targets.length) startLane(pool);
    else if (pool.running === 0) pool.resolve();
  });
}
