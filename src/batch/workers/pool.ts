import type { Target } from "../../build/index.ts";
import { inParallel } from "../../build/index.ts";
import type { BatchResult } from "../run-batch.ts";
import { failed, fault } from "../run-batch.ts";
import { createCrew } from "./crew.ts";
import type { Task, WorkerStart } from "./protocol.ts";
import type { ThreadOptions } from "./thread.ts";

/** Makes the files of these targets, and tells each when it is done. */
export type Workers = (
  targets: readonly Target[],
  done: (result: BatchResult) => void,
) => Promise<void>;

export type PoolOptions = ThreadOptions & {
  /** Threads, at least 1. */
  readonly jobs: number;
  readonly start: WorkerStart;
};

/** A record whose thread had to be stopped is told, and the others are made. */
export function createPool(options: PoolOptions): Workers {
  return async (targets, done) => {
    const crew = createCrew(options);
    try {
      await inParallel(targets, options.jobs, async (target) => {
        const task: Task = target;
        const answered = await crew.ask(task);
        if (answered.kind === "answer") done(answered.value as BatchResult);
        else done(failed(target, [fault(target, answered.why)]));
      });
    } finally {
      crew.end();
    }
  };
}
