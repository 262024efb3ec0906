import type { Workers } from "../batch/index.ts";
import type { BuildRequest } from "../build/index.ts";
import { begin } from "../build/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { DiagnosticFormat } from "./tell.ts";
import { tell } from "./tell.ts";
import type { World } from "./world.ts";
import { faultExit } from "./world.ts";

/** Plans here, has every target made by the workers of a queue, and tells what they told. */
export async function runQueued(
  request: BuildRequest,
  options: { readonly diagnostics: DiagnosticFormat },
  workers: Workers,
  world: World,
): Promise<void> {
  const begun = begin(request, world.host);
  const told = new Map<string, Diagnostic>();
  const add = (diagnostics: readonly Diagnostic[]): void => {
    for (const diagnostic of diagnostics) told.set(JSON.stringify(diagnostic), diagnostic);
  };
  add(begun.diagnostics);
  let written = 0;
  await workers(begun.targets, (result) => {
    add(result.diagnostics);
    if (!result.written) return;
    written += 1;
    world.out(`${result.target.output}\n`);
  });
  const diagnostics = [...told.values()];
  tell(diagnostics, options.diagnostics, world);
  const failed = written < begun.targets.length || begun.targets.length === 0;
  if (failed || diagnostics.some(({ severity }) => severity === "error")) world.exit(faultExit);
}
