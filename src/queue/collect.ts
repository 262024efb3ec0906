import type { Remade, Target } from "../build/index.ts";
import type { Recorder } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { JobResult } from "./job.ts";
import { readResult } from "./job.ts";
import type { BlobStore } from "./store/store.ts";

/**
 * Fetches what a job came to; undefined when its file is not in the store any more. What the worker read is believed to be what a build
 * of here would read when the files of here are the same.
 * @param folders digests of what was in them when the project was sent
 */
export async function collect(
  returned: unknown,
  store: BlobStore,
  recorder: Recorder | undefined,
  folders: ReadonlyMap<string, string>,
): Promise<Remade | undefined> {
  const result = sound(returned);
  if (result === undefined) return undefined;
  const { pages, diagnostics, output } = result;
  if (output === undefined) return { pages, diagnostics };
  const bytes = await store.get(output);
  if (bytes === undefined) return undefined;
  const now = recorder?.now(result.reads.map(({ how, path }) => ({ how, path })));
  const same = now?.every(({ how, path, digest }, index) => {
    // Workers see those files of a folder that documents are made of; here it is to be as it was when those were sent.
    const then =
      how === "list"
        ? (folders.get(path.replace(/(?<=.)\/+$/, "")) ?? "")
        : result.reads[index]?.digest;
    return digest === then;
  });
  return {
    pages,
    diagnostics,
    bytes,
    ...(now === undefined || same !== true ? {} : { reads: now }),
  };
}

/** The first file that is here and was not where the job was done: what was made without it is not what would be made here. */
export function unsentFile(returned: unknown, host: Host): string | undefined {
  const missing = sound(returned)?.reads.filter(
    ({ how, digest }) => how === "read" && digest === "",
  );
  return missing?.find(({ path }) => host.read(path) !== undefined)?.path;
}

function sound(returned: unknown): JobResult | undefined {
  try {
    return readResult(typeof returned === "string" ? JSON.parse(returned) : returned);
  } catch {
    return undefined;
  }
}

export function notMade(target: Pick<Target, "source" | "record">, why: string): Remade {
  const { place } = target.record ?? {};
  const message = `The document of "${target.source}" was not made by the queue: ${why.replace(/\.$/, "")}.`;
  return {
    pages: 0,
    diagnostics: [
      {
        rule: "record-is-made",
        severity: "error",
        message,
        ...(place === undefined ? {} : { place }),
        hints: [],
      },
    ],
  };
}
