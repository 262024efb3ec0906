import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Cache } from "../../src/cache/index.ts";
import { openCache } from "../../src/cache/index.ts";
import { memoryHost } from "../../src/host/index.ts";
import { identity, keptOf, newFolder, utf8 } from "./support.ts";

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Keeps a result that read a.md. */
async function keep(cache: Cache, name: string, text: string): Promise<void> {
  const end = cache.recorder.start();
  cache.recorder.host.read("a.md");
  const bytes = utf8(text);
  await cache.keep(identity(name), end(), keptOf(bytes), bytes);
}

async function found(cache: Cache, name: string): Promise<string | undefined> {
  const bytes = await (await cache.find(identity(name)))?.bytes();
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

test("a result is found by another process while what it read is the same, and again when it is the same again", async () => {
  const folder = newFolder();
  const world = memoryHost({ "a.md": "one" });
  await keep(openCache(folder, world, "1"), "sheet", "made of one");
  const other = openCache(folder, world, "1");
  expect(await found(other, "sheet")).toBe("made of one");
  expect(await found(other, "slides")).toBeUndefined();
  world.write("a.md", utf8("two"));
  other.recorder.forget();
  expect(await found(other, "sheet")).toBeUndefined();
  await keep(other, "sheet", "made of two");
  world.write("a.md", utf8("one"));
  expect(await found(openCache(folder, world, "1"), "sheet")).toBe("made of one");
});

test("a result is not found under another date or program", async () => {
  const cache = openCache(newFolder(), memoryHost({}), "1");
  const bytes = utf8("x");
  const dated = identity("sheet", { date: "2012-03-25" });
  await cache.keep(dated, [], keptOf(bytes), bytes);
  expect((await cache.find(dated))?.kept.digest).toBe(keptOf(bytes).digest);
  expect(await cache.find(identity("sheet", { date: "2012-03-26" }))).toBeUndefined();
});

test.each(["cut short", "one byte changed", "emptied"])(
  "a copy that was %s is not used, and the next one is kept whole",
  async (damage) => {
    const folder = newFolder();
    const world = memoryHost({ "a.md": "one" });
    await keep(openCache(folder, world, "1"), "sheet", "made of one");
    for (const file of filesIn(folder).filter((path) => path.includes("content-v"))) {
      const bytes = readFileSync(file);
      if (damage === "one byte changed") bytes[3] = (bytes[3] ?? 0) ^ 1;
      const length = { "cut short": 4, emptied: 0 }[damage] ?? bytes.length;
      writeFileSync(file, bytes.subarray(0, length));
    }
    expect(await found(openCache(folder, world, "1"), "sheet")).toBeUndefined();
    await keep(openCache(folder, world, "1"), "sheet", "made of one");
    expect(await found(openCache(folder, world, "1"), "sheet")).toBe("made of one");
  },
);

test("whatever its files hold, the cache forgets and does not fail", async () => {
  for (const text of ["", "{", "null", "[[1]]", '[[{"how":1}]]', '{"__proto__":{}}']) {
    const folder = newFolder();
    const world = memoryHost({ "a.md": "one" });
    const cache = openCache(folder, world, "1");
    await keep(cache, "sheet", "made");
    cache.note("out/sheet.pdf", identity("sheet"), [], keptOf(utf8("made")));
    const files = filesIn(folder).filter((path) => !path.includes("content-v"));
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) writeFileSync(file, text);
    const again = openCache(folder, world, "1");
    expect(await found(again, "sheet")).toBeUndefined();
    expect(again.state("out/sheet.pdf", identity("sheet")).kind).toBe("stale");
    await keep(again, "sheet", "made");
    expect(await found(openCache(folder, world, "1"), "sheet")).toBe("made");
  }
});

test("a folder that cannot be written keeps nothing and stops nothing", async () => {
  const folder = newFolder();
  const file = join(folder, "taken");
  writeFileSync(file, "");
  const cache = openCache(file, memoryHost({ "a.md": "one" }), "1");
  await keep(cache, "sheet", "made");
  cache.note("out/sheet.pdf", identity("sheet"), [], keptOf(utf8("made")));
  expect(await found(cache, "sheet")).toBeUndefined();
  expect(statSync(file).size).toBe(0);
});

test("the copies are for their user alone and stay out of version control", async () => {
  const folder = join(newFolder(), ".dossier");
  await keep(openCache(folder, memoryHost({}), "1"), "sheet", "made");
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
});
