import type { Diagnostic } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { BeginOptions } from "./begin.ts";
import { begin, isError } from "./begin.ts";
import type { CompileOptions } from "./compile.ts";
import type { Foreseen } from "./foresee.ts";
import { foreseeTarget } from "./foresee.ts";
import type { OpenRemote } from "./remote.ts";
import { inParallel, openRemote } from "./remote.ts";
import type { BuildResult, TargetResult } from "./result.ts";
import type { Run } from "./run-target.ts";
import { runTarget } from "./run-target.ts";
import { writeTarget } from "./write-target.ts";

export type BuildOptions = BeginOptions & {
  /** Takes the file of the output `-`. */
  readonly standardOutput?: (bytes: Uint8Array) => void;
  /** Has the files made elsewhere. */
  readonly remote?: OpenRemote;
  /** Told after each target. */
  readonly onTarget?: (result: TargetResult) => void;
  /**
   * The results of all targets come without their bytes, documents and traces, which `onTarget` has seen, so that memory does not
   * grow with them. Absent: with them.
   */
  readonly lean?: boolean;
};

/**
 * Builds what is asked for. Faults of sources, templates and settings come back as diagnostics; an error stops its own
 * target only.
 */
export async function build(options: BuildOptions, host: Host): Promise<BuildResult> {
  return run(options, host, (result) => writeTarget(result, host, options.standardOutput));
}

/** Goes the whole way but makes and writes no file. */
export async function check(options: BuildOptions, host: Host): Promise<BuildResult> {
  const { cache: _, ...uncached } = options;
  return run(uncached, host, (result) => ({ ...result, written: false }), "layout");
}

/** Plans, and tells what a build would do with each target. */
export async function foresee(
  options: BuildOptions,
  host: Host,
): Promise<{
  readonly targets: readonly Foreseen[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const begun = begin(options, host);
  const targets: Foreseen[] = [];
  for (const target of begun.targets) targets.push(await foreseeTarget(target, begun.run));
  return { targets, diagnostics: unique(begun.diagnostics) };
}

async function run(
  options: BuildOptions,
  host: Host,
  finish: Run["finish"],
  only?: CompileOptions["only"],
): Promise<BuildResult> {
  const begun = begin(options, host, only);
  const remote = await openRemote(options.remote, begun.targets, begun.session, host);
  const settings: Run = { ...begun.run, finish, ...(remote === undefined ? {} : { remote }) };
  const results: TargetResult[] = [];
  try {
    await inParallel(begun.targets, remote?.most ?? 1, async (target, index) => {
      const result = await runTarget(target, settings);
      options.onTarget?.(result);
      results[index] = options.lean === true ? leanly(result) : result;
    });
  } finally {
    await remote?.close();
  }
  const targets = results.filter((result) => result !== undefined);
  const told = [...begun.diagnostics, ...targets.flatMap((target) => target.diagnostics)];
  const diagnostics = unique(told);
  return { targets, diagnostics, ok: !diagnostics.some(isError), reads: begun.end() };
}

function leanly({ bytes: _, document: __, trace: ___, ...rest }: TargetResult): TargetResult {
  return rest;
}

/** The same fault of the source comes with each of its targets; it is told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) seen.set(JSON.stringify(diagnostic), diagnostic);
  return [...seen.values()];
}
