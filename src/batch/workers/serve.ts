import { createRecorder, notingHost, openCache } from "../../cache/index.ts";
import type { Host } from "../../host/index.ts";
import { planBatch } from "../plan-batch.ts";
import type { BatchResult } from "../run-batch.ts";
import { failed, fault, runRecord } from "../run-batch.ts";
import type { Task, WorkerStart } from "./protocol.ts";

/** Works in a thread until it is stopped: plans the batch as the main thread did, then makes the records that it is told to. */
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
  const plan = planBatch({ ...options, ...keeping }, host);
  const work = async (task: Task): Promise<BatchResult> => {
    const target = plan.targets[task.index];
    const told = JSON.parse(task.target) as BatchResult["target"];
    if (target === undefined || JSON.stringify(target) !== task.target)
      return failed(told, [fault(told, "its source or its record changed meanwhile")]);
    return withoutReads(await runRecord(target, plan.blanks, plan.begun));
  };
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
  port.on("message", (task: Task) => void work(task).then((result) => port.postMessage(result)));
  port.postMessage("ready");
}
