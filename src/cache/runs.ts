import { join } from "node:path";
import type { Host } from "../host/index.ts";
import { readJson, writeJson } from "./files.ts";
import type { Read } from "./reads.ts";
import { answerOf, isRead } from "./world.ts";

// A whole run by its command line: when nothing that it read or wrote has changed, doing it again would change nothing. This file
// and what it imports stay small, since the quickest run is the one that looks and leaves.

/** What a run said, to be said again. */
export type Told = { readonly out: string; readonly error: string };

export type RunRecord = Told & {
  readonly reads: readonly Read[];
  /** Files that it wrote, with the digests of their bytes. */
  readonly outputs: readonly Read[];
};

/**
 * What the run of this key would say, if all that it read and wrote is as it was; undefined when it has to be run.
 * @param key all of the command line and the environment that the run depends on, and the version of the program
 */
export function standingRun(cache: string, key: string, world: Host): Told | undefined {
  const path = fileOf(cache, key);
  const record = recordIn(readJson(path), key);
  if (record === undefined) return undefined;
  let stamped = true;
  const same = (before: Read): Read | undefined => {
    const now = answerOf(world, before, before);
    if (now.digest !== before.digest) return undefined;
    if (now.stamp !== before.stamp) stamped = false;
    return now;
  };
  const reads: Read[] = [];
  for (const before of [...record.outputs, ...record.reads]) {
    const now = same(before);
    if (now === undefined) return undefined;
    reads.push(now);
  }
  const { out, error } = record;
  if (!stamped) {
    const outputs = reads.splice(0, record.outputs.length);
    writeJson(path, { key, out, error, outputs, reads });
  }
  return { out, error };
}

export function noteRun(cache: string, key: string, record: RunRecord): void {
  writeJson(fileOf(cache, key), { key, ...record });
}

function fileOf(cache: string, key: string): string {
  return join(cache, "runs", `${shortDigest(key)}.json`);
}

/** FNV-1a, 32 bits: names a file without loading a library; the key itself stands inside. */
function shortDigest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function recordIn(json: unknown, key: string): RunRecord | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { key: own, reads, outputs, out, error } = json as Record<string, unknown>;
  if (own !== key || typeof out !== "string" || typeof error !== "string") return undefined;
  if (!Array.isArray(reads) || !reads.every(isRead)) return undefined;
  if (!Array.isArray(outputs) || !outputs.every(isRead)) return undefined;
  return { reads, outputs, out, error };
}
