import { statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

/** A source up to this size is done before an optimising compiler has paid for itself. Bytes. */
const shortSource = 100_000;

/**
 * V8 optimises hot code in the background and, for WebAssembly, makes the process wait for it at its end. A short run is over
 * before that is worth its while; a long one needs it for JavaScript.
 */
const quickWasm: Flags = {
  on: ["--liftoff-only"],
  // The flag turns two others off and does not turn them on again.
  off: ["--no-liftoff-only", "--wasm-tier-up", "--wasm-dynamic-tiering"],
};
const noOptimising: Flags = { on: ["--no-opt"], off: ["--opt"] };

type Flags = { readonly on: readonly string[]; readonly off: readonly string[] };

export type Tuning = {
  /** Does something as with the flags that V8 has by itself: compiled code is refused under other flags than its own. */
  readonly usually: <Value>(work: () => Value) => Value;
};

/** Sets V8 for a command, before anything of it has run. */
export function tune(parameters: readonly string[]): Tuning {
  const sets = [quickWasm, ...(isShort(parameters) ? [noOptimising] : [])];
  const set = (side: keyof Flags): void => {
    for (const flags of sets) for (const flag of flags[side]) setFlagsFromString(flag);
  };
  set("on");
  return {
    usually(work) {
      set("off");
      try {
        return work();
      } finally {
        set("on");
      }
    },
  };
}

/** Whether one small file is all that the command is given. Of what cannot be seen, such as standard input, nothing is assumed. */
function isShort(parameters: readonly string[]): boolean {
  if (parameters.includes("--data")) return false; // a source of one page is made a thousand times
  const sizes = parameters.flatMap((parameter, index) => {
    if (parameter.startsWith("-") || parameters[index - 1]?.startsWith("-") === true) return [];
    const state = statSync(parameter, { throwIfNoEntry: false });
    return state?.isFile() === true ? [state.size] : [];
  });
  return sizes.length === 1 && (sizes[0] ?? 0) <= shortSource;
}
