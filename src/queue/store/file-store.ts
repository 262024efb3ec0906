import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BlobStore } from "./store.ts";
import { checked, hashOf, proved } from "./store.ts";

/** A folder that all machines see. */
export function fileStore(folder: string): BlobStore {
  const pathOf = (hash: string): string => join(folder, checked(hash).slice(0, 2), hash);
  return {
    async has(hash) {
      return (await unlessMissing(() => stat(pathOf(hash)))) !== undefined;
    },
    async get(hash) {
      const bytes = await unlessMissing(() => readFile(pathOf(hash)));
      return bytes === undefined ? undefined : proved(hash, bytes);
    },
    async put(bytes) {
      const hash = hashOf(bytes);
      const path = pathOf(hash);
      const there = await unlessMissing(() => readFile(path));
      if (there !== undefined && hashOf(there) === hash) return hash;
      const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeFile(temporary, bytes);
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return hash;
    },
  };
}

async function unlessMissing<Value>(action: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await action();
  } catch (error) {
    if ((error as { readonly code?: string }).code === "ENOENT") return undefined;
    throw error;
  }
}
