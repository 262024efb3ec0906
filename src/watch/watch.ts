import type { BuildOptions, BuildResult } from "../build/index.ts";
import { build } from "../build/index.ts";
import type { Cache } from "../cache/index.ts";
import { createMemory } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { Changes } from "./changes.ts";

export type WatchOptions = BuildOptions & {
  readonly cache: Cache;
  /** Told before each build. */
  readonly onBegin?: () => void;
  /** Told after each build that had something to do, the first among them. */
  readonly onBuild: (result: BuildResult, changed: readonly string[]) => void;
};

/**
 * Builds, and builds again what a change touches, until the changes end. Fonts, templates and sources that did not change stay read; a
 * source with faults is told and waited for.
 */
export async function watchAndBuild(
  options: WatchOptions,
  changes: (isOwn: (path: string) => boolean) => Promise<Changes>,
  host: Host,
): Promise<void> {
  const { onBegin, onBuild, ...request } = options;
  const { recorder } = options.cache;
  const memory = createMemory(recorder);
  const outputs = new Set<string>();
  let told = "";
  let last: BuildResult | undefined;
  /** Whether a build would read what the last one read, and what that made is there. */
  const stands = (): boolean => {
    if (last === undefined) return false;
    recorder.forget();
    const { targets, reads } = last;
    const areDone = targets.every(({ target, written, bytes }) =>
      written ? host.exists(target.output) : bytes === undefined,
    );
    return areDone && recorder.holds(reads);
  };
  const once = async (changed: readonly string[]): Promise<void> => {
    if (stands()) return;
    onBegin?.();
    const result = await build({ ...request, memory }, host);
    last = result;
    for (const { target } of result.targets) outputs.add(target.output.replace(/^\.\//, ""));
    const said = JSON.stringify(result.diagnostics);
    const idle = result.targets.every(({ reuse }) => reuse === "standing") && said === told;
    told = said;
    if (!idle || changed.length === 0) onBuild(result, changed);
  };
  // Watching begins before the first build, so that no change falls between the two.
  const seen = await changes((path) => outputs.has(path) || path.endsWith(".part"));
  await once([]);
  for (let changed = await seen.next(); changed.length > 0; changed = await seen.next())
    await once(changed);
}
