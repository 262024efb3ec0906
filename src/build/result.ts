import type { Diagnostic } from "../diagnostics/index.ts";
import type { Compiled } from "./compile.ts";
import type { Target } from "./target.ts";

export type TargetResult = Compiled & {
  readonly target: Target;
  /** Whether the file is there as it should be. A failed target leaves the old file as it was. */
  readonly written: boolean;
  /** The file was not made: it stood as it should, or a copy was kept. Absent when it was made. */
  readonly reuse?: "standing" | "copied";
};

export type BuildResult = {
  readonly targets: readonly TargetResult[];
  /** Of the run and of all targets, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** No errors; every file is written. */
  readonly ok: boolean;
};
