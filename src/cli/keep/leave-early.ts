import { join, resolve } from "node:path";
import { standingRun } from "../../cache/index.ts";
import { nodeHost } from "../../host/index.ts";
import { isTerminal, write } from "../streams.ts";
import { runKey } from "./run-key.ts";

/**
 * Whether the command was run before and nothing has changed since: then it says what it said, and the program need not be loaded at
 * all. Asked by the launcher, so it may import nothing that is large.
 */
export function leaveEarly(
  parameters: readonly string[],
  programFolder: string,
  engine: string,
): boolean {
  // With --deps the files that stand are to look new.
  const isOther = parameters.some((word) => /^--((no-)?cache|deps)\b/.test(word));
  if (parameters[0] !== "build" || isOther) return false;
  const folder = process.cwd();
  const wanted = process.env["DOSSIER_CACHE"] ?? "";
  const state = wanted === "" ? join(folder, ".dossier") : resolve(folder, wanted);
  const host = nodeHost({ projectFolder: folder, programFolder, environment: process.env });
  const terminal = isTerminal();
  const key = runKey(parameters, {
    engine,
    host,
    terminal,
    colour: terminal && process.env["NO_COLOR"] === undefined,
    width: (terminal && process.stderr.columns) || 100,
  });
  const said = standingRun(join(state, "cache"), key, host);
  if (said === undefined) return false;
  write(1, said.out);
  write(2, said.error);
  return true;
}
