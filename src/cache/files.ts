import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The JSON of a file; undefined when there is none or it is damaged: a cache forgets, it never fails. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/** Whole or not at all. Without room or permission nothing is kept. */
export function writeJson(path: string, value: unknown): void {
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, JSON.stringify(value), { mode: 0o600 });
    renameSync(temporary, path);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // A part of the path is a file.
    }
  }
}

/**
 * Makes the folder of what the program keeps, for this user alone, since it holds copies of documents, and out of version
 * control. Nothing happens when that cannot be done.
 */
export function makeStateFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch {
    // It is there already, or the place is read-only.
  }
}
