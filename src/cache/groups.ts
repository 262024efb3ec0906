import { join } from "node:path";
import { readJson, writeJson } from "./files.ts";
import type { Read } from "./reads.ts";
import { digestOf } from "./reads.ts";
import { changedParts, changedReads, shortened } from "./reasons.ts";
import type { Recorder } from "./recorder.ts";
import type { Identity } from "./result.ts";
import { isRead } from "./world.ts";

/** What the files of a batch had in common when it was last made: one record for all, so that it does not grow with their number. */
export type Groups = {
  /** Why a file of this group has to be made, when there is no copy of it. The same during the whole run. */
  readonly whyOfGroup: (identity: Identity) => readonly string[];
  readonly noteGroup: (identity: Identity, reads: readonly Read[]) => void;
};

type GroupRecord = {
  readonly group: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly reads: readonly Read[];
};

export function openGroups(folder: string, recorder: Recorder): Groups {
  const known = new Map<string, readonly string[]>();
  const fileOf = (group: string): string =>
    join(folder, "records", `${digestOf(`group ${group}`).slice(0, 32)}.json`);
  const look = ({ group, parts }: Identity): readonly string[] => {
    const record = recordIn(readJson(fileOf(group)), group);
    if (record === undefined) return ["it was not built here before"];
    const why = [...changedParts(record.parts, parts), ...changedReads(record.reads, recorder)];
    return why.length === 0 ? ["its record is new or changed"] : shortened(why);
  };
  return {
    whyOfGroup(identity) {
      const why = known.get(identity.group) ?? look(identity);
      known.set(identity.group, why);
      return why;
    },
    noteGroup({ group, parts }, reads) {
      const record: GroupRecord = { group, parts, reads };
      writeJson(fileOf(group), record);
    },
  };
}

function recordIn(json: unknown, group: string): GroupRecord | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  const { group: own, parts, reads } = json as Record<string, unknown>;
  if (own !== group || typeof parts !== "object" || parts === null) return undefined;
  if (!Array.isArray(reads) || !reads.every(isRead)) return undefined;
  return { group, parts: { ...parts } as Readonly<Record<string, string>>, reads };
}
