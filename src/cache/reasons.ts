import type { Read } from "./reads.ts";
import type { Recorder } from "./recorder.ts";

// Why something has to be made again, in the words of its author: clauses such as `"data/a.md" changed`.

const mostReasons = 3;

export function changedParts(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names.filter((name) => before[name] !== now[name]).map((name) => `${name} changed`);
}

export function changedReads(reads: readonly Read[], recorder: Recorder): readonly string[] {
  const now = recorder.now(reads);
  return reads.flatMap((read, index) => {
    const digest = now[index]?.digest ?? "";
    return digest === read.digest ? [] : [reasonOf(read, digest)];
  });
}

function reasonOf({ how, path, digest }: Read, now: string): string {
  const name = how === "shipped" || how === "listShipped" ? `the program's "${path}"` : `"${path}"`;
  if (how === "list" || how === "listShipped") return `the files in ${name} changed`;
  if (digest === "") return `${name} is new`;
  return now === "" ? `${name} is gone` : `${name} changed`;
}

/** The first few, and how many more there are. */
export function shortened(reasons: readonly string[]): readonly string[] {
  const more = reasons.length - mostReasons;
  if (more <= 1) return reasons;
  return [...reasons.slice(0, mostReasons), `and ${more} more`];
}
