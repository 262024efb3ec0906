import type { Report } from "../diagnostics/index.ts";

/** Why a Word file, or a part of it, cannot be used. */
export type Fault = {
  readonly rule:
    | "word-file-is-sound"
    | "word-file-is-safe"
    | "word-file-has-no-macros"
    | "word-file-is-transitional";
  /** What is wrong, to follow the name of the file: "is not a Word file". */
  readonly what: string;
  readonly hints: readonly string[];
};

/** Thrown within this folder and the folders that read Word files; caught where a file is opened, and told. */
export class WordFileFault extends Error {
  public readonly fault: Fault;
  public constructor(rule: Fault["rule"], what: string, ...hints: readonly string[]) {
    super(what);
    this.fault = { rule, what, hints };
  }
}

/** Runs `read`; a fault of the file becomes a diagnostic, and the result is undefined. Other errors are ours and pass. */
export function tellingFaults<Value>(
  file: string,
  report: Report,
  read: () => Value,
): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof WordFileFault)) throw error;
    const { rule, what, hints } = error.fault;
    report({ rule, severity: "error", message: `The Word file "${file}" ${what}.`, hints });
    return undefined;
  }
}
