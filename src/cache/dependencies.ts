import type { Read } from "./reads.ts";

/** One made file, and what was read for it. */
export type Made = { readonly output: string; readonly reads: readonly Read[] };

/**
 * A file for `include` in a Makefile: each output with the project's files that it was made of. Every such file is a target of its
 * own without a rule, so that make does not stop when one is removed (as `gcc -MMD -MP` does).
 */
export function formatDependencies(made: readonly Made[]): string {
  const inputs = new Set<string>();
  const rules = made.map(({ output, reads }) => {
    const files = reads.filter(({ how, digest }) => how === "read" && digest !== "");
    for (const { path } of files) inputs.add(path);
    return `${[`${escapedTarget(output)}:`, ...files.map(({ path }) => escaped(path))].join(" \\\n  ")}\n`;
  });
  const alone = [...inputs].sort().map((path) => `${escapedTarget(path)}:\n`);
  return [...rules, ...alone].join("\n");
}

/** GNU make, "Rule Syntax" and "Using Wildcards": these take a backslash, as do backslashes before them; `$` doubles. */
function escaped(path: string): string {
  return path
    .replace(
      /(\\*)([ \t#:*?[\]~])/g,
      (_, slashes: string, mark: string) => `${slashes}${slashes}\\${mark}`,
    )
    .replaceAll("$", "$$$$");
}

/** Before the colon a `%` would make a pattern. */
function escapedTarget(path: string): string {
  return escaped(path).replaceAll("%", "\\%");
}
