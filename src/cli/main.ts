import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { programVersion } from "../document/index.ts";
import { nodeHost, systemReason } from "../host/index.ts";
import { addBatchWorker } from "./batch/worker.ts";
import { addBuild } from "./build.ts";
import { addCheck } from "./check.ts";
import { addExplain } from "./explain.ts";
import { addKeepCommands } from "./keep/commands.ts";
import { engine } from "./keep/engine.ts";
import { addNew } from "./new.ts";
import { addQueueCommands } from "./queue.ts";
import { addSchema } from "./schema.ts";
import { isTerminal, write } from "./streams.ts";
import { addWatch } from "./watch.ts";
import type { World } from "./world.ts";
import { bugExit, faultExit, usageExit } from "./world.ts";

const epilogue = `
Examples
  dossier build                                   everything that dossier.yaml lists, or every kind of data/*.md
  dossier build report.md --kind report           one source, as PDF and as Word
  dossier build notes.md --kind report --format pdf -o -  > notes.pdf
  dossier check data/canada-japan.md              faults only, no files
  dossier explain fact-agrees                     what a rule means and how to mend it

Exit codes
  0 done   1 faults in sources, templates or settings   2 wrong use of the command   3 a fault of the program`;

async function main(): Promise<void> {
  // dist/program and src/cli lie at the same depth below the folder of the program.
  const programFolder = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
  const known = engine();
  const terminal = isTerminal();
  const world: World = {
    folder: process.cwd(),
    program: resolve(programFolder, "dist/dossier.cjs"),
    ...(known === undefined ? {} : { engine: known }),
    host: nodeHost({
      projectFolder: process.cwd(),
      programFolder,
      prepared: true, // the bundler makes them and the program together
      environment: process.env,
    }),
    exit: (code) => {
      process.exitCode = code;
    },
    out: (text) => write(1, text),
    error: (text) => write(2, text),
    terminal,
    colour: terminal && process.env["NO_COLOR"] === undefined,
    width: (terminal && process.stderr.columns) || 100,
  };
  const program = new Command("dossier")
    .description(
      "One structured Markdown source, every document an office needs from it, as PDF and Word.",
    )
    .version(programVersion, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", epilogue)
    .showSuggestionAfterError()
    .exitOverride();
  addBuild(program, world);
  addWatch(program, world);
  addCheck(program, world);
  addNew(program, world);
  addExplain(program, world);
  addSchema(program, world);
  addKeepCommands(program, world);
  addQueueCommands(program, world);
  addBatchWorker(program, world);
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    // What an option parser throws is printed already, and then another error.
    if (error instanceof InvalidArgumentError) world.error(`${error.message}\n`);
    if (error instanceof CommanderError) world.exit(error.exitCode === 0 ? 0 : usageExit);
    else if (!tellSystem(error, world)) tellBug(error, world);
  }
}

/** Whether it is a fault of disks and permissions, which is told as such: "Cannot write "out/deps.mk": the disk is full.". */
function tellSystem(error: unknown, world: World): boolean {
  if (!(error instanceof Error)) return false;
  const wrapped = systemReason(error.cause) !== undefined;
  const why = systemReason(error);
  if (!wrapped && why === undefined) return false;
  const { path } = error as { readonly path?: unknown };
  const place = typeof path === "string" ? `"${path}": ` : "";
  world.error(wrapped ? `${error.message}\n` : `dossier: ${place}${why}.\n`);
  world.exit(faultExit);
  return true;
}

function tellBug(error: unknown, world: World): void {
  const detail =
    error instanceof Error
      ? process.env["DOSSIER_DEBUG"] === undefined
        ? error.message
        : error.stack
      : String(error);
  world.error(
    `dossier: this is a fault of the program, not of your files.\n  ${detail}\n  Run again with DOSSIER_DEBUG=1 for the whole story, and report it with the source that shows it.\n`,
  );
  world.exit(bugExit);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 3;
});
