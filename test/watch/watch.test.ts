import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { folderWith, root, source } from "../cli/support.ts";

type Watched = {
  readonly folder: string;
  /** All that was printed until a line matches. */
  readonly heard: (pattern: RegExp) => Promise<string>;
  readonly write: (name: string, text: string) => void;
  readonly stop: () => Promise<number | null>;
};

async function watched(files: Readonly<Record<string, string>> = {}): Promise<Watched> {
  const folder = folderWith({
    "dossier.yaml":
      "targets:\n  - {kind: report, format: pdf, source: data/port.md}\n  - {kind: report, format: pdf, source: data/coast.md}\n",
    "data/port.md": source,
    "data/coast.md": source.replace("harbour", "coast"),
    ...files,
  });
  const child: ChildProcess = spawn(process.execPath, [join(root, "dist/dossier.cjs"), "watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  const wake = new Set<() => void>();
  const hear = (chunk: unknown): void => {
    text += String(chunk);
    for (const one of wake) one();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const heard = (pattern: RegExp): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match === null) return;
        wake.delete(look);
        const said = text.slice(0, match.index + match[0].length);
        text = text.slice(said.length);
        resolve(said);
      };
      wake.add(look);
      look();
    });
  await heard(/coast\.report\.en\.pdf {2}\d+ ms\n/);
  return {
    folder,
    heard,
    write: (name, content) => writeFileSync(join(folder, name), content),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve);
        child.kill("SIGINT");
      }),
  };
}

/** Waits for what a file comes to hold: a file that is written in place may be read, and built, while it is still empty. */
async function comesToHold(file: string, wanted: (bytes: Uint8Array) => boolean): Promise<void> {
  await vi.waitUntil(() => existsSync(file) && wanted(readFileSync(file)), {
    timeout: 30_000,
    interval: 20,
  });
}

test("a change builds what it touches, and a broken source is told and waited for", async () => {
  const { folder, heard, write, stop } = await watched();
  const output = join(folder, "out/port.report.en.pdf");
  const before = readFileSync(output);
  const swap = (text: string): void => {
    write("data/.port.md.swap", text);
    renameSync(join(folder, "data/.port.md.swap"), join(folder, "data/port.md"));
  };
  swap(source.replace("dredged", "charted"));
  expect(await heard(/port\.report\.en\.pdf {2}\d+ ms\n/)).not.toContain("coast");
  const good = readFileSync(output);
  expect(good.equals(before)).toBe(false);
  swap(source.replace("dredged", "[dredged](fact:nowhere.date)"));
  await heard(/port\.report\.en\.pdf {2}not made\n[\s\S]*data\/port\.md:\d+/);
  expect(readFileSync(output).equals(good)).toBe(true);
  // Changes that follow at once on what was told are seen as well.
  for (const [text, wanted] of [
    [source, before],
    [source.replace("dredged", "charted"), good],
    [source, before],
  ] as const) {
    write("data/port.md", text);
    await comesToHold(output, (bytes) => wanted.equals(bytes));
  }
  expect(await stop()).toBe(0);
});

test("a file that an editor swaps in, a new template file and a setting are seen", async () => {
  const { folder, heard, write, stop } = await watched();
  write("data/.port.md.swap", source.replace("dredged", "swapped"));
  renameSync(join(folder, "data/.port.md.swap"), join(folder, "data/port.md"));
  await heard(/port\.report\.en\.pdf {2}\d+ ms\n/);
  write("dossier.yaml", `${readFileSync(join(folder, "dossier.yaml"), "utf8")}as-of: 2024-06-01\n`);
  await heard(/coast\.report\.en\.pdf {2}\d+ ms\n/);
  write("dossier.yaml", "targets:\n  - {kind: slides, format: docx, source: data/port.md}\n");
  await heard(/port\.slides\.en\.docx {2}\d+ ms\n/);
  expect(existsSync(join(folder, "out/port.slides.en.docx"))).toBe(true);
  expect(await stop()).toBe(0);
});

test("what no document is made of builds nothing, not even while a source is broken", async () => {
  const { folder, heard, write, stop } = await watched();
  write("data/port.md", source.replace("dredged", "[dredged](fact:nowhere.date)"));
  await heard(/port\.report\.en\.pdf {2}not made\n[\s\S]*1 error/);
  // Each is seen by itself, and none leads to a build that would tell the fault again.
  for (const name of ["notes.txt", "data/table.csv", "later.txt"]) {
    write(name, "1\n");
    await vi.waitUntil(() => existsSync(join(folder, name)));
    await rest(400);
  }
  write("data/port.md", source);
  expect(await heard(/up to date {2}\d+ ms\n/)).not.toContain("not made");
  expect(await stop()).toBe(0);
});
