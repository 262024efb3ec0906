import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Host } from "./host.ts";
import { stampOf } from "./stamp.ts";
import { codeOf, systemReason } from "./system-reason.ts";

export type NodeHostOptions = {
  /** What relative paths are relative to. */
  readonly projectFolder: string;
  /** The folder of the installed program: it holds `templates/` and `dist/assets/`. */
  readonly programFolder: string;
  /** Whether values that were prepared of the shipped files may be used: they must be of this very program. Absent: no. */
  readonly prepared?: boolean;
  /** Only SOURCE_DATE_EPOCH is looked at. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** The real file system. */
export function nodeHost(options: NodeHostOptions): Host {
  const inProject = (path: string): string => resolve(options.projectFolder, path);
  const inProgram = (path: string): string => {
    // Brands of strangers name fonts: no such name leads out of the program.
    const inside = path.split(/[\\/]/).includes("..") ? "none" : path;
    return inside.startsWith("templates/") || inside === "templates"
      ? join(options.programFolder, inside)
      : join(options.programFolder, "dist", "assets", inside);
  };
  const epochDate = dateOfEpoch(options.environment["SOURCE_DATE_EPOCH"]);
  return {
    read: (path) => readOrNothing(inProject(path)),
    exists: (path) => existsSync(inProject(path)),
    list: (folder) => listOrNothing(inProject(folder)),
    write: (path, bytes) => writeWhole(inProject(path), path, bytes),
    touch: (path) => touch(inProject(path)),
    shipped: (path) =>
      path.startsWith("prepared/") && options.prepared !== true
        ? undefined
        : readOrNothing(inProgram(path)),
    listShipped: (folder) => listOrNothing(inProgram(folder)),
    stamp: (path, shipped) => stampOf(shipped ? inProgram(path) : inProject(path)),
    leadsOutside: (path) => leadsOutside(options.projectFolder, inProject(path)),
    ...(epochDate === undefined ? {} : { epochDate }),
  };
}

/** Nothing is there: then it leads nowhere. */
function leadsOutside(folder: string, path: string): boolean {
  try {
    const root = realpathSync(folder);
    const real = realpathSync(path);
    return real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    return false;
  }
}

function readOrNothing(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function listOrNothing(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith("."))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort((a, b) => (a < b ? -1 : 1));
  } catch {
    return [];
  }
}

/** A reader sees the old file or the new one, never half of one: the bytes go to a file beside it, which then takes its name. */
function writeWhole(path: string, shown: string, bytes: Uint8Array): void {
  const { randomBytes } = process.getBuiltinModule("node:crypto"); // the quickest runs write nothing
  const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    removeQuietly(temporary);
    const why = systemReason(error) ?? codeOf(error) ?? "unknown reason";
    throw new Error(`Cannot write "${shown}": ${why}.`, { cause: error });
  }
}

function touch(path: string): void {
  try {
    // biome-ignore lint/plugin: the age of a file is set, nothing that is in it.
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // It is another user's, or gone.
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What went wrong before is told; a part of the path may be a file.
  }
}

/** Seconds since 1970 as `YYYY-MM-DD` in UTC. */
function dateOfEpoch(seconds: string | undefined): string | undefined {
  if (seconds === undefined || !/^\d{1,12}$/.test(seconds)) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}
