import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = `${root}dist/dossier.cjs`;
const madeFrom = ["src", "tools", "package.json", "package-lock.json"];

/** Builds the program once before the tests, unless what is there is newer than all that it is made from. */
export function setup(): void {
  const made = existsSync(program) ? statSync(program).mtimeMs : 0;
  if (madeFrom.every((path) => newest(`${root}${path}`) <= made)) return;
  execFileSync(process.execPath, ["tools/bundle.mjs"], { cwd: root, stdio: "ignore" });
}

function newest(path: string): number {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}
