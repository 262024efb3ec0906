import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Host } from "../host/index.ts";
import { begunFile } from "./leftovers.ts";
import { digestOf } from "./reads.ts";

// What was made stands in `.dossier/made`, a line a file: the digest, two blanks, the path. Several processes may add lines at once.

const name = "made";

/**
 * A world that lists each file before it is written, so that none is missing from the list when the process is killed. What was not
 * written after all does no harm: only files with the digests of the list are removed.
 */
export function notingHost(world: Host, stateFolder: string): Host {
  return {
    ...world,
    write(path, bytes) {
      note(stateFolder, path, digestOf(bytes));
      world.write(path, bytes);
    },
  };
}

function note(stateFolder: string, path: string, digest: string): void {
  if (path.includes("\n")) return;
  try {
    appendFileSync(join(stateFolder, name), `${digest}  ${path}\n`, { mode: 0o600 });
  } catch {
    // Without the list nothing is removed.
  }
}

/** A list that is longer, in bytes, is written anew. */
const longestList = 4 * 1024 * 1024;
/** Of each file: the one that stands, and one that another process may be about to write. */
const mostDigests = 2;

/** Keeps of a long list the last lines of each file, so that it does not grow with the number of builds. */
export function shortenList(stateFolder: string, longest: number = longestList): void {
  const list = join(stateFolder, name);
  try {
    if (statSync(list).size <= longest) return;
    const lines = [...madeFiles(stateFolder)].flatMap(([path, digests]) =>
      [...digests].slice(-mostDigests).map((digest) => `${digest}  ${path}\n`),
    );
    const { randomBytes } = process.getBuiltinModule("node:crypto");
    const shortened = `${list}.${randomBytes(6).toString("hex")}.part`;
    writeFileSync(shortened, lines.join(""), { mode: 0o600 });
    renameSync(shortened, list);
  } catch {
    // There is none, or it cannot be written.
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
  for (const path of leftovers([...madeFiles(stateFolder).keys()], projectFolder)) {
    rmSync(resolve(projectFolder, path), { force: true });
    removed.push(path);
  }
  rmSync(join(stateFolder, name), { force: true });
  return { removed: removed.sort(), left: left.sort() };
}

/** Files that were begun beside made ones by a process that was killed: they have a name of our own. */
function leftovers(made: readonly string[], projectFolder: string): readonly string[] {
  const folders = new Set(made.map((path) => dirname(path)));
  const files = new Set(made.map((path) => join(path)));
  return [...folders].flatMap((folder) => {
    const place = resolve(projectFolder, folder);
    if (!existsSync(place) || !isWithin(join(place, "x"), projectFolder)) return [];
    return readdirSync(place)
      .map((entry) => join(folder, entry))
      .filter((path) => {
        const begun = begunFile(path);
        return begun !== undefined && files.has(join(folder, begun));
      });
  });
}

/** By path, the digests that it has had. */
function madeFiles(stateFolder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  const text = new TextDecoder().decode(bytesOf(join(stateFolder, name)) ?? new Uint8Array());
  for (const line of text.split("\n")) {
    const [, digest, path] = /^([\w-]{43}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined) continue;
    const digests = files.get(path) ?? new Set();
    digests.delete(digest); // the last one is to stand last
    files.set(path, digests.add(digest));
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
