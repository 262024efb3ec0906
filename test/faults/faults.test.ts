import { readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { build } from "../../src/build/index.ts";
import { openCache } from "../../src/cache/index.ts";
import { nodeHost } from "../../src/host/index.ts";
import { dossier, filesUnder, root, source } from "../cli/support.ts";
import { canMount, documents, endOf, mounted, project, startBuild } from "./support.ts";

/** What the project is when nothing goes wrong. */
function expected(): Readonly<Record<string, string>> {
  const folder = project();
  dossier(folder, ["build", "--no-cache"]);
  return documents(folder);
}

test("a build that is killed at any moment leaves whole files, and the next one makes the rest", async () => {
  const right = expected();
  expect(Object.keys(right)).toHaveLength(4);
  const folder = project();
  for (let moment = 40; moment <= 1_000; moment += 120) {
    const child = startBuild(folder);
    await wait(moment);
    child.kill("SIGKILL");
    await endOf(child);
    for (const [name, bytes] of Object.entries(documents(folder)))
      expect([moment, name, bytes === right[name]]).toEqual([moment, name, true]);
  }
  expect(dossier(folder, ["build"]).code).toBe(0);
  expect(documents(folder)).toEqual(right);
  expect(dossier(folder, ["cache", "verify"]).out).toContain(" 0 damaged");
  const cleaned = dossier(folder, ["clean"]);
  expect(cleaned.code).toBe(0);
  expect(filesUnder(folder).filter((name) => name.startsWith("out/"))).toEqual([]);
}, 180_000);

test("several builds at once in one folder make the same, and leave a sound cache", async () => {
  const folder = project();
  const codes = await Promise.all([1, 2, 3, 4].map(() => endOf(startBuild(folder))));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(documents(folder)).toEqual(expected());
  expect(dossier(folder, ["cache", "verify"]).out).toMatch(/^4 sound .* 0 damaged/);
  expect(dossier(folder, ["build", "--dry-run"]).out.match(/^stands/gm)).toHaveLength(4);
}, 120_000);

test("a touched file rebuilds nothing", () => {
  const folder = project();
  dossier(folder, ["build"]);
  const state = () => statSync(join(folder, "out/port.report.en.pdf"), { bigint: true });
  const { ino, mtimeNs } = state();
  const now = new Date();
  for (const name of ["data/port.md", "dossier.yaml"]) utimesSync(join(folder, name), now, now);
  expect(dossier(folder, ["build", "--dry-run"]).out.match(/^stands/gm)).toHaveLength(4);
  expect(dossier(folder, ["build"]).code).toBe(0);
  expect([state().ino, state().mtimeNs]).toEqual([ino, mtimeNs]);
});

test.each(["1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z"])(
  "a clock that stands at %s hides no change",
  async (time) => {
    const folder = project();
    const path = join(folder, "data/port.md");
    const then = new Date(time);
    utimesSync(path, then, then);
    dossier(folder, ["build"]);
    const before = documents(folder);
    await wait(150);
    dossier(folder, ["build"]); // the second run may know files by their stamps
    writeFileSync(path, source.replace("dredged", "charted")); // of the same length
    utimesSync(path, then, then);
    const run = dossier(folder, ["build", "--explain"]);
    expect(run.error).toContain('out/port.report.en.pdf: "data/port.md" changed');
    expect(documents(folder)["out/port.report.en.pdf"]).not.toBe(before["out/port.report.en.pdf"]);
  },
);

test("a source that changes while it is read is built again", async () => {
  const folder = project();
  const host = nodeHost({ projectFolder: folder, programFolder: root, environment: {} });
  const changed = source.replace("dredged", "charted");
  let waiting = true;
  const moving = {
    ...host,
    read(path: string) {
      const bytes = host.read(path);
      if (path === "data/port.md" && waiting) {
        waiting = false;
        host.write(path, new TextEncoder().encode(changed));
      }
      return bytes;
    },
  };
  const run = (world: typeof host) =>
    build({ sources: [], cache: openCache(join(folder, ".dossier"), world, "1") }, world);
  await run(moving);
  const second = await run(host);
  const made = second.targets.filter(({ reuse }) => reuse === undefined);
  expect(made.map(({ target }) => target.source)).toEqual(["data/port.md", "data/port.md"]);
  expect((await run(host)).targets.every(({ reuse }) => reuse === "standing")).toBe(true);
});

test.skipIf(!canMount())("a full disk and a read-only one are told, and the old file stays", () => {
  const folder = project();
  expect(mounted(join(folder, "small"), "size=100k")).toBe(true);
  expect(mounted(join(folder, "locked"), "size=100k,ro")).toBe(true);
  writeFileSync(join(folder, "small/port.report.en.pdf"), "old");
  writeFileSync(join(folder, "small/filler"), new Uint8Array(90_000));
  const full = dossier(folder, ["build", "--out-dir", "small"]);
  expect(full.code).toBe(1);
  expect(full.error).toContain('Cannot write "small/port.report.en.pdf": the disk is full.');
  expect(readFileSync(join(folder, "small/port.report.en.pdf"), "utf8")).toBe("old");
  expect(filesUnder(join(folder, "small")).filter((name) => name.endsWith(".part"))).toEqual([]);
  const locked = dossier(folder, ["build", "--out-dir", "locked"]);
  expect(locked.code).toBe(1);
  expect(locked.error).toContain("the file system is read-only");
  const uncached = dossier(folder, ["build", "--cache", "locked/cache"]);
  expect(uncached.code).toBe(0);
  const noRoom = dossier(folder, ["build", "--cache", "small/cache", "--out-dir", "there"]);
  expect(noRoom.code).toBe(0);
});

test("the bytes are the same cold, warm, copied from the cache and without one", () => {
  const right = expected();
  const folder = project();
  dossier(folder, ["build"]);
  expect(documents(folder)).toEqual(right);
  writeFileSync(join(folder, "out/port.report.en.docx"), "spoiled");
  dossier(folder, ["build"], { environment: { TZ: "Asia/Tokyo", LC_ALL: "tr_TR.UTF-8" } });
  expect(documents(folder)).toEqual(right);
  dossier(folder, ["cache", "clear"]);
  expect(dossier(folder, ["build", "--dry-run"]).out.match(/^make/gm)).toHaveLength(4);
  dossier(folder, ["build"]);
  expect(documents(folder)).toEqual(right);
});

test("links that lead in a circle are told where they are used, and nothing else", () => {
  const folder = project();
  symlinkSync("b", join(folder, "a"));
  symlinkSync("a", join(folder, "b"));
  symlinkSync("../a", join(folder, "data/circle.md"));
  symlinkSync(".", join(folder, "data/self"));
  expect(dossier(folder, ["build"]).code).toBe(0);
  const run = dossier(folder, ["build", "data/circle.md", "--kind", "report"]);
  expect(run.code).toBe(1);
  expect(run.error).toContain('There is no source "data/circle.md", or it cannot be read.');
  const deps = dossier(folder, ["build", "--deps", "a/deps.mk"]);
  expect(deps.code).toBe(1);
  expect(deps.error).toContain('Cannot write "a/deps.mk": its links lead in a circle.');
  const trace = dossier(folder, ["build", "--trace", "a"]);
  expect([trace.code, trace.error]).toEqual([1, expect.stringContaining("its links lead in")]);
  const kept = dossier(folder, ["cache", "verify", "--cache", "a"]);
  expect([kept.code, kept.error]).toEqual([1, expect.stringContaining("its links lead in")]);
});

test.skipIf(!canMount())("a cache that cannot be looked after is told as such", () => {
  const folder = project();
  expect(mounted(join(folder, "small"), "size=40k")).toBe(true);
  expect(dossier(folder, ["build", "--cache", "small"]).code).toBe(0);
  expect(() => writeFileSync(join(folder, "small/filler"), new Uint8Array(90_000))).toThrow(
    "ENOSPC",
  );
  const verified = dossier(folder, ["cache", "verify", "--cache", "small"]);
  expect([verified.code, verified.error]).toEqual([1, "dossier: the disk is full.\n"]);
  expect(dossier(folder, ["clean", "--cache", "small"]).code).toBe(0);
});
