import type { Cache, Memory, Read, Recorder } from "../cache/index.ts";
import { createMemory } from "../cache/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Project } from "../settings/index.ts";
import { readProject } from "../settings/index.ts";
import type { CompileOptions } from "./compile.ts";
import { compile } from "./compile.ts";
import { graded } from "./graded.ts";
import { settingsDigest } from "./identity.ts";
import type { BuildRequest } from "./plan.ts";
import { plan } from "./plan.ts";
import type { Run } from "./run-target.ts";
import type { Session } from "./session.ts";
import { createSession } from "./session.ts";
import type { Target } from "./target.ts";

export type BeginOptions = BuildRequest & {
  /** Bytes of the source `-`. */
  readonly standardInput?: () => Uint8Array;
  readonly trace?: boolean;
  /** Where results are kept from one run to the next; absent: everything is made. */
  readonly cache?: Cache;
  /** Writes down what each target reads, where there is no cache that does so. */
  readonly recorder?: Recorder;
  /** What earlier runs of this process read and parsed; it has to rest on the same recorder. */
  readonly memory?: Memory;
};

/** A planned run, before its first target. */
export type Begun = {
  readonly targets: readonly Target[];
  /** Of settings and planning. With an error among them there are no targets. */
  readonly diagnostics: readonly Diagnostic[];
  readonly run: Omit<Run, "finish">;
  readonly session: Session;
  /** What was asked of the host until now; empty where nobody wrote it down. */
  readonly end: () => readonly Read[];
};

/** Reads the project's settings, plans the targets and gets ready what they share. */
export function begin(options: BeginOptions, world: Host, only?: CompileOptions["only"]): Begun {
  const { cache } = options;
  const recorder = cache?.recorder ?? options.recorder;
  recorder?.forget();
  const end = recorder?.start();
  const host = recorder?.host ?? world;
  const project = readProject(host);
  const session = createSession(host, {
    memory: memoryFor(options.memory, recorder, project.value),
    warm: options.memory !== undefined,
    ...(project.value === undefined ? {} : { project: project.value }),
    ...(options.standardInput === undefined ? {} : { standardInput: options.standardInput }),
  });
  const planned = plan(options, session, host);
  const diagnostics = [...project.diagnostics, ...planned.diagnostics];
  const asOf = options.asOf ?? session.project?.asOf;
  const settings: CompileOptions = {
    trace: options.trace ?? false,
    ...(asOf === undefined ? {} : { asOf }),
    ...(only === undefined ? {} : { only }),
  };
  const rules = project.value?.rules ?? new Map();
  return {
    targets: diagnostics.some(isError) ? [] : planned.value,
    diagnostics,
    session,
    run: {
      host,
      make: async (target) => graded(await compile(target, settings, session, host), rules),
      world,
      settings,
      project: session.project,
      ...(cache === undefined ? {} : { cache }),
      ...(recorder === undefined ? {} : { recorder }),
    },
    end: end ?? (() => []),
  };
}

/** Settings decide what a source means, so what was made under others is not used. */
function memoryFor(
  kept: Memory | undefined,
  recorder: Recorder | undefined,
  project: Project | undefined,
): Memory {
  if (kept === undefined) return createMemory(recorder);
  const settings = settingsDigest(project);
  return { remember: (key, make) => kept.remember(`${settings} ${key}`, make) };
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
