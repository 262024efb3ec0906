/** Where something was written, for the person who has to mend it. Lines and columns count from 1. */
export type Place = {
  /** Path as the user gave it, relative to the project folder where possible. `-` is standard input. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** End of the stretch, exclusive; absent when only the start is known. */
  readonly endLine?: number;
  readonly endColumn?: number;
};

export type Severity = "error" | "warning";

/** What we tell an author. The stage that says it goes on, so that all faults are told at once. */
export type Diagnostic = {
  /** Named for what should hold, in kebab-case: `reference-resolves`. `dossier explain RULE` tells more. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence that ends in a full stop, names in double quotes. */
  readonly message: string;
  /** Absent when it concerns the whole run. */
  readonly place?: Place;
  /** What to do, each a sentence; similar names, if any, come first. Empty when the message says it all. */
  readonly hints: readonly string[];
};

/** What a stage gives: always something sensible, and what the author has to know. */
export type Outcome<Value> = {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
};

/** Takes a diagnostic; stages make one with `collect` and return what it gathered. */
export type Report = (diagnostic: Diagnostic) => void;
