import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { openCodeCache } from "./code-cache.ts";
import { hasManyRecords, tune } from "./tuning.ts";

/** Set by the bundler: changes with any part of the program. */
declare const __PROGRAM_DIGEST__: string;

type Module = { exports: unknown };
type Load = (name: string) => unknown;
type Part = (
  exports: unknown,
  require: Load,
  module: Module,
  filename: string,
  dirname: string,
) => void;

/**
 * Starts the program, which lies in parts beside this file; `require("./NAME.part")` in one of them loads another. Each is run
 * from compiled code when an earlier run of the same kind left some, and leaves some when not.
 */
function launch(): void {
  const folder = join(__dirname, "program");
  const parameters = process.argv.slice(2);
  const cache = openCodeCache(join(__dirname, "cache"), process.env["DOSSIER_CODE_CACHE"]);
  const engine = cachedDataVersionTag().toString(36); // as node was started, before anything is tuned
  const tuning = tune(parameters);
  const outside = createRequire(__filename);
  const loaded = new Map<string, Module>();
  const fresh: { readonly name: string; readonly key: string; readonly script: Script }[] = [];

  function compiled(file: string, path: string): Script {
    const name = `${file}-${shapeOf(parameters)}-${process.version}-${process.arch}-${engine}`;
    const key = keyOf(path);
    const code = cache.read(name, key);
    const text = readFileSync(path, "latin1");
    const script = tuning.usually(
      () =>
        new Script(text, { filename: path, ...(code === undefined ? {} : { cachedData: code }) }),
    );
    if (code === undefined || script.cachedDataRejected === true) fresh.push({ name, key, script });
    return script;
  }

  const load: Load = (name) => {
    if (!name.endsWith(".part")) return outside(name);
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    loaded.set(name, module);
    const file = name.slice("./".length);
    const path = join(folder, file);
    const part: Part = compiled(file, path).runInThisContext();
    part(module.exports, load, module, path, folder);
    return module.exports;
  };

  process.on("exit", () => {
    for (const { name, key, script } of fresh) {
      try {
        cache.write(
          name,
          key,
          tuning.usually(() => script.createCachedData()),
        );
      } catch {
        // The next run compiles anew.
      }
    }
  });
  load("./main.part");
}

/** Runs that use much the same code share it: `build.fact-sheet.pdf`. */
function shapeOf(parameters: readonly string[]): string {
  const [command = ""] = parameters;
  if (command.endsWith("-worker")) return command;
  if (command !== "build" && command !== "check") return "other";
  // Its threads make the documents.
  if (hasManyRecords(parameters)) return "batch";
  const option = (short: string, long: string): string => {
    const at = parameters.findIndex((parameter) => parameter === short || parameter === long);
    const value = parameters[at + 1] ?? "";
    return at !== -1 && /^[a-z-]{1,40}$/.test(value) ? value : "any";
  };
  return `${command}.${option("-k", "--kind")}.${option("-f", "--format")}`;
}

/** Of the program at this place. */
function keyOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${__PROGRAM_DIGEST__} ${size} ${mtimeMs}`;
}

launch();
