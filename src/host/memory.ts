import type { Host } from "./host.ts";

export type MemoryHostOptions = {
  /** Files shipped with the program, by path. */
  readonly shipped?: Readonly<Record<string, string | Uint8Array>>;
  /** ISO date `YYYY-MM-DD`; absent: none is set. */
  readonly epochDate?: string;
};

export type MemoryHost = Host & {
  /** What was written, by path, in the order of first writing. Written files can be read back. */
  readonly written: ReadonlyMap<string, Uint8Array>;
};

/** A world of its own: files by path (text is stored as UTF-8), for tests and for use inside other programs. */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: MemoryHostOptions = {},
): MemoryHost {
  const project = store(files);
  const shipped = store(options.shipped ?? {});
  const written = new Map<string, Uint8Array>();
  return {
    read: (path) => project.get(normalPath(path)),
    exists: (path) => project.has(normalPath(path)) || namesIn(project, path).length > 0,
    list: (folder) => namesIn(project, folder),
    write: (path, bytes) => {
      const copy = bytes.slice();
      project.set(normalPath(path), copy);
      written.set(normalPath(path), copy);
    },
    shipped: (path) => shipped.get(normalPath(path)),
    listShipped: (folder) => namesIn(shipped, folder),
    written,
    ...(options.epochDate !== undefined && { epochDate: options.epochDate }),
  };
}

function store(files: Readonly<Record<string, string | Uint8Array>>): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  return new Map(
    Object.entries(files).map(([path, content]) => [
      normalPath(path),
      typeof content === "string" ? encoder.encode(content) : content,
    ]),
  );
}

/** `./a//b/../c` is `a/c`; what leads out of the project keeps its `..`. The project folder is the empty path. */
function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}

function namesIn(files: ReadonlyMap<string, Uint8Array>, folder: string): readonly string[] {
  const normal = normalPath(folder);
  const prefix = normal === "" || normal === "/" ? normal : `${normal}/`;
  const names = new Set<string>();
  for (const path of files.keys()) {
    if (!path.startsWith(prefix)) continue;
    const rest = path.slice(prefix.length);
    const end = rest.indexOf("/");
    if (end !== 0 && rest !== "" && !rest.startsWith("."))
      names.add(end === -1 ? rest : rest.slice(0, end + 1));
  }
  return [...names].sort();
}
