import type { Answered, Thread, ThreadOptions } from "./thread.ts";
import { startThread } from "./thread.ts";

/** Threads, as many as there are tasks at one time. One that had to be stopped is replaced when there is a task for it. */
export type Crew = {
  /** What the task is answered, or why its thread was stopped. Rejects when no thread can be started. */
  readonly ask: (task: unknown) => Promise<Exclude<Answered, { readonly kind: "unready" }>>;
  readonly end: () => void;
};

/** A thread that ends before it is ready this many times in a row will not do better. */
const mostFailedStarts = 3;

/** Our own: what it has to do beyond a queue is to say for which task a thread had to be stopped. */
export function createCrew(options: ThreadOptions): Crew {
  const idle: Thread[] = [];
  return {
    async ask(task) {
      for (let starts = 1; ; starts++) {
        const thread = idle.pop() ?? startThread(options);
        const answered = await thread.ask(task);
        if (answered.kind === "answer") idle.push(thread);
        if (answered.kind !== "unready") return answered;
        if (starts >= mostFailedStarts)
          throw new Error(`Bug: the threads do not start: ${answered.why}`);
      }
    },
    end() {
      for (const thread of idle.splice(0)) thread.end();
    },
  };
}
