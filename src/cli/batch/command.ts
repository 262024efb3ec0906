import { availableParallelism } from "node:os";
import type { Command } from "commander";
import type { BatchOptions, BatchSummary, Workers } from "../../batch/index.ts";
import { createPool, foreseeBatch, runBatch } from "../../batch/index.ts";
import type { BuildRequest } from "../../build/index.ts";
import type { Cache, Recorder } from "../../cache/index.ts";
import { createRecorder } from "../../cache/index.ts";
import { keepInBounds } from "../keep/after-build.ts";
import type { KeepOptions } from "../keep/options.ts";
import { openKeeping, stateFolder } from "../keep/options.ts";
import type { QueueOptions } from "../queue.ts";
import { remoteOf } from "../queue.ts";
import type { DiagnosticFormat } from "../tell.ts";
import { plural, tell, tellForeseen, tellWhy } from "../tell.ts";
import { wholeNumber } from "../whole-number.ts";
import type { World } from "../world.ts";
import { faultExit, usageExit } from "../world.ts";
import { createDependencies } from "./dependencies.ts";
import { createProgress } from "./progress.ts";
import { workerCommand } from "./worker.ts";

export type BatchCommandOptions = {
  readonly data?: string;
  readonly out?: string;
  readonly jobs?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly dryRun?: boolean;
  readonly explain?: boolean;
  readonly deps?: string;
};

type Options = BatchCommandOptions &
  QueueOptions &
  KeepOptions & { readonly data: string; readonly diagnostics: DiagnosticFormat };

/** Fewer records than this are made before threads have started. */
const fewRecords = 24;
const usualTime = 120_000;
/** 128 and the number of SIGINT, as shells count. */
const interruptedExit = 130;
const usualMemory = 1_024;

export function addBatchOptions(command: Command): Command {
  return command
    .option("--data <FILE>", "make one document for each record of a CSV, YAML or JSON file")
    .option("--out <PATTERN>", "with --data: the file of each, such as out/{{id}}.pdf")
    .option(
      "-j, --jobs <N>",
      "with --data: threads (default: by the number of records)",
      wholeNumber,
    )
    .option(
      "--timeout <SECONDS>",
      "with --data: the longest that one may take (default: 120)",
      wholeNumber,
    )
    .option(
      "--memory <MB>",
      "with --data: the most memory of a thread (default: 1024)",
      wholeNumber,
    );
}

export async function runBatchCommand(
  request: BuildRequest,
  options: Options,
  world: World,
): Promise<void> {
  const started = process.hrtime.bigint();
  const [source, more] = request.sources;
  const { out: pattern } = options;
  if (source === undefined || more !== undefined || source === "-")
    return misused("With --data there is one SOURCE, a file.", world);
  if (pattern === undefined)
    return misused(
      'With --data, --out says what each file is called: --out "out/{{id}}.pdf".',
      world,
    );
  const { sources: _, output: __, ...rest } = request;
  const batch: BatchOptions = { ...rest, source, data: options.data, pattern };
  const folder = stateFolder(options, true, world);
  const { cache, host } = openKeeping(folder, world);
  const keeping = cache === undefined ? {} : { cache };
  if (options.dryRun === true) {
    const told = await foreseeBatch({ ...batch, ...keeping }, host, (one) =>
      tellForeseen(one, world),
    );
    tell(told, options.diagnostics, world);
    if (told.some(({ severity }) => severity === "error")) world.exit(faultExit);
    return;
  }
  const recorder = recorderFor(options, cache, world);
  const remote = await remoteOf(options, request.asOf, recorder, world);
  const progress = createProgress(world);
  const dependencies = createDependencies(options, recorder, world);
  const stop = (): void => {
    progress.end();
    world.error(cache === undefined ? "Stopped.\n" : "Stopped. Run it again for the rest.\n");
    process.exit(interruptedExit);
  };
  process.once("SIGINT", stop);
  let added = 0;
  const written: { readonly path: string }[] = [];
  const summary = await runBatch(
    {
      ...batch,
      ...keeping,
      ...(recorder === undefined ? {} : { recorder }),
      ...(remote === undefined ? {} : { remote }),
      workers: (all) => poolFor(all, batch, options, folder, world),
      onResult(result, all) {
        const { target, reuse, size } = result;
        if (result.written && reuse === undefined) added += size;
        if (result.written) written.push({ path: target.output });
        if (!world.terminal && result.written) world.out(`${target.output}\n`);
        if (options.explain === true) {
          progress.clear();
          tellWhy(result, world);
        }
        dependencies?.add(result);
        progress.step(result, all);
      },
    },
    host,
  );
  process.off("SIGINT", stop);
  progress.end();
  dependencies?.write();
  if (cache !== undefined) await keepInBounds(cache, added, written, world);
  conclude(summary, options, started, world);
}

/** Writes down what is read, where somebody wants to know. */
function recorderFor(
  { deps }: Options,
  cache: Cache | undefined,
  world: World,
): Recorder | undefined {
  return cache?.recorder ?? (deps === undefined ? undefined : createRecorder(world.host));
}

/** 0: this thread alone. */
function jobsFor(records: number, { jobs, timeout, memory }: Options): number {
  if (jobs !== undefined) return jobs;
  if (timeout !== undefined || memory !== undefined) return availableParallelism();
  return records < fewRecords ? 0 : availableParallelism();
}

function poolFor(
  records: number,
  batch: BatchOptions,
  options: Options,
  folder: string | undefined,
  world: World,
): Workers | undefined {
  const jobs = jobsFor(records, options);
  if (jobs === 0) return undefined;
  return createPool({
    jobs,
    program: world.program,
    command: workerCommand,
    start: {
      options: batch,
      withReads: options.deps !== undefined,
      ...(folder === undefined ? {} : { stateFolder: folder }),
      ...(world.engine === undefined ? {} : { engine: world.engine }),
    },
    mostTime: options.timeout === undefined ? usualTime : options.timeout * 1000,
    mostMemory: options.memory ?? usualMemory,
  });
}

function conclude(summary: BatchSummary, options: Options, started: bigint, world: World): void {
  const { all, written, reused, diagnostics, untold, ok } = summary;
  tell(diagnostics, options.diagnostics, world);
  if (untold > 0) world.error(`${untold} more were not printed.\n`);
  if (world.terminal || !ok) {
    const milliseconds = (process.hrtime.bigint() - started) / 1_000_000n;
    const kept = reused === 0 ? "" : `, ${reused} of them without making them`;
    world.error(`${plural(written, "file")} of ${all}${kept} in ${milliseconds} ms.\n`);
  }
  if (!ok) world.exit(faultExit);
}

function misused(message: string, world: World): void {
  world.error(`${message}\n`);
  world.exit(usageExit);
}
