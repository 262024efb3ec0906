import type { Worker } from "node:worker_threads";

export type ThreadOptions = {
  /** The program's own file, which a thread starts with the command for threads. */
  readonly program: string;
  readonly command: string;
  /** What the thread is told at its start. */
  readonly start: unknown;
  /** Milliseconds that a task may take, in a thread that is ready; then the thread is stopped. */
  readonly mostTime: number;
  /** Megabytes that the heap of a thread may take. */
  readonly mostMemory: number;
};

/** Answered; or its thread had to be stopped, or ended by itself, and why; or the thread was not there for it. */
export type Answered =
  | { readonly kind: "answer"; readonly value: unknown }
  | { readonly kind: "stopped"; readonly why: string }
  | { readonly kind: "unready"; readonly why: string };

/** A thread that does one task after another. Its first message says that it is ready, each later one is an answer. */
export type Thread = {
  readonly ask: (task: unknown) => Promise<Answered>;
  readonly end: () => void;
};

/** What tells a thread that there is nothing more to do: it ends by itself, and leaves its compiled code to later ones. */
export const lastTask = "end";

/** Megabytes for what is new: as many as V8 takes by itself (48) are filled before they are looked at, and save no time here. */
const youngMemory = 16;

/** Milliseconds that a thread may take to end by itself. */
const endTime = 5_000;

/** Starting a thread takes longer than making most documents. */
const startTime = 60_000;

export function startThread(options: ThreadOptions): Thread {
  const { Worker } = process.getBuiltinModule("node:worker_threads"); // most commands have no threads
  const worker: Worker = new Worker(options.program, {
    argv: [options.command],
    workerData: options.start,
    resourceLimits: {
      maxOldGenerationSizeMb: options.mostMemory,
      maxYoungGenerationSizeMb: youngMemory,
    },
    stdout: false,
  });
  let why: string | undefined;
  let ended = false;
  let settle: ((answered: Answered) => void) | undefined;
  worker.on("message", (value) => settle?.({ kind: "answer", value }));
  worker.on("error", (error) => {
    why ??= reasonOf(error, options);
  });
  worker.on("exit", () => {
    ended = true;
    settle?.({ kind: "stopped", why: why ?? "its thread ended" });
  });
  function next(most: number): Promise<Answered> {
    return new Promise((resolve) => {
      // biome-ignore lint/style/noRestrictedGlobals: a task that never ends must not stop the others; no output depends on it.
      const timer = setTimeout(() => {
        why = `it took longer than ${most / 1000} s`;
        void worker.terminate();
      }, most);
      settle = (answered) => {
        clearTimeout(timer);
        settle = undefined;
        resolve(answered);
      };
    });
  }
  const begun = next(startTime);
  return {
    async ask(task) {
      const ready = await begun;
      if (ready.kind !== "answer") return { kind: "unready", why: ready.why };
      if (ended) return { kind: "unready", why: why ?? "its thread ended" };
      const answered = next(options.mostTime);
      worker.postMessage(task);
      return answered;
    },
    end() {
      worker.postMessage(lastTask);
      // biome-ignore lint/style/noRestrictedGlobals: a thread that does not end must not keep the process; no output depends on it.
      const timer = setTimeout(() => void worker.terminate(), endTime);
      worker.on("exit", () => clearTimeout(timer));
    },
  };
}

function reasonOf(error: unknown, { mostMemory }: ThreadOptions): string {
  const { code } = error as { readonly code?: string };
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return `it needs more than ${mostMemory} MB of memory`;
  return error instanceof Error ? error.message : String(error);
}
