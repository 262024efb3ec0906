import type { Cache, Identity, Kept, OutputState, Read } from "../cache/index.ts";
import { digestOf } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { Target } from "./target.ts";

/** A file that need not be made again, or why it has to be. */
export type Reuse = Reused | { readonly kind: "none"; readonly why: readonly string[] };

export type Reused = {
  readonly kind: "standing" | "copied";
  readonly kept: Kept;
  readonly reads: readonly Read[];
  /** To be written; absent when the file stands as it should. */
  readonly bytes?: Uint8Array;
  /** Why it is written again; empty when it stands. */
  readonly why: readonly string[];
};

/** Looks whether the file stands, then whether it was made before. */
export async function reuse(
  target: Target,
  identity: Identity,
  cache: Cache,
  { world, lean = false }: { readonly world: Host; readonly lean?: boolean },
): Promise<Reuse> {
  const state: OutputState = lean
    ? { kind: "stale", why: [] }
    : cache.state(target.output, identity);
  if (state.kind === "current") {
    const { kept, reads } = state;
    cache.recorder.add(reads);
    return { kind: "standing", kept, reads, why: [] };
  }
  const { why } = state;
  const found = await cache.find(identity);
  if (found === undefined) return { kind: "none", why: lean ? cache.whyOfGroup(identity) : why };
  const { kept, reads } = found;
  if (stands(target.output, kept, world)) {
    cache.recorder.add(reads);
    if (!lean) cache.note(target.output, identity, reads, kept);
    return { kind: "standing", kept, reads, why: [] };
  }
  const bytes = await found.bytes();
  if (bytes === undefined) return { kind: "none", why };
  cache.recorder.add(reads);
  return { kind: "copied", kept, reads, bytes, why: lean ? whyCopied(target.output, world) : why };
}

export function whyCopied(output: string, world: Host): readonly string[] {
  return [`"${output}" ${world.exists(output) ? "is not as it was made" : "is not there"}`];
}

/** Whether the file is the one that was made. */
export function stands(output: string, kept: Kept, world: Host): boolean {
  const bytes = world.read(output);
  return bytes !== undefined && digestOf(bytes) === kept.digest;
}
