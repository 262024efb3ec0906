import type { Project } from "../settings/index.ts";
import type { TargetResult } from "./result.ts";
import type { Target } from "./target.ts";

/** Others who make documents in place of this process. */
export type Remote = {
  /** How many may be asked for at one time; at least 1. */
  readonly most: number;
  readonly make: (target: Target) => Promise<Remade>;
  readonly close: () => Promise<void>;
};

/**
 * Opened with all targets of a run, so that their files are known for what they are, and with the files and folders outside the project
 * that its settings name.
 */
export type OpenRemote = (
  targets: readonly Target[],
  outside: readonly string[],
) => Promise<Remote>;

/** Paths of settings that lead out of the project folder: a house style that several projects share. */
function namedOutside(project: Project | undefined): readonly string[] {
  const { templates, brand, wordTemplates } = project ?? {};
  const word = [wordTemplates?.usual, ...(wordTemplates?.kinds.values() ?? [])];
  const named = [templates, brand, ...word.map((template) => template?.file)];
  const outside = named.filter(
    (path) => path !== undefined && /^(\/|(\.\/)*\.\.(\/|$))/.test(path),
  );
  return [...new Set(outside)] as readonly string[];
}

/** Undefined where there is nothing to make, or nobody else to make it. */
export async function openRemote(
  open: OpenRemote | undefined,
  targets: readonly Target[],
  project: Project | undefined,
): Promise<Remote | undefined> {
  return targets.length === 0 ? undefined : open?.(targets, namedOutside(project));
}

/** What others made. What it was made of is absent where the files of here are not, or no longer, the same; then it is not kept. */
export type Remade = Pick<TargetResult, "pages" | "diagnostics" | "bytes" | "reads">;

/** Works on each item, on at most so many at one time. Rejects with the first fault. */
export async function inParallel<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
}
