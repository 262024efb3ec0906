/** The ways in which a build asks its host. */
export type ReadKind = "read" | "exists" | "list" | "shipped" | "listShipped";

/** One answer of the host on which a result rests. */
export type Read = {
  readonly how: ReadKind;
  /** As it was asked for, relative to the project folder, or to the program for what is shipped. */
  readonly path: string;
  /** SHA-256 of the answer, base64url; empty when there was nothing. */
  readonly digest: string;
  /**
   * What the file system said of the file; equal stamps mean equal bytes. Absent where that cannot be trusted, such as for a
   * file that changed a moment ago: then its bytes are looked at again.
   */
  readonly stamp?: string;
};

export type Question = Pick<Read, "how" | "path">;

/** Two reads of one name are one, since a host gives one answer to it. */
export function nameOfRead({ how, path }: Question): string {
  return `${how} ${path}`;
}

export function digestOf(content: Uint8Array | string): string {
  // Loaded when the first bytes are looked at: a run that finds all stamps as they were is over before.
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(content).digest("base64url");
}

/** Of names in a folder; an empty folder and none at all are the same to a build. */
export function digestOfNames(names: readonly string[]): string {
  return names.length === 0 ? "" : digestOf(names.join("\n"));
}
