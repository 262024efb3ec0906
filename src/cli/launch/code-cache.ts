import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Code that V8 has compiled before, so that a run need not compile it again. It only ever saves time: what is missing, damaged,
 * of another version or of another user is as good as none.
 */
export type CodeCache = {
  /** @param key what the code is good for; that of another key is not given */
  readonly read: (name: string, key: string) => Uint8Array | undefined;
  /** In place of what was kept under this name. */
  readonly write: (name: string, key: string, code: Uint8Array) => void;
};

const digestLength = 32;

/**
 * @param ownFolder the folder of the program, tried first, since it goes with the program
 * @param wanted value of DOSSIER_CODE_CACHE: `off`, or a folder in place of the usual ones
 */
export function openCodeCache(ownFolder: string, wanted: string | undefined): CodeCache {
  if (wanted === "off") return { read: () => undefined, write: () => undefined };
  const folders =
    wanted === undefined || wanted === "" ? [ownFolder, userFolder(process.env)] : [wanted];
  return {
    read: (name, key) => first(folders, (folder) => readWhole(folder, name, key)),
    write: (name, key, code) => {
      first(folders, (folder) => writeWhole(folder, name, key, code) || undefined);
    },
  };
}

function first<Value>(
  folders: readonly string[],
  take: (folder: string) => Value | undefined,
): Value | undefined {
  for (const folder of folders) {
    try {
      const taken = take(folder);
      if (taken !== undefined) return taken;
    } catch {
      // Not there, or not ours to use: the next one may be.
    }
  }
  return undefined;
}

/** Where the system keeps what programs can make again. */
function userFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME: chosen, LOCALAPPDATA: windows } = environment;
  if (process.platform === "win32") return join(windows ?? tmpdir(), "dossier", "code");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "dossier", "code");
  return join(
    chosen?.startsWith("/") === true ? chosen : join(homedir(), ".cache"),
    "dossier",
    "code",
  );
}

/** Whoever can write here can have code run, so the folder must be of this user or of the system, and closed to others. */
function isSafe(folder: string): boolean {
  const state = statSync(folder);
  return state.isDirectory() && isClosed(state);
}

function isClosed({ uid, mode }: Stats): boolean {
  const user = process.getuid?.();
  return user === undefined || ((uid === user || uid === 0) && (mode & 0o022) === 0);
}

/** The digest comes before the code: V8 takes a damaged cache for a sound one. */
function readWhole(folder: string, name: string, key: string): Uint8Array | undefined {
  if (!isSafe(folder)) return undefined;
  const bytes = readFileSync(join(folder, name));
  const code = bytes.subarray(digestLength);
  const sound = digestOf(key, code).every((byte, index) => bytes[index] === byte);
  return sound && code.length > 0 ? code : undefined;
}

/** Other runs see the whole file or the one before. */
function writeWhole(folder: string, name: string, key: string, code: Uint8Array): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (!isSafe(folder)) return false;
  const path = join(folder, name);
  const temporary = `${path}.${process.pid}.part`;
  const bytes = new Uint8Array(digestLength + code.length);
  bytes.set(digestOf(key, code));
  bytes.set(code, digestLength);
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function digestOf(key: string, code: Uint8Array): Uint8Array {
  return createHash("sha256").update(key).update(code).digest();
}
