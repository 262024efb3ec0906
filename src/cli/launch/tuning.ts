import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";

/** Sources up to this size, together, are done before an optimising compiler has paid for itself. Bytes. */
const shortSources = 80_000;

/**
 * V8 optimises hot code in the background and, for WebAssembly, makes the process wait for it at its end. A short run is over
 * before that is worth its while; a long one needs it for JavaScript. So it is with looking for garbage among what is old, which
 * V8 begins before there is much of it.
 */
const quickWasm: Flags = {
  on: ["--liftoff-only"],
  // The flag turns two others off and does not turn them on again.
  off: ["--no-liftoff-only", "--wasm-tier-up", "--wasm-dynamic-tiering"],
};
const noOptimising: Flags = {
  on: [
    "--no-opt",
    "--no-incremental-marking",
    "--no-parallel-scavenge",
    "--no-concurrent-sweeping",
  ],
  off: ["--opt", "--incremental-marking", "--parallel-scavenge", "--concurrent-sweeping"],
};

/** Hundreds of documents are over as well before all that is warm has been optimised: only what is hot for long is worth it. */
const lateOptimising: Flags = {
  on: ["--interrupt-budget=1000000"],
  off: ["--interrupt-budget=67584"], // what V8 has had from 10 to 13
};

/** Commands that stay, or do the work of many. */
const lasting: readonly string[] = ["watch", "worker", "batch-worker", "queue-worker"];

type Flags = { readonly on: readonly string[]; readonly off: readonly string[] };

export type Tuning = {
  /** Does something as with the flags that V8 has by itself: compiled code is refused under other flags than its own. */
  readonly usually: <Value>(work: () => Value) => Value;
};

/** Sets V8 for a command, before anything of it has run. */
export function tune(parameters: readonly string[]): Tuning {
  const makesMany = parameters[0] === "batch-worker" || hasManyRecords(parameters);
  const sets = [
    quickWasm,
    ...(makesMany ? [lateOptimising] : isShort(parameters) ? [noOptimising] : []),
  ];
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

/**
 * Whether the sources are small together: the files that are given, or else those that a project is likely to have. Of what cannot
 * be seen, such as standard input, nothing is assumed.
 */
function isShort(parameters: readonly string[]): boolean {
  const [command = ""] = parameters;
  if (lasting.includes(command)) return false;
  // A word after an option may be its value, or a source after one that takes none.
  const given = parameters.filter(
    (parameter, index) =>
      !parameter.startsWith("-") &&
      (parameter.endsWith(".md") || parameters[index - 1]?.startsWith("-") !== true),
  );
  const sizes = sizesOf(given);
  const usual = given.length === 1 ? sizesOf([...sourcesIn("."), ...sourcesIn("data")]) : [];
  const counted = sizes.length > 0 ? sizes : usual;
  const settings =
    sizes.length > 0 ? 0 : sizesOf(["dossier.yaml"]).reduce((sum, size) => sum + size, 0);
  const worth = counted.reduce((sum, size) => sum + size + ofDocument, settings * ofSettings);
  return counted.length > 0 && worth <= shortSources;
}

/** What a small source, and a byte of settings, which name some hundred bytes for a target, are worth in bytes of sources. */
const ofDocument = 1_000;
const ofSettings = 10;

/** A file of records that is larger makes so many documents that optimising has paid for itself. Bytes. */
const fewRecords = 2_000;

/** Whether there is a batch of so many records. */
export function hasManyRecords(parameters: readonly string[]): boolean {
  const at = parameters.findIndex((parameter) => /^--data(=|$)/.test(parameter));
  const parameter = parameters[at];
  if (parameter === undefined) return false;
  const path = parameter.includes("=") ? parameter.slice("--data=".length) : parameters[at + 1];
  return sizesOf(path === undefined ? [] : [path]).every((size) => size > fewRecords);
}

function sizesOf(paths: readonly string[]): readonly number[] {
  return paths.flatMap((path) => {
    try {
      const state = statSync(path, { throwIfNoEntry: false });
      return state?.isFile() === true ? [state.size] : [];
    } catch {
      return []; // a loop of links, a folder that may not be looked into
    }
  });
}

function sourcesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
