import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { onTestFinished } from "vitest";

export const root: string = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "dist/dossier.cjs");
const longestRun = 60_000;

export type Run = {
  readonly code: number | null;
  readonly out: string;
  readonly outBytes: Uint8Array;
  readonly error: string;
  /** It was stopped, since it did not come to an end. */
  readonly hung: boolean;
};

/** Runs the built program in a folder, as a pipe does: no terminal on any side. */
export function dossier(
  folder: string,
  parameters: readonly string[],
  options: {
    readonly input?: string | Uint8Array;
    readonly environment?: Readonly<Record<string, string>>;
    /** Options of node itself. */
    readonly node?: readonly string[];
  } = {},
): Run {
  const child = spawnSync(process.execPath, [...(options.node ?? []), program, ...parameters], {
    cwd: folder,
    input: options.input ?? "",
    env: { ...process.env, ...options.environment },
    timeout: longestRun,
    killSignal: "SIGKILL",
    maxBuffer: 1 << 28,
  });
  return {
    code: child.status,
    out: strFromU8(child.stdout),
    outBytes: child.stdout,
    error: strFromU8(child.stderr),
    hung: child.signal !== null,
  };
}

/** A new folder with these files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dossier-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

export const head = `---
title:
  fr: Le port
lang: en-CA
date: 2024-05-17
status: draft
version: 1.0.0
classification: unclassified
organization:
  en: Office of Coastal Records
  fr: Bureau des registres côtiers
---

`;

export const source: string = `${head}# The harbour

The harbour was dredged.

## What was done

- Dredging
- Marking
`;

/** What is wrong with the files that were made: one that was begun and not finished, or that stands under no final name. */
export function halfWritten(folder: string): readonly string[] {
  return filesUnder(folder).filter((name) => {
    if (name.endsWith(".pdf"))
      return !strFromU8(readFileSync(join(folder, name)), true)
        .trimEnd()
        .endsWith("%%EOF");
    if (name.endsWith(".docx")) return !("word/document.xml" in unzipped(join(folder, name)));
    return /\.(tmp|part|new|partial)\b|~$/.test(name);
  });
}

function unzipped(file: string): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(readFileSync(file));
  } catch {
    return {};
  }
}
