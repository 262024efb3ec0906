import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { Host } from "../host/index.ts";
import type { Prepared, PreparedForm } from "../settings/index.ts";

/** The path of a template's file, `templates/report/theme.yaml`, where the project has its templates in another folder. */
export function ownPath(path: string, folder = "templates"): string {
  return path.replace(/^templates(?=\/|$)/, () => folder.replace(/\/+$/, ""));
}

export type ReadFile = {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of the usual folder; its path is then that of the shipped file. */
  readonly usual: boolean;
  readonly text: () => string;
};

export type Reading = {
  /** The project's file of this path, or else the shipped one. */
  readonly text: (path: string) => ReadFile | undefined;
  /** The shipped file and the project's, in this order. */
  readonly texts: (path: string) => readonly ReadFile[];
  readonly has: (path: string) => boolean;
  /** Names in a folder of the project and in the shipped one. */
  readonly names: (folder: string) => readonly string[];
  /** What a file says; what was told of it is kept. */
  readonly take: <Value>(
    read: ReadFile,
    parse: () => Outcome<Value>,
    form: PreparedForm<Value>,
  ) => Value;
  readonly diagnostics: Diagnostic[];
};

export function createReading(host: Host, prepared: Prepared, folder = "templates"): Reading {
  const own = (path: string): string => ownPath(path, folder);
  const diagnostics: Diagnostic[] = [];
  const decoded = (
    bytes: Uint8Array | undefined,
    file: string,
    shipped: boolean,
  ): ReadFile | undefined => {
    if (bytes === undefined) return undefined;
    return {
      file,
      bytes,
      usual: shipped || own(file) === file,
      text: () => new TextDecoder().decode(bytes),
    };
  };
  const inProject = (path: string): ReadFile | undefined =>
    decoded(host.read(own(path)), own(path), false);
  const inProgram = (path: string): ReadFile | undefined => decoded(host.shipped(path), path, true);
  return {
    text: (path) => inProject(path) ?? inProgram(path),
    texts: (path) => [inProgram(path), inProject(path)].flatMap((read) => read ?? []),
    has: (path) => host.exists(own(path)) || host.shipped(path) !== undefined,
    names: (folder) =>
      [...new Set([...host.list(own(folder)), ...host.listShipped(folder)])].sort((a, b) =>
        a < b ? -1 : 1,
      ),
    take(read, parse, form) {
      const outcome = read.usual ? prepared.take(read.file, [read.bytes], parse, form) : parse();
      diagnostics.push(...outcome.diagnostics);
      return outcome.value;
    },
    diagnostics,
  };
}
