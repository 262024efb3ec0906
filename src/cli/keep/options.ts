import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import type { Command } from "commander";
import type { Cache } from "../../cache/index.ts";
import { notingHost, openCache } from "../../cache/index.ts";
import type { Host } from "../../host/index.ts";
import type { World } from "../world.ts";

/** What a command may be told about the cache. */
export type KeepOptions = {
  /** A folder; true: the usual one; false: none. Absent: the usual one of a project. */
  readonly cache?: string | boolean;
};

export function addKeepOptions(command: Command): Command {
  return command
    .option("--cache [FOLDER]", "keep results there (default in a project: .dossier)")
    .option("--no-cache", "make everything, keep nothing");
}

/**
 * The folder of what is kept, absolute; undefined when nothing is. A project keeps its results beside its settings; a lone file that
 * is built in passing leaves no copies behind.
 * @param isProject nothing but the project was asked for, so the folder is one even without settings
 */
export function stateFolder(
  { cache }: KeepOptions,
  isProject: boolean,
  world: World,
): string | undefined {
  if (cache === false) return undefined;
  const wanted = typeof cache === "string" ? cache : process.env["DOSSIER_CACHE"];
  if (wanted !== undefined && wanted !== "")
    return isAbsolute(wanted) ? wanted : resolve(world.folder, wanted);
  if (cache !== true && !isProject && !existsSync(join(world.folder, "dossier.yaml")))
    return undefined;
  return join(world.folder, ".dossier");
}

/** The cache of a folder, and the world in which what is written is listed for `clean`. */
export type Keeping = { readonly host: Host; readonly cache?: Cache };

export function openKeeping(folder: string | undefined, world: World): Keeping {
  if (folder === undefined || world.engine === undefined) return { host: world.host };
  const host = notingHost(world.host, folder);
  return { host, cache: openCache(folder, host, world.engine) };
}
