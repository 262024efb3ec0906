import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { BuildRequest, TargetResult } from "../build/index.ts";
import { build } from "../build/index.ts";
import type { RequestOptions } from "./request.ts";
import { addRequestOptions, requestOf } from "./request.ts";
import type { DiagnosticFormat } from "./tell.ts";
import { plural, tell } from "./tell.ts";
import type { World } from "./world.ts";
import { faultExit, usageExit } from "./world.ts";

type Options = RequestOptions & {
  readonly trace?: string;
  readonly output?: string;
  readonly outDir?: string;
  readonly diagnostics: DiagnosticFormat;
};

const about = `Makes documents from Markdown sources.

Without SOURCE it does what dossier.yaml says; without dossier.yaml it takes data/*.md and makes every kind whose needs
the source meets. Files go to out/<source>.<kind>.<language>.<pdf|docx>. A source of "-" is read from standard input. A file
is replaced only when its target was made without an error.`;

export function addBuild(program: Command, world: World): void {
  const command = program
    .command("build")
    .description(about)
    .summary("make documents")
    .argument("[SOURCE...]", 'Markdown files, or "-"');
  addRequestOptions(command)
    .option("--out-dir <FOLDER>", "folder for the files (default: out)")
    .option("-o, --output <FILE>", 'the file, when there is one target; "-" is standard output')
    .option("--trace <FILE>", "write what the layout did as JSON")
    .action(async (sources: readonly string[], options: Options) => {
      const request: BuildRequest = {
        ...requestOf(sources, options),
        ...(options.output === undefined ? {} : { output: options.output }),
        ...(options.outDir === undefined ? {} : { outFolder: options.outDir }),
      };
      await runBuild(request, options, world);
    });
}

async function runBuild(request: BuildRequest, options: Options, world: World): Promise<void> {
  const started = process.hrtime.bigint();
  const traces: Record<string, unknown> = {};
  const result = await build(
    {
      ...request,
      trace: options.trace !== undefined,
      standardInput: () => readFileSync(0),
      standardOutput: (bytes) => void process.stdout.write(bytes),
      onTarget(target) {
        tellTarget(target, world);
        if (target.trace !== undefined) traces[target.target.output] = target.trace;
      },
    },
    world.host,
  );
  tell(result.diagnostics, options.diagnostics, world);
  if (options.trace !== undefined)
    writeFileSync(options.trace, `${JSON.stringify(traces, undefined, 1)}\n`);
  const written = result.targets.filter((target) => target.written).length;
  if (world.terminal) {
    const milliseconds = (process.hrtime.bigint() - started) / 1_000_000n;
    world.error(`${plural(written, "file")} of ${result.targets.length} in ${milliseconds} ms.\n`);
  }
  if (!result.ok)
    world.exit(result.targets.length === 0 && isUsage(result.diagnostics) ? usageExit : faultExit);
}

function isUsage(diagnostics: readonly { readonly rule: string }[]): boolean {
  return diagnostics.some(
    ({ rule }) =>
      rule === "kind-exists" || rule === "format-exists" || rule === "output-is-for-one-target",
  );
}

/** A line a file: for a terminal with its pages, for a pipe the path alone. */
function tellTarget({ target, pages, written }: TargetResult, world: World): void {
  if (target.output === "-") return;
  if (!world.terminal) {
    if (written) world.out(`${target.output}\n`);
    return;
  }
  const mark = written ? "✓" : "✗";
  const extent =
    pages === 0 ? "" : `  ${plural(pages, target.product === "slides" ? "slide" : "page")}`;
  world.error(`${mark} ${target.output}${written ? extent : "  not made"}\n`);
}
