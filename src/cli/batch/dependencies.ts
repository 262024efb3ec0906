import type { BatchResult } from "../../batch/index.ts";
import type { Read, Recorder } from "../../cache/index.ts";
import { writeDependencies } from "../deps.ts";
import type { World } from "../world.ts";

/** Gathers what each file of a batch was made of. */
export type Dependencies = {
  readonly add: (result: BatchResult) => void;
  readonly write: () => void;
};

/** Undefined where nobody wants to know. All files have the file of records in common. */
export function createDependencies(
  { deps, data }: { readonly deps?: string; readonly data: string },
  recorder: Recorder | undefined,
  world: World,
): Dependencies | undefined {
  if (deps === undefined || recorder === undefined) return undefined;
  const made: Pick<BatchResult, "target" | "reads" | "reuse">[] = [];
  // Most records read the same files, so that equal lists are kept once.
  const lists = new Map<string, readonly Read[]>();
  return {
    add({ target, written, reuse, reads = [] }) {
      if (!written) return;
      const key = reads.map(({ how, path, digest }) => `${how} ${path} ${digest}`).join("\n");
      const list = lists.get(key) ?? reads;
      lists.set(key, list);
      made.push({ target, reads: list, ...(reuse === undefined ? {} : { reuse }) });
    },
    write() {
      const inOrder = made.sort(
        (a, b) => (a.target.record?.number ?? 0) - (b.target.record?.number ?? 0),
      );
      writeDependencies(deps, inOrder, recorder, world, [data]);
    },
  };
}
