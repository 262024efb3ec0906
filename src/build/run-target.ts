import type { Cache, Identity, Kept, Read, Recorder } from "../cache/index.ts";
import { digestOf } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { Project } from "../settings/index.ts";
import type { Compiled, CompileOptions } from "./compile.ts";
import { identityOf } from "./identity.ts";
import type { TargetResult } from "./result.ts";
import { reuse } from "./reuse.ts";
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
  /** That of the cache, or another. */
  readonly recorder?: Recorder;
};

/** Makes one target, or takes what is there. */
export async function runTarget(target: Target, run: Run): Promise<TargetResult> {
  const { cache } = run;
  const fleeting = target.source === "-" || target.output === "-" || run.settings.trace;
  if (cache === undefined || fleeting) return run.finish(await make(target, run));

  const identity = identityFor(target, run, cache);
  const reused = await reuse(target, identity, cache, run.world);
  if (reused === undefined) return makeAndKeep(target, identity, run, cache);
  const { kept, bytes, reads } = reused;
  const result: TargetResult = { ...kept, target, reads, written: false };
  if (bytes === undefined) return { ...result, written: true, reuse: "standing" };
  const finished = run.finish({ ...result, bytes, reuse: "copied" });
  if (finished.written) cache.note(target.output, identity, reads, kept);
  return finished;
}

async function make(target: Target, { make, recorder }: Run): Promise<TargetResult> {
  const end = recorder?.start();
  const compiled = await make(target).finally(end);
  const reads = end === undefined ? {} : { reads: end() };
  return { ...compiled, ...reads, target, written: false };
}

async function makeAndKeep(
  target: Target,
  identity: Identity,
  run: Run,
  cache: Cache,
): Promise<TargetResult> {
  const made = await make(target, run);
  const { pages, diagnostics, bytes, reads = [] } = made;
  if (bytes === undefined) return run.finish(made);
  const kept: Kept = { pages, diagnostics, digest: digestOf(bytes) };
  const result = { ...run.finish(made), digest: kept.digest };
  if (isSteady(reads, cache)) {
    await cache.keep(identity, reads, kept, bytes);
    if (result.written) cache.note(target.output, identity, reads, kept);
  }
  return result;
}

/** Of a file that changed while it was read nobody knows which state went into the document. */
function isSteady(reads: readonly Read[], cache: Cache): boolean {
  const unsteady = cache.recorder.unsteady();
  return !reads.some(({ path }) => unsteady.has(path));
}

function identityFor(target: Target, { settings, project, world }: Run, cache: Cache): Identity {
  return identityOf(target, {
    engine: cache.engine,
    project,
    ...(settings.asOf === undefined ? {} : { asOf: settings.asOf }),
    ...(world.epochDate === undefined ? {} : { epochDate: world.epochDate }),
  });
}
