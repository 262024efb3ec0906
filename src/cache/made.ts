import { appendFileSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { digestOf } from "./reads.ts";

// What was made stands in `.dossier/made`, a line a file: the digest, two blanks, the path. Several processes may add lines at once.

const name = "made";

/** Adds to the list. @param files paths relative to the project folder, and the digests of their bytes */
export function noteMade(
  stateFolder: string,
  files: readonly { readonly path: string; readonly digest: string }[],
): void {
  const lines = files
    .filter(({ path }) => !path.includes("\n"))
    .map(({ path, digest }) => `${digest}  ${path}\n`);
  if (lines.length === 0) return;
  try {
    appendFileSync(join(stateFolder, name), lines.join(""), { mode: 0o600 });
  } catch {
    // Without the list nothing is removed.
  }
}

export type Cleaned = {
  readonly removed: readonly string[];
  /** Made once, but changed since by somebody else, or outside the project folder: left as they are. */
  readonly left: readonly string[];
};

/** Removes the files that were made and are as they were made; nothing else. */
export function removeMade(stateFolder: string, projectFolder: string): Cleaned {
  const removed: string[] = [];
  const left: string[] = [];
  for (const [path, digests] of madeFiles(stateFolder)) {
    const file = resolve(projectFolder, path);
    const bytes = bytesOf(file);
    if (bytes === undefined) continue;
    if (digests.has(digestOf(bytes)) && isWithin(file, projectFolder)) {
      rmSync(file);
      removed.push(path);
    } else {
      left.push(path);
    }
  }
  rmSync(join(stateFolder, name), { force: true });
  return { removed: removed.sort(), left: left.sort() };
}

/** By path, the digests that it has had. */
function madeFiles(stateFolder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  const text = new TextDecoder().decode(bytesOf(join(stateFolder, name)) ?? new Uint8Array());
  for (const line of text.split("\n")) {
    const [, digest, path] = /^([\w-]{43}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined) continue;
    files.set(path, (files.get(path) ?? new Set()).add(digest));
  }
  return files;
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** By the real folder: a link inside the project may lead out of it. */
function isWithin(file: string, folder: string): boolean {
  return `${realpathSync(dirname(file))}${sep}`.startsWith(`${realpathSync(folder)}${sep}`);
}
