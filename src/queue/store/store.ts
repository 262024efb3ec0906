/**
 * Where inputs and outputs travel between machines, each under the SHA-256 of its bytes (hexadecimal, 64 digits). What is put there
 * never changes, so it may be put twice, by anybody, at any time.
 */
export type BlobStore = {
  readonly has: (hash: string) => Promise<boolean>;
  /** The bytes, proved to be those of the hash; undefined when there are none. Throws when the store cannot be reached or lies. */
  readonly get: (hash: string) => Promise<Uint8Array | undefined>;
  /** Gives the hash. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
};

export function hashOf(bytes: Uint8Array): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(bytes).digest("hex");
}

/** Whether a name is one that the store gives: nothing else is ever made a part of a path or an address. */
export function isHash(name: unknown): name is string {
  return typeof name === "string" && /^[0-9a-f]{64}$/.test(name);
}

export function proved(hash: string, bytes: Uint8Array): Uint8Array {
  if (hashOf(bytes) !== hash) throw new Error(`The store gave other bytes for ${hash}.`);
  return bytes;
}

export function checked(hash: string): string {
  if (!isHash(hash)) throw new Error(`Not a hash: ${JSON.stringify(hash)}.`);
  return hash;
}
