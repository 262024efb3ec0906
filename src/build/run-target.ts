import type { Cache, Identity, Read } from "../cache/index.ts";
import { digestOf } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { Project } from "../settings/index.ts";
import type { Compiled, CompileOptions } from "./compile.ts";
import { identityOf } from "./identity.ts";
import type { TargetResult } from "./result.ts";
import { keep, reuse } from "./reuse.ts";
import type { Target } from "./target.ts";

/** What the targets of one run have in common. */
export type Run = {
  readonly make: (target: Target) => Promise<Compiled>;
  /** Writes what was made. */
  readonly finish: (result: TargetResult) => TargetResult;
  readonly world: Host;
  readonly settings: CompileOptions;
  readonly project: Project | undefined;
  readonly cache?: Cache;
};

/** Makes one target, or takes what is there. */
export async function runTarget(target: Target, run: Run): Promise<TargetResult> {
  const { cache } = run;
  const fleeting = target.source === "-" || target.output === "-" || run.settings.trace;
  if (cache === undefined || fleeting)
    return run.finish({ ...(await run.make(target)), target, written: false });

  const identity = identityFor(target, run, cache);
  const reused = await reuse(target, identity, cache, run.world);
  if (reused === undefined) return makeAndKeep(target, identity, run, cache);
  const { pages, diagnostics, bytes, reads } = reused;
  const result: TargetResult = { pages, diagnostics, target, written: false };
  if (bytes === undefined) return { ...result, written: true, reuse: "standing" };
  const finished = run.finish({ ...result, bytes, reuse: "copied" });
  note(finished, identity, reads, cache);
  return finished;
}

async function makeAndKeep(
  target: Target,
  identity: Identity,
  run: Run,
  cache: Cache,
): Promise<TargetResult> {
  const end = cache.recorder.start();
  const compiled = await run.make(target).finally(end);
  const reads = end();
  const result = run.finish({ ...compiled, target, written: false });
  if (await keep(compiled, reads, identity, cache)) note(result, identity, reads, cache);
  return result;
}

function note(
  result: TargetResult,
  identity: Identity,
  reads: readonly Read[],
  cache: Cache,
): void {
  const { bytes, pages, diagnostics, target, written } = result;
  if (bytes !== undefined && written)
    cache.note(target.output, identity, reads, { pages, diagnostics, digest: digestOf(bytes) });
}

function identityFor(target: Target, { settings, project, world }: Run, cache: Cache): Identity {
  return identityOf(target, {
    engine: cache.engine,
    project,
    ...(settings.asOf === undefined ? {} : { asOf: settings.asOf }),
    ...(world.epochDate === undefined ? {} : { epochDate: world.epochDate }),
  });
}
