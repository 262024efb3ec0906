import type { BatchResult } from "../batch/index.ts";
import type { Target } from "../build/index.ts";
import { writeTarget } from "../build/index.ts";
import type { Host } from "../host/index.ts";
import type { JobResult } from "./job.ts";
import { readResult } from "./job.ts";
import type { BlobStore } from "./store/store.ts";

type Wanted = { readonly target: Target };

/** Fetches the file of a result, and writes it where each target wants it; undefined when it is not in the store any more. */
export async function collect(
  returned: unknown,
  wanted: readonly Wanted[],
  store: BlobStore,
  host: Host,
): Promise<readonly BatchResult[] | undefined> {
  const result = sound(returned);
  if (result === undefined) return undefined;
  const { pages, diagnostics, output } = result;
  if (output === undefined)
    return wanted.map(({ target }) => ({ target, pages, diagnostics, written: false, size: 0 }));
  const bytes = await store.get(output);
  if (bytes === undefined) return undefined;
  return wanted.map(({ target }) => {
    const made = writeTarget({ target, pages, diagnostics, bytes, written: false }, host);
    return {
      target,
      pages,
      diagnostics: made.diagnostics,
      written: made.written,
      size: bytes.length,
    };
  });
}

function sound(returned: unknown): JobResult | undefined {
  try {
    return readResult(typeof returned === "string" ? JSON.parse(returned) : returned);
  } catch {
    return undefined;
  }
}

export function notMade(target: Target, why: string): BatchResult {
  const { place } = target.record ?? {};
  const message = `The file "${target.output}" was not made by the queue: ${why.replace(/\.$/, "")}.`;
  return {
    target,
    pages: 0,
    written: false,
    size: 0,
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
