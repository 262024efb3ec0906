import { fstatSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { standingRun } from "../../cache/index.ts";
import { nodeHost } from "../../host/index.ts";
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
  if (parameters[0] !== "build" || parameters.some((word) => /^--(no-)?cache\b/.test(word)))
    return false;
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
    width: (terminal ? process.stderr.columns : undefined) ?? 100,
  });
  const said = standingRun(join(state, "cache"), key, host);
  if (said === undefined) return false;
  write(1, said.out);
  write(2, said.error);
  return true;
}

/** As `process.stderr.isTTY`, without loading what terminals need where there is a pipe or a file. */
function isTerminal(): boolean {
  try {
    return fstatSync(2).isCharacterDevice() && process.getBuiltinModule("node:tty").isatty(2);
  } catch {
    return false; // no such stream
  }
}

/** At once, since making the streams of `process` takes longer than all the rest; they are for a pipe that is full. */
function write(stream: 1 | 2, text: string): void {
  let bytes = new TextEncoder().encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(stream, bytes));
  } catch {
    (stream === 1 ? process.stdout : process.stderr).write(bytes);
  }
}
