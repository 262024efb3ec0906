import type { Diagnostic } from "../diagnostics/index.ts";

/** Which result is meant. Two identities with equal texts rest on the same questions to the host. */
export type Identity = {
  /** The target as text: source, kind, format, language and what else tells it from others. */
  readonly name: string;
  /** The targets that read the same files, as text: those of one batch. For a lone target its name. */
  readonly group: string;
  /** What it depends on besides files: the program, settings, the date. By the words that tell an author what changed. */
  readonly parts: Readonly<Record<string, string>>;
};

/** What is known of a file that was made, besides its bytes. */
export type Kept = {
  readonly pages: number;
  /** Warnings; they are told again when the file is used again. */
  readonly diagnostics: readonly Diagnostic[];
  /** SHA-256 of the bytes, base64url. */
  readonly digest: string;
};
