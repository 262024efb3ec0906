import type { Cache, Identity } from "../cache/index.ts";
import { stands, whyCopied } from "./reuse.ts";
import type { Run } from "./run-target.ts";
import { identityFor, isFleeting } from "./run-target.ts";
import type { Target } from "./target.ts";

/** What a build would do, found out without doing it. */
export type Foreseen = {
  readonly target: Target;
  /** The file stands, a copy of it would be written, or it would be made. */
  readonly would: "stand" | "copy" | "make";
  readonly why: readonly string[];
};

export async function foreseeTarget(target: Target, run: Omit<Run, "finish">): Promise<Foreseen> {
  const { cache } = run;
  if (cache === undefined || isFleeting(target, run)) return { target, would: "make", why: [] };
  const identity = identityFor(target, run, cache);
  if (run.lean === true) return foreseeLean(target, identity, cache, run);
  const state = cache.state(target.output, identity);
  if (state.kind === "current") return { target, would: "stand", why: [] };
  const found = await cache.find(identity);
  return { target, would: found === undefined ? "make" : "copy", why: state.why };
}

async function foreseeLean(
  target: Target,
  identity: Identity,
  cache: Cache,
  { world }: Omit<Run, "finish">,
): Promise<Foreseen> {
  const found = await cache.find(identity);
  if (found === undefined) return { target, would: "make", why: cache.whyOfGroup(identity) };
  if (stands(target.output, found.kept, world)) return { target, would: "stand", why: [] };
  return { target, would: "copy", why: whyCopied(target.output, world) };
}
