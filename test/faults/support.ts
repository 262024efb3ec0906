import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { filesUnder, folderWith, root, source } from "../cli/support.ts";

/** A project of two sources, each to be a report in both formats. */
export function project(): string {
  return folderWith({
    "data/port.md": source,
    "data/coast.md": source.replace("harbour", "coast"),
    "dossier.yaml": "sources: [data/port.md, data/coast.md]\ntargets:\n  - kind: report\n",
  });
}

/** The documents of a folder and their bytes. */
export function documents(folder: string): Readonly<Record<string, string>> {
  const names = filesUnder(folder).filter((name) => /^out\/.*\.(pdf|docx)$/.test(name));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

export function startBuild(folder: string, more: readonly string[] = []): ChildProcess {
  const parameters = [join(root, "dist/dossier.cjs"), "build", ...more];
  return spawn(process.execPath, parameters, { cwd: folder, stdio: "ignore" });
}

export async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = await once(child, "exit");
  return code as number | null;
}

/** Mounts a small file system in a folder; false where that is not allowed. */
export function mounted(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
  if (status === 0) onTestFinished(() => void spawnSync("umount", ["-l", folder]));
  return status === 0;
}

/** Whether this user may mount. */
export function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  return spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;
}
