import type { Cache, Recorder } from "../cache/index.ts";
import { createMemory } from "../cache/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import { readProject } from "../settings/index.ts";
import type { Compiled, CompileOptions } from "./compile.ts";
import { compile } from "./compile.ts";
import type { BuildRequest } from "./plan.ts";
import { plan } from "./plan.ts";
import type { BuildResult, TargetResult } from "./result.ts";
import type { Run } from "./run-target.ts";
import { runTarget } from "./run-target.ts";
import { createSession } from "./session.ts";
import type { Target } from "./target.ts";

export type BuildOptions = BuildRequest & {
  /** Bytes of the source `-`. */
  readonly standardInput?: () => Uint8Array;
  /** Takes the file of the output `-`. */
  readonly standardOutput?: (bytes: Uint8Array) => void;
  /** Told after each target. */
  readonly onTarget?: (result: TargetResult) => void;
  readonly trace?: boolean;
  /** Where results are kept from one run to the next; absent: everything is made. */
  readonly cache?: Cache;
  /** Writes down what each target reads, where there is no cache that does so. */
  readonly recorder?: Recorder;
};

/**
 * Builds what is asked for. Faults of sources, templates and settings come back as diagnostics; an error stops its own
 * target only.
 */
export async function build(options: BuildOptions, host: Host): Promise<BuildResult> {
  return run(options, host, (result) => write(result, options, host));
}

/** Goes the whole way but makes and writes no file. */
export async function check(options: BuildOptions, host: Host): Promise<BuildResult> {
  const { cache: _, ...uncached } = options;
  return run(uncached, host, (result) => ({ ...result, written: false }), "layout");
}

async function run(
  options: BuildOptions,
  world: Host,
  finish: Run["finish"],
  only?: CompileOptions["only"],
): Promise<BuildResult> {
  const { cache } = options;
  const recorder = cache?.recorder ?? options.recorder;
  recorder?.forget();
  const end = recorder?.start();
  const host = recorder?.host ?? world;
  const project = readProject(host);
  const session = createSession(host, {
    memory: createMemory(recorder),
    ...(project.value === undefined ? {} : { project: project.value }),
    ...(options.standardInput === undefined ? {} : { standardInput: options.standardInput }),
  });
  const planned = plan(options, session, host);
  const early = [...project.diagnostics, ...planned.diagnostics];
  const targets: TargetResult[] = [];
  if (!early.some(isError)) {
    const asOf = options.asOf ?? session.project?.asOf;
    const settings: CompileOptions = {
      trace: options.trace ?? false,
      ...(asOf === undefined ? {} : { asOf }),
      ...(only === undefined ? {} : { only }),
    };
    const make = (target: Target): Promise<Compiled> => compile(target, settings, session, host);
    for (const target of planned.value) {
      const result = await runTarget(target, {
        make,
        finish,
        world,
        settings,
        project: session.project,
        ...(cache === undefined ? {} : { cache }),
        ...(recorder === undefined ? {} : { recorder }),
      });
      options.onTarget?.(result);
      targets.push(result);
    }
  }
  const diagnostics = unique([...early, ...targets.flatMap((target) => target.diagnostics)]);
  return { targets, diagnostics, ok: !diagnostics.some(isError), reads: end?.() ?? [] };
}

function write(result: TargetResult, options: BuildOptions, host: Host): TargetResult {
  if (result.bytes === undefined) return result;
  try {
    if (result.target.output === "-") options.standardOutput?.(result.bytes);
    else host.write(result.target.output, result.bytes);
    return { ...result, written: true };
  } catch (error) {
    const message =
      error instanceof Error ? error.message : `Cannot write "${result.target.output}".`;
    return {
      ...result,
      diagnostics: [
        ...result.diagnostics,
        {
          rule: "output-is-writable",
          severity: "error",
          message,
          hints: ["Choose another folder with --out-dir."],
        },
      ],
    };
  }
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

/** The same fault of the source comes with each of its targets; it is told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) seen.set(JSON.stringify(diagnostic), diagnostic);
  return [...seen.values()];
}
