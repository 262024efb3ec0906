import type { Diagnostic } from "../diagnostics/index.ts";
import type { World } from "./world.ts";

/** Finished Word files, as against sources. */
export function isWordFile(path: string): boolean {
  return /\.do[ct][xm]$/i.test(path);
}

/** What keeps readers from finished Word files, of ours or anybody's; the checker is loaded when one is given. */
export async function checkWordFiles(
  paths: readonly string[],
  world: World,
): Promise<readonly Diagnostic[]> {
  if (paths.length === 0) return [];
  const { checkWordFile } = await import("../accessibility/index.ts");
  return paths.flatMap((path) => {
    const bytes = world.host.read(path);
    if (bytes !== undefined) return checkWordFile(bytes, path);
    const missing: Diagnostic = {
      rule: "source-exists",
      severity: "error",
      message: `There is no file "${path}", or it cannot be read.`,
      hints: [],
    };
    return [missing];
  });
}
