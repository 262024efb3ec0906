const slot = "dossierEngine";

/**
 * Tells programs apart that may make other bytes of the same files: another version, or another Node, whose zlib packs them. The
 * launcher, which knows the digest of all parts, says it once for the process.
 */
export function setEngine(digest: string): string {
  const engine = `${digest} node ${process.version} zlib ${process.versions["zlib"] ?? ""}`;
  Reflect.set(globalThis, slot, engine);
  return engine;
}

/** Undefined when the program was started in another way; then its version is not known well enough to keep results. */
export function engine(): string | undefined {
  const value: unknown = Reflect.get(globalThis, slot);
  return typeof value === "string" ? value : undefined;
}
