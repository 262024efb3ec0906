import type { Target } from "../../build/index.ts";
import { createRecorder, notingHost, openCache } from "../../cache/index.ts";
import type { Host } from "../../host/index.ts";
import { openBatch } from "../plan-batch.ts";
import type { BatchResult } from "../run-batch.ts";
import { failed, fault, runRecord } from "../run-batch.ts";
import type { Task, WorkerStart } from "./protocol.ts";
import { lastTask } from "./thread.ts";

/** Works in a thread until there is nothing more to do: reads what the batch has in common, then makes the files that it is told to. */
export function serveBatch(world: Host): void {
  const { parentPort: port, workerData } = process.getBuiltinModule("node:worker_threads");
  if (port === null) throw new Error("This command is for the threads of a batch alone.");
  const { options, stateFolder, engine, withReads } = workerData as WorkerStart;
  const host = stateFolder === undefined ? world : notingHost(world, stateFolder);
  const keeping =
    stateFolder !== undefined && engine !== undefined
      ? { cache: openCache(stateFolder, host, engine) }
      : withReads
        ? { recorder: createRecorder(host) }
        : {};
  const { begun, blanks, targets } = openBatch({ ...options, ...keeping }, host);
  const planned = new Set(targets.map(common));
  const work = async (target: Task): Promise<BatchResult> =>
    planned.has(common(target))
      ? withoutReads(await runRecord(target, blanks, begun))
      : failed(target, [fault(target, "its source or settings changed meanwhile")]);
  let sampled = false;
  /** What was read is long, and sent once where one sample is enough. */
  function withoutReads(result: BatchResult): BatchResult {
    if (withReads || !sampled) {
      sampled ||= result.reads !== undefined && result.reuse === undefined;
      return result;
    }
    const { reads: _, ...rest } = result;
    return rest;
  }
  port.on("message", (task: Task | typeof lastTask) => {
    if (task === lastTask) port.close();
    else void work(task).then((result) => port.postMessage(result));
  });
  port.postMessage("ready");
}

/** What a target has in common with those of other records. */
function common({ record: _, output: __, ...shared }: Target): string {
  return JSON.stringify(shared);
}
