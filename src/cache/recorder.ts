import type { Host } from "../host/index.ts";
import type { Question, Read, ReadKind } from "./reads.ts";
import { digestOfNames, nameOfRead } from "./reads.ts";
import { answerOf, digestOfBytes } from "./world.ts";

/**
 * Writes down what a build asks its host, so that the next one knows whether the answers are the same. Stretches nest: what
 * an inner one read, the outer one read too.
 */
export type Recorder = {
  /** The same world; every question is written down. */
  readonly host: Host;
  /** Begins a stretch. The function ends it and gives what was asked in it, sorted by name; a second call gives the same. */
  readonly start: () => () => readonly Read[];
  /** Counts as asked what was asked before, for a value that is used again. */
  readonly add: (reads: readonly Read[]) => void;
  /** Whether the answers are what they were. Each is asked for at most once between two calls of `forget`. */
  readonly holds: (reads: readonly Read[]) => boolean;
  /** The first answer that is another one now; undefined when all are the same. */
  readonly changed: (reads: readonly Read[]) => Read | undefined;
  /** The answers of now; those before, if given, save a look at bytes. */
  readonly now: (reads: readonly (Question | Read)[]) => readonly Read[];
  /** From here on the world may have changed. */
  readonly forget: () => void;
  /** Files whose bytes changed between two reads since the last `forget`: what was made of them is not to be kept. */
  readonly unsteady: () => ReadonlySet<string>;
};

export function createRecorder(world: Host): Recorder {
  const stretches: Map<string, Read>[] = [];
  const known = new Map<string, Read>();
  const unsteady = new Set<string>();

  function note(how: ReadKind, path: string, digest: string, stamp: string | undefined): void {
    const read: Read = { how, path, digest, ...(stamp === undefined ? {} : { stamp }) };
    const name = nameOfRead(read);
    const before = known.get(name);
    if (before !== undefined && before.digest !== digest) unsteady.add(path);
    else known.set(name, read);
    stretches.at(-1)?.set(name, known.get(name) ?? read);
  }

  /** The stamp is taken before the bytes: a change in between makes the bytes look changed, never unchanged. */
  function bytes(how: "read" | "shipped", path: string): Uint8Array | undefined {
    const stamp = world.stamp?.(path, how === "shipped");
    const content = world[how](path);
    note(how, path, digestOfBytes(content), stamp);
    return content;
  }

  function names(how: "list" | "listShipped", path: string): readonly string[] {
    const stamp = world.stamp?.(path, how === "listShipped");
    const found = world[how](path);
    note(how, path, digestOfNames(found), stamp);
    return found;
  }

  const host: Host = {
    ...world,
    read: (path) => bytes("read", path),
    shipped: (path) => bytes("shipped", path),
    list: (folder) => names("list", folder),
    listShipped: (folder) => names("listShipped", folder),
    exists(path) {
      const there = world.exists(path);
      note("exists", path, there ? "yes" : "", undefined);
      return there;
    },
  };

  function answer(read: Question, before: Read | undefined): Read {
    const name = nameOfRead(read);
    const recent = known.get(name);
    if (recent !== undefined) return recent;
    const fresh = answerOf(world, read, before);
    known.set(name, fresh);
    return fresh;
  }
  const changed = (reads: readonly Read[]): Read | undefined =>
    reads.find((read) => answer(read, read).digest !== read.digest);
  return {
    host,
    start() {
      const stretch = new Map<string, Read>();
      stretches.push(stretch);
      return () => {
        const at = stretches.lastIndexOf(stretch);
        if (at !== -1) stretches.splice(at);
        const outer = stretches[at - 1];
        if (outer !== undefined) for (const [name, read] of stretch) outer.set(name, read);
        return [...stretch.values()].sort(byName);
      };
    },
    add(reads) {
      const stretch = stretches.at(-1);
      if (stretch !== undefined) for (const read of reads) stretch.set(nameOfRead(read), read);
    },
    changed,
    holds: (reads) => changed(reads) === undefined,
    now: (reads) => reads.map((read) => answer(read, "digest" in read ? read : undefined)),
    forget() {
      known.clear();
      unsteady.clear();
    },
    unsteady: () => unsteady,
  };
}

function byName(a: Read, b: Read): number {
  return nameOfRead(a) < nameOfRead(b) ? -1 : 1;
}
