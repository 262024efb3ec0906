import { randomBytes } from "node:crypto";
import { promises as files } from "node:fs"; // and not node:fs/promises, which every command would load
import { dirname, join } from "node:path";
import type { BlobStore } from "./store.ts";
import { checked, hashOf, proved } from "./store.ts";

/** A folder that all machines see. */
export function fileStore(folder: string): BlobStore {
  const pathOf = (hash: string): string => join(folder, checked(hash).slice(0, 2), hash);
  return {
    async has(hash) {
      return (await unlessMissing(() => files.stat(pathOf(hash)))) !== undefined;
    },
    async get(hash) {
      const bytes = await unlessMissing(() => files.readFile(pathOf(hash)));
      return bytes === undefined ? undefined : proved(hash, bytes);
    },
    async put(bytes) {
      const hash = hashOf(bytes);
      const path = pathOf(hash);
      const there = await unlessMissing(() => files.readFile(path));
      if (there !== undefined && hashOf(there) === hash) return hash;
      const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
      await files.mkdir(dirname(path), { recursive: true });
      try {
        await files.writeFile(temporary, bytes);
        await files.rename(temporary, path);
      } catch (error) {
        await files.rm(temporary, { force: true });
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
