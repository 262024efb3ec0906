import type { TargetResult } from "../build/index.ts";
import type { Recorder } from "../cache/index.ts";
import { digestOf, formatDependencies } from "../cache/index.ts";
import type { MadeFile } from "./keep/after-build.ts";
import type { World } from "./world.ts";

/**
 * Writes what each file was made of, for a Makefile. Make goes by times alone, so that files that stand have to be newer than what was touched and
 * not changed, or it would ask for them again for ever.
 * @param more files that all of them were made of besides the settings
 */
export function writeDependencies(
  path: string,
  results: readonly Pick<TargetResult, "target" | "reads" | "reuse">[],
  recorder: Recorder,
  world: World,
  more: readonly string[] = [],
): MadeFile {
  const shared = recorder.now(["dossier.yaml", ...more].map((path) => ({ how: "read", path })));
  const made = results
    .filter(({ target }) => target.output !== "-")
    .map(({ target, reads = [] }) => ({ output: target.output, reads: [...shared, ...reads] }));
  for (const { target, reuse } of results)
    if (reuse === "standing" && target.output !== "-") world.host.touch?.(target.output);
  const bytes = new TextEncoder().encode(formatDependencies(made));
  world.host.write(path, bytes);
  return { path, digest: digestOf(bytes) };
}
