import type { Command } from "commander";
import { serveBatch } from "../../batch/index.ts";
import type { World } from "../world.ts";

/** What a thread of a batch is started with; nobody else calls it. */
export const workerCommand = "batch-worker";

export function addBatchWorker(program: Command, world: World): void {
  program.command(workerCommand, { hidden: true }).action(() => serveBatch(world.host));
}
