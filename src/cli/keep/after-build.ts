import { dirname } from "node:path";
import type { BuildResult, TargetResult } from "../../build/index.ts";
import type { Cache, Read } from "../../cache/index.ts";
import {
  boundCache,
  noteRun,
  removeLeftovers,
  shortenList,
  usualCacheSize,
} from "../../cache/index.ts";
import type { World } from "../world.ts";
import { runKey } from "./run-key.ts";

export type MadeFile = { readonly path: string; readonly digest: string };

/**
 * Notes what a build made, so that the next run of the same command can leave at once, and the cache stays within
 * its bound.
 * @param result with the bytes that were written anew
 * @param besides files that were written beside the documents
 * @param say prints what the run would say if all its files stood
 */
export async function afterBuild(
  result: BuildResult & { readonly added: number },
  cache: Cache,
  world: World,
  besides: readonly MadeFile[],
  say: (world: World) => void,
): Promise<void> {
  const written = result.targets.filter(({ written }) => written);
  const files = written.flatMap(fileOf);
  if (result.ok && files.length === result.targets.length) {
    const said: { readonly stream: "out" | "error"; readonly text: string }[] = [];
    say({
      ...world,
      out: (text) => void said.push({ stream: "out", text }),
      error: (text) => void said.push({ stream: "error", text }),
    });
    const heard = (stream: "out" | "error"): string =>
      said.map((one) => (one.stream === stream ? one.text : "")).join("");
    noteRun(cache.folder, runKey(process.argv.slice(2), { ...world, engine: cache.engine }), {
      out: heard("out"),
      error: heard("error"),
      outputs: [...files, ...besides].map((file) => standing(file, world)),
      reads: result.reads,
    });
  }
  await keepInBounds(cache, result.added, files, world);
}

/** After files were made, that neither the cache nor what killed processes left behind grows. */
export async function keepInBounds(
  cache: Cache,
  added: number,
  files: readonly { readonly path: string }[],
  world: World,
): Promise<void> {
  if (added === 0) return;
  const paths = files.map(({ path }) => path);
  removeLeftovers(cache.folder, world.folder, paths);
  shortenList(dirname(cache.folder));
  await boundCache(cache.folder, added, usualCacheSize);
}

function standing({ path, digest }: MadeFile, world: World): Read {
  const stamp = world.host.stamp?.(path, false);
  return { how: "read", path, digest, ...(stamp === undefined ? {} : { stamp }) };
}

function fileOf({ target, digest }: TargetResult): readonly MadeFile[] {
  return digest === undefined || target.output === "-" ? [] : [{ path: target.output, digest }];
}
