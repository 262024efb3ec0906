import { statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { FSWatcher } from "chokidar";

export type ChangesOptions = {
  /** The project folder, absolute. */
  readonly folder: string;
  /** Looks again and again, for network drives that tell nothing. */
  readonly poll: boolean;
  /** Whether a path, relative to the folder, is one of those that the program makes itself. */
  readonly isOwn: (path: string) => boolean;
  /** Milliseconds of quiet after which a change is told: an editor may write a file in several steps. */
  readonly quiet: number;
};

export type Changes = {
  /** Resolves to the files that changed since the last call, sorted; waits until there are some. Empty after `close`. */
  readonly next: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Quiet is not waited for longer than so many times: a log in the folder may never be quiet. */
const mostQuiet = 10;

/** chokidar keeps silent about a file that changes again within 50 ms; by then it has said all it will. Milliseconds. */
const silence = 120;

/** Tells what changes in a folder. Resolves when every change from now on will be seen. */
export async function openChanges(
  options: ChangesOptions,
  onTrouble: (message: string) => void,
): Promise<Changes> {
  const { watch } = await import("chokidar");
  const waiting = createWaiting(options.quiet);
  const watcher: FSWatcher = watch(options.folder, {
    ignoreInitial: true,
    usePolling: options.poll,
    interval: 200,
    ignored: (path) => isIgnored(relative(options.folder, path), options.isOwn),
  });
  watcher.on("all", (_, path) => waiting.add(relative(options.folder, path).split(sep).join("/")));
  watcher.on("error", (error) => onTrouble(error instanceof Error ? error.message : String(error)));
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  const told = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    for (const [path, state] of told)
      if (stateOf(options.folder, path) !== state) waiting.add(path);
    told.clear();
  };
  return {
    async next() {
      const paths = await waiting.next();
      for (const path of paths) told.set(path, stateOf(options.folder, path));
      clearTimeout(timer);
      // biome-ignore lint/style/noRestrictedGlobals: it looks for what was not told; no output depends on it.
      timer = setTimeout(look, silence);
      return paths;
    },
    async close() {
      clearTimeout(timer);
      waiting.close();
      await watcher.close();
    },
  };
}

/** What differs after a change of a file; "" where there is none. */
function stateOf(folder: string, path: string): string {
  try {
    const state = statSync(join(folder, path), { throwIfNoEntry: false });
    return state === undefined ? "" : `${state.ino} ${state.size} ${state.mtimeMs}`;
  } catch {
    return ""; // a loop of links, a folder that may not be looked into
  }
}

/** Hidden folders are those of tools: version control, editors, our own. */
function isIgnored(path: string, isOwn: (path: string) => boolean): boolean {
  if (path === "") return false;
  const parts = path.split(sep);
  return (
    parts.some((part) => part.startsWith(".") || part === "node_modules") || isOwn(parts.join("/"))
  );
}

type Waiting = {
  readonly add: (path: string) => void;
  readonly next: () => Promise<readonly string[]>;
  readonly close: () => void;
};

function createWaiting(quiet: number): Waiting {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let latest: NodeJS.Timeout | undefined;
  let wake: ((paths: readonly string[]) => void) | undefined;
  let closed = false;
  const settle = (): void => {
    clearTimeout(timer);
    clearTimeout(latest);
    timer = undefined;
    latest = undefined;
    if (wake === undefined || (changed.size === 0 && !closed)) return;
    const paths = [...changed].sort();
    changed.clear();
    const tell = wake;
    wake = undefined;
    tell(paths);
  };
  return {
    add(path) {
      changed.add(path);
      clearTimeout(timer);
      // biome-ignore lint/style/noRestrictedGlobals: it waits for an editor to finish; no output depends on it.
      timer = setTimeout(settle, quiet);
      // biome-ignore lint/style/noRestrictedGlobals: as above.
      latest ??= setTimeout(settle, quiet * mostQuiet);
    },
    next: () =>
      new Promise((resolve) => {
        wake = resolve;
        if (closed || (changed.size > 0 && timer === undefined)) settle();
      }),
    close() {
      closed = true;
      changed.clear();
      settle();
    },
  };
}
