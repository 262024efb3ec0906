import type { Host } from "../host/index.ts";
import type { JobData, JobResult } from "./job.ts";
import { openStore } from "./store/open-store.ts";
import type { Begin } from "./work.ts";
import { createWork } from "./work.ts";

/** What a thread of a worker has to know. */
export type ThreadStart = { readonly store: string };

export type ThreadAnswer = { readonly result: JobResult } | { readonly fault: string };

/** Does jobs in a thread until it is told "end". It is given them in the shape of jobs, looked at before. */
export function serveThread(
  program: Host,
  begin: Begin,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const { parentPort: port, workerData } = process.getBuiltinModule("node:worker_threads");
  if (port === null) throw new Error("This command is for the threads of a worker alone.");
  const { store } = workerData as ThreadStart;
  const work = createWork(openStore(store, environment), program, begin);
  const answer = async (job: JobData): Promise<ThreadAnswer> => {
    try {
      return { result: await work(job) };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  };
  port.on("message", (job: JobData | "end") => {
    if (job === "end") port.close();
    else void answer(job).then((said) => port.postMessage(said));
  });
  port.postMessage("ready");
}
