import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import {
  cacheFolder,
  clearCache,
  pruneCache,
  removeMade,
  usualCacheSize,
  verifyCache,
} from "../../cache/index.ts";
import { plural } from "../tell.ts";
import type { World } from "../world.ts";
import { stateFolder } from "./options.ts";

type FolderOption = { readonly cache?: string };

/** `dossier cache …` and `dossier clean`. */
export function addKeepCommands(program: Command, world: World): void {
  const cache = program
    .command("cache")
    .summary("look after what is kept between runs")
    .description(
      "Results are kept in .dossier/cache of a project, so that only what changed is made again. It can be removed at any time.",
    );
  withFolder(cache.command("verify"))
    .description("Reads every copy and removes those that are damaged.")
    .action(async (options: FolderOption) => {
      const { sound, damaged, bytes } = await verifyCache(folderOf(options, world));
      world.out(`${sound} sound (${megabytes(bytes)}), ${damaged} damaged and removed.\n`);
    });
  withFolder(cache.command("prune"))
    .description("Removes the oldest copies.")
    .option("--size <MB>", "megabytes that may stay", megabytesOf, usualCacheSize)
    .action(async (options: FolderOption & { readonly size: number }) => {
      const { removed, left, bytes } = await pruneCache(folderOf(options, world), options.size);
      world.out(`${removed} removed, ${left} left (${megabytes(bytes)}).\n`);
    });
  withFolder(cache.command("clear"))
    .description("Removes all that is kept; documents stay.")
    .action((options: FolderOption) => {
      clearCache(folderOf(options, world));
      world.out("The cache is empty.\n");
    });
  withFolder(program.command("clean"))
    .summary("remove what was made")
    .description(
      "Removes the documents that were made here, unless somebody changed them since. Nothing else is touched; the cache stays.",
    )
    .action((options: FolderOption) => {
      const { removed, left } = removeMade(stateOf(options, world), world.folder);
      for (const path of removed) world.out(`${path}\n`);
      for (const path of left)
        world.error(`Left, since it changed or lies outside the project: ${path}\n`);
      world.error(`${plural(removed.length, "file")} removed.\n`);
    });
}

function withFolder(command: Command): Command {
  return command.option("--cache <FOLDER>", "where results are kept (default: .dossier)");
}

function stateOf(options: FolderOption, world: World): string {
  return stateFolder({ cache: options.cache ?? true }, true, world) ?? world.folder;
}

function folderOf(options: FolderOption, world: World): string {
  return cacheFolder(stateOf(options, world));
}

function megabytesOf(value: string): number {
  if (!/^\d{1,7}(\.\d+)?$/.test(value))
    throw new InvalidArgumentError("It is a number of megabytes.");
  return Number(value) * 1024 * 1024;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
