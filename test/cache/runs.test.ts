import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  createRecorder,
  formatDependencies,
  noteRun,
  notingHost,
  removeMade,
  standingRun,
} from "../../src/cache/index.ts";
import { memoryHost } from "../../src/host/index.ts";
import { newFolder, utf8 } from "./support.ts";

function ran() {
  const cache = newFolder();
  const world = memoryHost({ "a.md": "a", "out/a.pdf": "pdf" });
  const recorder = createRecorder(world);
  const end = recorder.start();
  recorder.host.read("a.md");
  const outputs = recorder.now([{ how: "read", path: "out/a.pdf" }]);
  noteRun(cache, "build", { reads: end(), outputs, out: "out/a.pdf\n", error: "1 warning.\n" });
  return { cache, world };
}

test("a run with nothing changed says again what it said", () => {
  const { cache, world } = ran();
  const told = { out: "out/a.pdf\n", error: "1 warning.\n" };
  expect(standingRun(cache, "build", world)).toEqual(told);
  expect(standingRun(cache, "build", world)).toEqual(told);
  expect(standingRun(cache, "build --kind slides", world)).toBeUndefined();
});

test.each(["a.md", "out/a.pdf"])("a run whose %s changed has to be done", (path) => {
  const { cache, world } = ran();
  world.write(path, utf8("changed"));
  expect(standingRun(cache, "build", world)).toBeUndefined();
});

test("only files that are as they were made are removed, and none outside the project", () => {
  const folder = newFolder();
  const elsewhere = newFolder();
  const state = join(folder, ".dossier");
  mkdirSync(state);
  mkdirSync(join(folder, "out"));
  symlinkSync(elsewhere, join(folder, "linked"));
  const paths = ["out/made.pdf", "out/edited.pdf", "linked/away.pdf", "../up.pdf", "out/a  b.pdf"];
  for (const path of paths) writeFileSync(join(folder, path), "made");
  writeFileSync(join(folder, "out/mine.pdf"), "made");
  const world = notingHost(memoryHost({}), state);
  for (const path of [...paths, "out/gone.pdf"]) world.write(path, utf8("made"));
  writeFileSync(join(folder, "out/edited.pdf"), "edited");
  expect(removeMade(state, folder)).toEqual({
    removed: ["out/a  b.pdf", "out/made.pdf"],
    left: ["../up.pdf", "linked/away.pdf", "out/edited.pdf"],
  });
  expect(existsSync(join(folder, "out/mine.pdf"))).toBe(true);
  expect(existsSync(join(elsewhere, "away.pdf"))).toBe(true);
  expect(removeMade(state, folder)).toEqual({ removed: [], left: [] });
});

test("make reads the list of dependencies, whatever the files are called, and whether or not they are there", () => {
  const folder = newFolder();
  const names = ["plain.md", "with blank.md", "a#b.md", "cost$5.md", "été.md", "50%.md"];
  for (const name of names) writeFileSync(join(folder, name), "");
  const reads = [...names, "removed.md"].map(
    (path) => ({ how: "read", path, digest: "x" }) as const,
  );
  const text = formatDependencies([{ output: "out a.pdf", reads }]);
  writeFileSync(join(folder, "deps"), text);
  writeFileSync(
    join(folder, "Makefile"),
    "all: out\\ a.pdf\ninclude deps\nout\\ a.pdf:\n\t@echo '$?'\n",
  );
  writeFileSync(join(folder, "out a.pdf"), "");
  const { stdout, stderr } = spawnSync("make", ["-s"], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toContain("removed.md");
  for (const name of names) {
    const { status } = spawnSync("make", ["-q", "-W", name, "-o", "removed.md"], { cwd: folder });
    expect([name, status]).toEqual([name, 1]);
  }
});
