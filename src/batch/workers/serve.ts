import { notingHost, openCache } from "../../cache/index.ts";
import type { Host } from "../../host/index.ts";
import { planBatch } from "../plan-batch.ts";
import type { BatchResult } from "../run-batch.ts";
import { failed, fault, runRecord } from "../run-batch.ts";
import type { Answer, Task, WorkerStart } from "./protocol.ts";

/** Works in a thread until it is stopped: plans the batch as the main thread did, then makes the records that it is told to. */
export function serveBatch(world: Host): void {
  const { parentPort: port, workerData } = process.getBuiltinModule("node:worker_threads");
  if (port === null) throw new Error("This command is for the threads of a batch alone.");
  const { options, stateFolder, engine } = workerData as WorkerStart;
  const host = stateFolder === undefined ? world : notingHost(world, stateFolder);
  const cache =
    stateFolder === undefined || engine === undefined
      ? {}
      : { cache: openCache(stateFolder, host, engine) };
  const plan = planBatch({ ...options, ...cache }, host);
  const answer = (message: Answer): void => port.postMessage(message);
  port.on("message", (task: Task) => {
    const target = plan.targets[task.index];
    const told = JSON.parse(task.target) as BatchResult["target"];
    if (target === undefined || JSON.stringify(target) !== task.target) {
      const changed = fault(told, "its source or its record changed meanwhile");
      answer({ kind: "result", result: failed(told, [changed]) });
      return;
    }
    void runRecord(target, plan.blanks, plan.begun).then((result) =>
      answer({ kind: "result", result }),
    );
  });
  answer({ kind: "ready" });
}
