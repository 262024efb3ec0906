import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createMemory, createRecorder } from "../../src/cache/index.ts";
import { memoryHost, nodeHost } from "../../src/host/index.ts";
import { newFolder, utf8 } from "./support.ts";

test("what an inner stretch reads, the outer one read too", () => {
  const recorder = createRecorder(memoryHost({ "a.md": "a", "data/b.md": "b" }));
  const endOuter = recorder.start();
  recorder.host.read("a.md");
  const endInner = recorder.start();
  recorder.host.list("data");
  recorder.host.read("nothing.md");
  expect(endInner().map(({ how, path }) => `${how} ${path}`)).toEqual([
    "list data",
    "read nothing.md",
  ]);
  expect(endOuter().map(({ path }) => path)).toEqual(["data", "a.md", "nothing.md"]);
});

test("a file that comes, goes or changes is seen once the world may have changed", () => {
  const world = memoryHost({ "a.md": "a" });
  const recorder = createRecorder(world);
  const end = recorder.start();
  recorder.host.read("a.md");
  recorder.host.read("new.md");
  recorder.host.exists("there");
  const reads = end();
  world.write("a.md", utf8("b"));
  expect(recorder.holds(reads)).toBe(true);
  recorder.forget();
  expect(recorder.changed(reads)?.path).toBe("a.md");
  world.write("a.md", utf8("a"));
  recorder.forget();
  expect(recorder.holds(reads)).toBe(true);
  world.write("new.md", utf8("n"));
  recorder.forget();
  expect(recorder.changed(reads)?.path).toBe("new.md");
});

test("a file whose bytes change while a run reads it is unsteady", () => {
  const world = memoryHost({ "a.md": "a", "b.md": "b" });
  const recorder = createRecorder(world);
  recorder.host.read("a.md");
  recorder.host.read("b.md");
  world.write("a.md", utf8("changed"));
  recorder.host.read("a.md");
  recorder.host.read("b.md");
  expect([...recorder.unsteady()]).toEqual(["a.md"]);
});

test("a remembered value counts as read again, and is made anew when what it read has changed", () => {
  const world = memoryHost({ "brand.yaml": "red" });
  const recorder = createRecorder(world);
  const memory = createMemory(recorder);
  let made = 0;
  const brand = (): string =>
    memory.remember("brand", () => {
      made += 1;
      return new TextDecoder().decode(recorder.host.read("brand.yaml"));
    });
  expect(brand()).toBe("red");
  const end = recorder.start();
  expect(brand()).toBe("red");
  expect(end().map(({ path }) => path)).toEqual(["brand.yaml"]);
  expect(made).toBe(1);
  world.write("brand.yaml", utf8("blue"));
  recorder.forget();
  expect(brand()).toBe("blue");
});

test("a file of an hour ago is known by its stamp; a young one by its bytes", () => {
  const folder = newFolder();
  mkdirSync(join(folder, "data"));
  const old = join(folder, "data/old.md");
  writeFileSync(old, "old");
  writeFileSync(join(folder, "data/young.md"), "young");
  const host = nodeHost({ projectFolder: folder, programFolder: folder, environment: {} });
  const hourAgo = new Date("2020-01-01T00:00:00.123Z");
  utimesSync(old, hourAgo, hourAgo); // its ctime is now, so it is as young as the other
  expect(host.stamp?.("data/young.md", false)).toBeUndefined();
  expect(host.stamp?.("data/old.md", false)).toBeUndefined();
  expect(host.stamp?.("data/none.md", false)).toBeUndefined();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_100);
  const stamp = host.stamp?.("data/old.md", false);
  expect(stamp).toMatch(/^3\./);
  utimesSync(old, hourAgo, new Date("2020-01-01T00:00:01.456Z"));
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 150);
  expect(host.stamp?.("data/old.md", false)).not.toBe(stamp);
});
