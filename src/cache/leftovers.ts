import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { storeFolder } from "./results.ts";

/** Writing a file takes a moment: what was begun longer ago was left by a process that was killed. Milliseconds. */
const longestWrite = 10 * 60_000;

/**
 * Removes what killed processes left behind: files that were begun beside those of now and in the cache.
 * @param folder of the cache
 * @param projectFolder what the paths of outputs are relative to
 */
export function removeLeftovers(
  folder: string,
  projectFolder: string,
  outputs: readonly string[],
): void {
  const files = outputs.map((output) => resolve(projectFolder, output));
  const written = new Set(files);
  for (const place of new Set(files.map((file) => dirname(file))))
    removeOld(place, (name) => {
      const file = begunFile(name);
      return file !== undefined && written.has(join(place, file));
    });
  for (const name of ["runs", "records", "questions"])
    removeOld(join(folder, name), (file) => begunFile(file) !== undefined);
  removeOld(join(storeFolder(folder), "tmp"), () => true);
}

/** The name that a file would have taken once it was whole; undefined for other names than ours. */
export function begunFile(path: string): string | undefined {
  return /^(.+)\.[0-9a-f]{12}\.part$/.exec(basename(path))?.[1];
}

function removeOld(folder: string, isLeft: (name: string) => boolean): void {
  try {
    for (const name of readdirSync(folder).filter(isLeft)) {
      const path = join(folder, name);
      const { mtimeMs } = statSync(path);
      // biome-ignore lint/plugin: the age of a file is measured, no output is.
      if (mtimeMs < Date.now() - longestWrite) rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // Another process removes them as well, or the folder is not there or read-only.
  }
}
