import type { Cache, Identity, Read } from "../cache/index.ts";
import { digestOf } from "../cache/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Compiled } from "./compile.ts";
import type { Target } from "./target.ts";

/** A file that need not be made again. */
export type Reused = {
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly reads: readonly Read[];
  /** To be written; absent when the file stands as it should. */
  readonly bytes?: Uint8Array;
};

/** Looks whether the file stands, then whether it was made before; undefined when it has to be made. */
export async function reuse(
  target: Target,
  identity: Identity,
  cache: Cache,
  world: Host,
): Promise<Reused | undefined> {
  const state = cache.state(target.output, identity);
  if (state.kind === "current") {
    cache.recorder.add(state.reads);
    const { pages, diagnostics } = state.kept;
    return { pages, diagnostics, reads: state.reads };
  }
  const found = await cache.find(identity);
  if (found === undefined) return undefined;
  const { pages, diagnostics, digest } = found.kept;
  const standing = world.read(target.output);
  if (standing !== undefined && digestOf(standing) === digest) {
    cache.recorder.add(found.reads);
    cache.note(target.output, identity, found.reads, found.kept);
    return { pages, diagnostics, reads: found.reads };
  }
  const bytes = await found.bytes();
  if (bytes === undefined) return undefined;
  cache.recorder.add(found.reads);
  return { pages, diagnostics, reads: found.reads, bytes };
}

/** Whether it was kept: all that was made is, unless a file changed while it was read: then nobody knows of which state it was made. */
export async function keep(
  compiled: Compiled,
  reads: readonly Read[],
  identity: Identity,
  cache: Cache,
): Promise<boolean> {
  if (compiled.bytes === undefined) return false;
  const unsteady = cache.recorder.unsteady();
  if (reads.some(({ path }) => unsteady.has(path))) return false;
  const { pages, diagnostics, bytes } = compiled;
  await cache.keep(identity, reads, { pages, diagnostics, digest: digestOf(bytes) }, bytes);
  return true;
}
