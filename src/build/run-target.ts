import type { Cache, Identity, Kept, Read, Recorder } from "../cache/index.ts";
import { digestOf } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { Project } from "../settings/index.ts";
import type { Compiled, CompileOptions } from "./compile.ts";
import { identityOf } from "./identity.ts";
import type { Remote } from "./remote.ts";
import type { TargetResult } from "./result.ts";
import { reuse } from "./reuse.ts";
import type { Target } from "./target.ts";

/** What the targets of one run have in common. */
export type Run = {
  readonly make: (target: Target) => Promise<Compiled>;
  /** Makes it elsewhere; absent: here. */
  readonly remote?: Remote;
  /** Writes what was made. */
  readonly finish: (result: TargetResult) => TargetResult;
  /** Where outputs stand. */
  readonly world: Host;
  /** The same, with all that is read written down. */
  readonly host: Host;
  /** One of very many files: no record of its own is kept beside its copy. */
  readonly lean?: boolean;
  readonly settings: CompileOptions;
  readonly project: Project | undefined;
  readonly cache?: Cache;
  /** That of the cache, or another. */
  readonly recorder?: Recorder;
};

/** Makes one target, or takes what is there. */
export async function runTarget(target: Target, run: Run): Promise<TargetResult> {
  const { cache } = run;
  if (cache === undefined || isFleeting(target, run)) return run.finish(await make(target, run));

  const identity = identityFor(target, run, cache);
  const found = await reuse(target, identity, cache, run);
  const { why } = found;
  if (found.kind === "none") return { ...(await makeAndKeep(target, identity, run, cache)), why };
  const { kind, kept, bytes, reads } = found;
  const result: TargetResult = { ...kept, target, reads, why, written: true, reuse: kind };
  if (bytes === undefined) return result;
  const finished = run.finish({ ...result, bytes, written: false });
  if (finished.written && run.lean !== true) cache.note(target.output, identity, reads, kept);
  return finished;
}

async function make(target: Target, { make, recorder, remote }: Run): Promise<TargetResult> {
  // What comes from a stream is at hand here alone.
  if (remote !== undefined && target.source !== "-") {
    const made = await remote.make(target);
    recorder?.add(made.reads ?? []);
    return { ...made, target, written: false };
  }
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
  const { pages, diagnostics, bytes, reads } = made;
  if (bytes === undefined || reads === undefined) return run.finish(made);
  const kept: Kept = { pages, diagnostics, digest: digestOf(bytes) };
  const result = { ...run.finish(made), digest: kept.digest };
  if (isSteady(reads, cache)) {
    await cache.keep(identity, reads, kept, bytes);
    if (result.written && run.lean !== true) cache.note(target.output, identity, reads, kept);
  }
  return result;
}

/** Of a file that changed while it was read nobody knows which state went into the document. */
function isSteady(reads: readonly Read[], cache: Cache): boolean {
  const unsteady = cache.recorder.unsteady();
  return !reads.some(({ path }) => unsteady.has(path));
}

/** Nothing of it is kept: it comes from or goes to a stream, or more is wanted than the file. */
export function isFleeting(target: Target, { settings }: Pick<Run, "settings">): boolean {
  return target.source === "-" || target.output === "-" || settings.trace;
}

export function identityFor(
  target: Target,
  { settings, project, world }: Omit<Run, "finish">,
  cache: Cache,
): Identity {
  return identityOf(target, {
    engine: cache.engine,
    project,
    ...(settings.asOf === undefined ? {} : { asOf: settings.asOf }),
    ...(world.epochDate === undefined ? {} : { epochDate: world.epochDate }),
  });
}
