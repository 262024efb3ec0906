import { join } from "node:path";
import { readJson, writeJson } from "./files.ts";
import type { Question, Read } from "./reads.ts";
import { digestOf } from "./reads.ts";
import type { Recorder } from "./recorder.ts";
import type { Identity, Kept } from "./result.ts";
import { isRead } from "./world.ts";

/**
 * Results by all that they were made of. A look-up has two steps, since what is read is only known afterwards: the questions
 * that earlier builds of this target asked, then the result under the answers of now. So an older state of the files finds its
 * old results again, as after a change of branch.
 */
export type Results = {
  readonly find: (identity: Identity) => Promise<Found | undefined>;
  readonly keep: (
    identity: Identity,
    reads: readonly Read[],
    kept: Kept,
    bytes: Uint8Array,
  ) => Promise<void>;
};

export type Found = {
  readonly kept: Kept;
  readonly reads: readonly Read[];
  /** Undefined when the copy is damaged or gone; it is then forgotten. */
  readonly bytes: () => Promise<Uint8Array | undefined>;
};

/** Ways in which a target read its files that are remembered; more than one only when its includes or images change. */
const mostPathSets = 8;

/** @param folder of the cache; it need not be there */
export function openResults(folder: string, recorder: Recorder): Results {
  const store = storeFolder(folder);
  const sets = new Map<string, readonly (readonly Question[])[]>();
  const fileOf = (group: string): string =>
    join(folder, "questions", `${digestOf(group).slice(0, 32)}.json`);
  const setsOf = (group: string): readonly (readonly Question[])[] => {
    const known = sets.get(group) ?? questionsIn(readJson(fileOf(group)));
    sets.set(group, known);
    return known;
  };

  return {
    async find(identity) {
      const candidates = setsOf(identity.group);
      if (candidates.length === 0) return undefined;
      const { store: cacache } = await import("./store/index.ts");
      for (const questions of candidates) {
        const reads = recorder.now(questions);
        const info = await quietly(() => cacache.get.info(store, keyOf(identity, reads)));
        const kept = keptIn(info?.metadata);
        if (info === undefined || info === null || kept === undefined) continue;
        return { kept, reads, bytes: () => contentOf(store, info.integrity, kept) };
      }
      return undefined;
    },
    async keep(identity, reads, kept, bytes) {
      const questions = reads.map(({ how, path }): Question => ({ how, path }));
      const known = setsOf(identity.group);
      const text = JSON.stringify(questions);
      if (JSON.stringify(known[0]) !== text) {
        const others = known.filter((set) => JSON.stringify(set) !== text);
        const all = [questions, ...others].slice(0, mostPathSets);
        sets.set(identity.group, all);
        writeJson(fileOf(identity.group), all);
      }
      const { store: cacache } = await import("./store/index.ts");
      await quietly(() =>
        cacache.put(store, keyOf(identity, reads), bytes, {
          metadata: kept,
          algorithms: ["sha256"],
        }),
      );
    },
  };
}

export function storeFolder(folder: string): string {
  return join(folder, "store");
}

function keyOf({ name, parts }: Identity, reads: readonly Read[]): string {
  const answers = reads.map(({ how, path, digest }) => [how, path, digest]);
  return digestOf(JSON.stringify([name, parts, answers]));
}

async function contentOf(
  store: string,
  integrity: string,
  kept: Kept,
): Promise<Uint8Array | undefined> {
  const { store: cacache } = await import("./store/index.ts");
  const bytes = await quietly(() => cacache.get.byDigest(store, integrity));
  if (bytes !== undefined && digestOf(bytes) === kept.digest) return bytes;
  // A damaged copy has to go, since the store does not overwrite what it believes to have.
  await quietly(() => cacache.rm.content(store, integrity));
  return undefined;
}

/** A cache that cannot be read or written is no fault of the document. */
async function quietly<Value>(action: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await action();
  } catch {
    return undefined;
  }
}

/** What was written by another hand is not believed: the shape is looked at. */
function questionsIn(json: unknown): readonly (readonly Question[])[] {
  if (!Array.isArray(json)) return [];
  return json.filter(
    (set) => Array.isArray(set) && set.every((question) => isRead({ ...question, digest: "" })),
  );
}

export function keptIn(json: unknown): Kept | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { pages, diagnostics, digest } = json as Record<string, unknown>;
  if (typeof pages !== "number" || typeof digest !== "string" || !Array.isArray(diagnostics))
    return undefined;
  return { pages, diagnostics, digest };
}
