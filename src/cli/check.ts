import type { Command } from "commander";
import { check } from "../build/index.ts";
import type { RequestOptions } from "./request.ts";
import { addRequestOptions, requestOf } from "./request.ts";
import { plural, tell } from "./tell.ts";
import type { World } from "./world.ts";
import { faultExit } from "./world.ts";

export function addCheck(program: Command, world: World): void {
  const command = program
    .command("check")
    .summary("tell the faults, make no file")
    .description("Goes the whole way of each document and tells all faults, without making a file.")
    .argument("[SOURCE...]", 'Markdown files, or "-"');
  addRequestOptions(command).action(async (sources: readonly string[], options: RequestOptions) => {
    const { readFileSync } = await import("node:fs");
    const result = await check(
      { ...requestOf(sources, options), standardInput: () => readFileSync(0) },
      world.host,
    );
    tell(result.diagnostics, options.diagnostics, world);
    if (result.ok && options.diagnostics === "pretty")
      world.error(`${plural(result.targets.length, "document")} checked, no errors.\n`);
    if (!result.ok) world.exit(faultExit);
  });
}
