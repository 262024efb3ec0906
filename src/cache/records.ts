import { join } from "node:path";
import type { Host } from "../host/index.ts";
import { readJson, writeJson } from "./files.ts";
import type { Read } from "./reads.ts";
import { digestOf } from "./reads.ts";
import { changedParts, changedReads, shortened } from "./reasons.ts";
import type { Recorder } from "./recorder.ts";
import type { Identity, Kept } from "./result.ts";
import { keptIn } from "./results.ts";
import { isRead } from "./world.ts";

/** What is known of the last file that was made at a place, so that the next build can say whether it stands and why not. */
export type Records = {
  /** Whether the file at this path is what would be made. */
  readonly state: (output: string, identity: Identity) => OutputState;
  readonly note: (output: string, identity: Identity, reads: readonly Read[], kept: Kept) => void;
};

export type OutputState =
  | { readonly kind: "current"; readonly kept: Kept; readonly reads: readonly Read[] }
  | {
      readonly kind: "stale" /** Sentences without a full stop. */;
      readonly why: readonly string[];
    };

type OutputRecord = {
  readonly name: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly reads: readonly Read[];
  readonly kept: Kept;
  /** Of the file that was made. */
  readonly stamp?: string;
};

export function openRecords(folder: string, recorder: Recorder, world: Host): Records {
  const fileOf = (output: string): string =>
    join(folder, "records", `${digestOf(output).slice(0, 32)}.json`);
  return {
    state(output, { name, parts }) {
      const record = recordIn(readJson(fileOf(output)));
      if (record === undefined) return { kind: "stale", why: ["it was not built here before"] };
      const why = [
        ...(record.name === name ? [] : ["another target was built there"]),
        ...changedParts(record.parts, parts),
        ...changedReads(record.reads, recorder),
        ...changedOutput(output, record, world),
      ];
      if (why.length === 0) return { kind: "current", kept: record.kept, reads: record.reads };
      return { kind: "stale", why: shortened(why) };
    },
    note(output, { name, parts }, reads, kept) {
      const stamp = world.stamp?.(output, false);
      const record: OutputRecord = {
        name,
        parts,
        reads,
        kept,
        ...(stamp === undefined ? {} : { stamp }),
      };
      writeJson(fileOf(output), record);
    },
  };
}

function changedOutput(output: string, record: OutputRecord, world: Host): readonly string[] {
  if (record.stamp !== undefined && world.stamp?.(output, false) === record.stamp) return [];
  const bytes = world.read(output);
  if (bytes === undefined) return [`"${output}" is not there`];
  return digestOf(bytes) === record.kept.digest ? [] : [`"${output}" is not as it was made`];
}

function recordIn(json: unknown): OutputRecord | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { name, parts, reads, kept: keptJson, stamp } = json as Record<string, unknown>;
  const kept = keptIn(keptJson);
  if (kept === undefined || typeof name !== "string" || typeof parts !== "object") return undefined;
  if (!Array.isArray(reads) || !reads.every(isRead)) return undefined;
  return {
    name,
    parts: { ...parts },
    reads,
    kept,
    ...(typeof stamp === "string" ? { stamp } : {}),
  };
}
