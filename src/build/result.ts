import type { Read } from "../cache/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Compiled } from "./compile.ts";
import type { Target } from "./target.ts";

export type TargetResult = Compiled & {
  readonly target: Target;
  /** Whether the file is there as it should be. A failed target leaves the old file as it was. */
  readonly written: boolean;
  /** The file was not made: it stood as it should, or a copy was kept. Absent when it was made. */
  readonly reuse?: "standing" | "copied";
  /** Why it was made or copied, clauses such as `"data/a.md" changed`; absent where nothing is kept, empty when it stood. */
  readonly why?: readonly string[];
  /** SHA-256 of the file, base64url; absent for a failed target, and without a cache. */
  readonly digest?: string;
  /** What it was made of; absent where nobody wrote it down. */
  readonly reads?: readonly Read[];
};

export type BuildResult = {
  readonly targets: readonly TargetResult[];
  /** Of the run and of all targets, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** No errors; every file is written. */
  readonly ok: boolean;
  /** All that the run asked the host, its planning too; empty where nobody wrote it down. */
  readonly reads: readonly Read[];
};
