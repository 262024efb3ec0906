import type { Cache, Identity, Kept, Read } from "../cache/index.ts";
import { digestOf } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { Target } from "./target.ts";

/** A file that need not be made again. */
export type Reused = {
  readonly kept: Kept;
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
  const found = state.kind === "current" ? state : await cache.find(identity);
  if (found === undefined) return undefined;
  const { kept, reads } = found;
  if (state.kind === "current" || stands(target.output, kept, world)) {
    cache.recorder.add(reads);
    if (state.kind !== "current") cache.note(target.output, identity, reads, kept);
    return { kept, reads };
  }
  const bytes = await ("bytes" in found ? found.bytes() : undefined);
  if (bytes === undefined) return undefined;
  cache.recorder.add(reads);
  return { kept, reads, bytes };
}

function stands(output: string, kept: Kept, world: Host): boolean {
  const bytes = world.read(output);
  return bytes !== undefined && digestOf(bytes) === kept.digest;
}
