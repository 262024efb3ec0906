import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { BuildRequest, TargetResult } from "../build/index.ts";
import { build, foresee } from "../build/index.ts";
import { createRecorder } from "../cache/index.ts";
import type { BatchCommandOptions } from "./batch/command.ts";
import { addBatchOptions, runBatchCommand } from "./batch/command.ts";
import { writeDependencies } from "./deps.ts";
import { exitCodeOf } from "./exit-code.ts";
import { afterBuild } from "./keep/after-build.ts";
import type { KeepOptions } from "./keep/options.ts";
import { addKeepOptions, openKeeping, stateFolder } from "./keep/options.ts";
import type { QueueOptions } from "./queue.ts";
import { addQueueOptions, remoteOf } from "./queue.ts";
import type { RequestOptions } from "./request.ts";
import { addRequestOptions, requestOf } from "./request.ts";
import { openStandardInput, write } from "./streams.ts";
import type { DiagnosticFormat } from "./tell.ts";
import { plural, tell, tellForeseen, tellWhy } from "./tell.ts";
import type { World } from "./world.ts";

type Options = RequestOptions &
  BatchCommandOptions &
  QueueOptions &
  KeepOptions & {
    readonly trace?: string;
    readonly output?: string;
    readonly outDir?: string;
    readonly dryRun?: boolean;
    readonly explain?: boolean;
    readonly deps?: string;
    readonly diagnostics: DiagnosticFormat;
  };

const about = [
  "Makes documents from Markdown sources.",
  'Without SOURCE it does what dossier.yaml says; without dossier.yaml it takes data/*.md and makes every kind whose needs the source meets. Files go to out/<source>.<kind>.<language>.<pdf|docx>. A source of "-" is read from standard input. A file is replaced only when its target was made without an error.',
].join("\n\n");

export function addBuild(program: Command, world: World): void {
  const command = program
    .command("build")
    .description(about)
    .summary("make documents")
    .argument("[SOURCE...]", 'Markdown files, or "-"');
  addQueueOptions(addBatchOptions(addKeepOptions(addRequestOptions(command))))
    .option("--out-dir <FOLDER>", "folder for the files (default: out)")
    .option("-o, --output <FILE>", 'the file, when there is one target; "-" is standard output')
    .option("--dry-run", "tell what would be made, and make nothing")
    .option("--explain", "tell for each file why it is made again")
    .option("--deps <FILE>", "write what each file was made of, for a Makefile", noSource)
    .option("--trace <FILE>", "write what the layout did as JSON", noSource)
    .action(async (sources: readonly string[], options: Options) => {
      const request: BuildRequest = {
        ...requestOf(sources, options),
        ...(options.output === undefined ? {} : { output: options.output }),
        ...(options.outDir === undefined ? {} : { outFolder: options.outDir }),
      };
      if (options.data !== undefined)
        await runBatchCommand(request, { ...options, data: options.data }, world);
      else await (options.dryRun === true ? runForesee : runBuild)(request, options, world);
    });
}

/** Said in the wrong order, such an option would be given a source. */
function noSource(path: string): string {
  if (/\.(md|markdown|ya?ml|hbs|csv)$/i.test(path))
    throw new InvalidArgumentError(`It would be written over "${path}".`);
  return path;
}

async function runBuild(request: BuildRequest, options: Options, world: World): Promise<void> {
  const started = process.hrtime.bigint();
  const traces: Record<string, unknown> = {};
  const folder = stateFolder(options, request.sources.length === 0, world);
  const { cache, host } = openKeeping(folder, world);
  const recorder =
    cache?.recorder ?? (options.deps === undefined ? undefined : createRecorder(world.host));
  const remote = await remoteOf(options, request.asOf, recorder, world);
  const input = openStandardInput();
  let added = 0;
  const result = await build(
    {
      ...request,
      lean: true,
      trace: options.trace !== undefined,
      standardInput: input.read,
      standardOutput: (bytes) => write(1, bytes),
      onTarget(target) {
        tellTarget(target, options, world);
        if (target.written && target.reuse === undefined) added += target.bytes?.length ?? 0;
        if (target.trace !== undefined) traces[target.target.output] = target.trace;
      },
      ...(cache === undefined ? {} : { cache }),
      ...(remote === undefined ? {} : { remote }),
      ...(recorder === undefined ? {} : { recorder }),
    },
    host,
  );
  tell(result.diagnostics, options.diagnostics, world, input.seen);
  if (options.trace !== undefined)
    writeFileSync(options.trace, `${JSON.stringify(traces, undefined, 1)}\n`);
  const besides =
    options.deps === undefined || recorder === undefined
      ? []
      : [writeDependencies(options.deps, result.targets, recorder, world)];
  if (cache !== undefined && options.trace === undefined)
    await afterBuild({ ...result, added }, cache, world, besides, (quiet) => {
      for (const target of result.targets)
        tellTarget({ ...target, reuse: "standing" }, options, quiet);
      tell(result.diagnostics, options.diagnostics, quiet);
    });
  if (world.terminal) {
    const written = result.targets.filter((target) => target.written).length;
    const milliseconds = (process.hrtime.bigint() - started) / 1_000_000n;
    world.error(`${plural(written, "file")} of ${result.targets.length} in ${milliseconds} ms.\n`);
  }
  if (!result.ok) world.exit(exitCodeOf(result.diagnostics, options));
}

/** `would make out/a.pdf: "data/a.md" changed`. */
async function runForesee(request: BuildRequest, options: Options, world: World): Promise<void> {
  const folder = stateFolder(options, request.sources.length === 0, world);
  const { cache } = openKeeping(folder, world);
  const { targets, diagnostics } = await foresee(
    { ...request, ...(cache === undefined ? {} : { cache }) },
    world.host,
  );
  for (const foreseen of targets) tellForeseen(foreseen, world);
  tell(diagnostics, options.diagnostics, world);
  if (diagnostics.some(({ severity }) => severity === "error"))
    world.exit(exitCodeOf(diagnostics, options));
}

/** A line a file: for a terminal with its pages, for a pipe the path alone. */
function tellTarget(result: TargetResult, options: Options, world: World): void {
  const { target, written, reuse } = result;
  if (target.output === "-") return;
  if (world.terminal) {
    const mark = reuse === "standing" ? "=" : written ? "✓" : "✗";
    world.error(`${mark} ${target.output}${remark(result)}\n`);
  } else if (written) {
    world.out(`${target.output}\n`);
  }
  if (options.explain === true) tellWhy(result, world);
}

function remark({ target, pages, written, reuse }: TargetResult): string {
  if (!written) return "  not made";
  if (reuse === "standing") return "  up to date";
  const noun = target.product === "slides" ? "slide" : "page";
  const extent = pages === 0 ? "" : `  ${plural(pages, noun)}`;
  return reuse === "copied" ? `${extent}, from the cache` : extent;
}
