import type { TargetResult } from "../build/index.ts";
import type { Read } from "../cache/index.ts";
import { digestOf, formatDependencies } from "../cache/index.ts";
import type { MadeFile } from "./keep/after-build.ts";
import type { World } from "./world.ts";

/**
 * Writes what each file was made of, for a Makefile.
 * @param more files that all of them were made of besides
 */
export function writeDependencies(
  path: string,
  results: readonly Pick<TargetResult, "target" | "reads">[],
  world: World,
  more: readonly Read[] = [],
): MadeFile {
  const made = results
    .filter(({ target }) => target.output !== "-")
    .map(({ target, reads = [] }) => ({ output: target.output, reads: [...more, ...reads] }));
  const bytes = new TextEncoder().encode(formatDependencies(made));
  world.host.write(path, bytes);
  return { path, digest: digestOf(bytes) };
}
