import { appendFileSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { storeFolder } from "./results.ts";

// The upkeep of the folder: how much it may hold, whether it is sound, and its end.

/** Bytes that copies may take, unless another bound is given. */
export const usualCacheSize: number = 512 * 1024 * 1024;

/** What the runs, the records and the questions may each take of the bound for copies: room for tens of thousands of targets. */
const shareOfNotes = 4;

export type Pruned = { readonly removed: number; readonly left: number; readonly bytes: number };

/**
 * Removes the oldest copies until the others take at most `most` bytes. Another process that wanted one of them makes it again.
 */
export async function pruneCache(folder: string, most: number): Promise<Pruned> {
  const { store: cacache } = await import("./store/index.ts");
  const store = storeFolder(folder);
  const entries = await entriesOf(store);
  const kept = new Set<string>();
  let bytes = 0;
  let removed = 0;
  for (const { key, integrity, size } of entries) {
    if (!kept.has(integrity) && bytes + size > most) {
      await cacache.rm.entry(store, key);
      removed += 1;
      continue;
    }
    if (!kept.has(integrity)) bytes += size;
    kept.add(integrity);
  }
  for (const { integrity } of entries)
    if (!kept.has(integrity)) await cacache.rm.content(store, integrity);
  for (const name of ["runs", "records", "questions"])
    tidy(join(folder, name), most / shareOfNotes);
  rmSync(join(folder, "added"), { force: true });
  return { removed, left: entries.length - removed, bytes };
}

/** Counts what a run added, and prunes when it is more than an eighth of the bound, so that the folder is not listed each time. */
export async function boundCache(folder: string, added: number, most: number): Promise<void> {
  if (added === 0) return;
  const file = join(folder, "added");
  try {
    appendFileSync(file, `${added}\n`, { mode: 0o600 });
    const sum = readFileSync(file, "utf8")
      .split("\n")
      .reduce((total, line) => total + Number(line), 0);
    if (sum > most / 8) await pruneCache(folder, most);
  } catch {
    // A cache that cannot be written does not grow.
  }
}

export type Verified = { readonly sound: number; readonly damaged: number; readonly bytes: number };

/** Reads every copy, removes those that are damaged or that nothing refers to. */
export async function verifyCache(folder: string): Promise<Verified> {
  const { store: cacache } = await import("./store/index.ts");
  const store = storeFolder(folder);
  if (statSync(store, { throwIfNoEntry: false }) === undefined)
    return { sound: 0, damaged: 0, bytes: 0 };
  const stats = await cacache.verify(store);
  return {
    sound: stats.verifiedContent,
    damaged: stats.badContentCount,
    bytes: stats.keptSize,
  };
}

export function clearCache(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

type StoreEntry = { readonly key: string; readonly integrity: string; readonly size: number };

/** Newest first; ties by key. */
async function entriesOf(store: string): Promise<readonly StoreEntry[]> {
  const { store: cacache } = await import("./store/index.ts");
  try {
    const listed = Object.values(await cacache.ls(store));
    return listed
      .sort((a, b) => b.time - a.time || (a.key < b.key ? -1 : 1))
      .map(({ key, integrity, size }) => ({ key, integrity, size: size ?? 0 }));
  } catch {
    return [];
  }
}

/** Removes the oldest notes until the others take at most `most` bytes. A file loses only what it would have told of its making. */
function tidy(folder: string, most: number): void {
  const aged = namesIn(folder).map((name) => {
    const path = join(folder, name);
    const state = statSync(path, { throwIfNoEntry: false });
    return { path, size: state?.size ?? 0, time: state?.mtimeMs ?? 0 };
  });
  aged.sort((a, b) => b.time - a.time || (a.path < b.path ? -1 : 1));
  let bytes = 0;
  for (const { path, size } of aged) {
    bytes += size;
    if (bytes > most) rmSync(path, { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
