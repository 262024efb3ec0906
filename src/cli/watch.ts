import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import type { BuildResult } from "../build/index.ts";
import type { Changes } from "../watch/index.ts";
import { openChanges, watchAndBuild } from "../watch/index.ts";
import type { KeepOptions } from "./keep/options.ts";
import { addKeepOptions, openKeeping, stateFolder } from "./keep/options.ts";
import type { RequestOptions } from "./request.ts";
import { addRequestOptions, requestOf } from "./request.ts";
import { tell } from "./tell.ts";
import type { World } from "./world.ts";

type Options = RequestOptions & KeepOptions & { readonly outDir?: string; readonly poll?: boolean };

const quiet = 30;

export function addWatch(program: Command, world: World): void {
  const command = program
    .command("watch")
    .summary("make documents again as their sources change")
    .description(
      "Builds, stays, and builds what a change of a source, template, picture or setting touches. Ctrl-C ends it.",
    )
    .argument("[SOURCE...]", "Markdown files");
  addKeepOptions(addRequestOptions(command))
    .option("--out-dir <FOLDER>", "folder for the files (default: out)")
    .option("--poll", "look again and again, for network drives that tell nothing")
    .action((sources: readonly string[], options: Options) => runWatch(sources, options, world));
}

async function runWatch(sources: readonly string[], options: Options, world: World): Promise<void> {
  // Without a project its results are kept as long as it runs.
  const kept = stateFolder(options, sources.length === 0, world);
  const passing = kept === undefined ? mkdtempSync(join(tmpdir(), "dossier-watch-")) : undefined;
  const { cache, host } = openKeeping(kept ?? passing, {
    ...world,
    engine: world.engine ?? "unknown",
  });
  if (cache === undefined) throw new Error("Bug: watching has no cache.");
  let changes: Changes | undefined;
  const stop = (): void => void changes?.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  let started = process.hrtime.bigint();
  try {
    await watchAndBuild(
      {
        ...requestOf(sources, options),
        ...(options.outDir === undefined ? {} : { outFolder: options.outDir }),
        cache,
        onBegin: () => {
          started = process.hrtime.bigint();
        },
        onBuild: (result) => {
          tellBuild(result, (process.hrtime.bigint() - started) / 1_000_000n, world);
          tell(result.diagnostics, options.diagnostics, world);
        },
      },
      async (isOwn) => {
        const settings = { folder: world.folder, poll: options.poll === true, isOwn, quiet };
        changes = await openChanges(settings, (message) => world.error(`${hintOn(message)}\n`));
        return changes;
      },
      host,
    );
  } finally {
    if (passing !== undefined) rmSync(passing, { recursive: true, force: true });
  }
}

/** `out/port.report.en.pdf  14 ms`. */
function tellBuild({ targets }: BuildResult, milliseconds: bigint, world: World): void {
  for (const { target, written, reuse } of targets) {
    if (reuse === "standing") continue;
    const what = written ? `${milliseconds} ms` : "not made";
    world.out(`${target.output}  ${what}\n`);
  }
  if (targets.length > 0 && targets.every(({ reuse }) => reuse === "standing"))
    world.out(`up to date  ${milliseconds} ms\n`);
}

function hintOn(message: string): string {
  return /ENOSPC|EMFILE/.test(message)
    ? `The system cannot watch so many files (${message}). Use --poll.`
    : `Watching: ${message}`;
}
