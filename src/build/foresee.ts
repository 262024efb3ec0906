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
  const state = cache.state(target.output, identity);
  if (state.kind === "current") return { target, would: "stand", why: [] };
  const found = await cache.find(identity);
  return { target, would: found === undefined ? "make" : "copy", why: state.why };
}
