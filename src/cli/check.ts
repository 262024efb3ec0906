import type { Command } from "commander";
import { check } from "../build/index.ts";
import { inOrder } from "../diagnostics/index.ts";
import { checkWordFiles, isWordFile } from "./check-word-files.ts";
import { exitCodeOf } from "./exit-code.ts";
import type { RequestOptions } from "./request.ts";
import { addRequestOptions, requestOf } from "./request.ts";
import { openStandardInput } from "./streams.ts";
import { plural, tell } from "./tell.ts";
import type { World } from "./world.ts";

export function addCheck(program: Command, world: World): void {
  const command = program
    .command("check")
    .summary("tell the faults, make no file")
    .description(
      "Goes the whole way of each document and tells all faults, without making a file. Of a finished Word file (.docx) it tells what keeps readers out: pictures without words, tables without heads, weak contrast and the like.",
    )
    .argument("[SOURCE...]", 'Markdown files, Word files, or "-"');
  addRequestOptions(command).action(async (sources: readonly string[], options: RequestOptions) => {
    const input = openStandardInput();
    const wordFiles = sources.filter(isWordFile);
    const texts = sources.filter((source) => !isWordFile(source));
    const faults = inOrder(await checkWordFiles(wordFiles, world));
    // Word files alone say nothing of the sources of the project.
    const result =
      wordFiles.length > 0 && texts.length === 0
        ? { targets: [], diagnostics: [], ok: true }
        : await check({ ...requestOf(texts, options), standardInput: input.read }, world.host);
    const ok = result.ok && !faults.some(({ severity }) => severity === "error");
    tell([...result.diagnostics, ...faults], options.diagnostics, world, input.seen);
    if (ok && options.diagnostics === "pretty")
      world.error(
        `${plural(result.targets.length + wordFiles.length, "document")} checked, no errors.\n`,
      );
    if (!ok) world.exit(exitCodeOf([...result.diagnostics, ...faults], options));
  });
}
