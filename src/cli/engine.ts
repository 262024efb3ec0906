import { statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

/** Sources up to this size are done before an optimising compiler has paid for itself. */
const shortSource = 100_000;

/**
 * V8 optimises hot code in the background and, for WebAssembly, makes the process wait for it at its end. A short run is over
 * before that is worth its while; a long one needs it. Asked before the first document is made.
 */
export function tuneEngine(sources: readonly string[]): void {
  setFlagsFromString("--liftoff-only");
  if (sources.length === 1 && sizeOf(sources[0] ?? "") <= shortSource)
    setFlagsFromString("--no-opt");
}

/** Of what cannot be seen, such as standard input, nothing is assumed. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? Number.POSITIVE_INFINITY;
}
