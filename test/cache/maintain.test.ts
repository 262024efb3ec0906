import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Cache } from "../../src/cache/index.ts";
import {
  boundCache,
  clearCache,
  openCache,
  pruneCache,
  verifyCache,
} from "../../src/cache/index.ts";
import { memoryHost } from "../../src/host/index.ts";
import { identity, keptOf, newFolder } from "./support.ts";

const names = ["one", "two", "three", "four"];

/** A cache with four results of 1000 bytes, the first the oldest. */
async function four(): Promise<Cache> {
  const cache = openCache(newFolder(), memoryHost({}), "1");
  for (const [index, name] of names.entries()) {
    const bytes = new Uint8Array(1000).fill(index);
    await cache.keep(identity(name), [], keptOf(bytes), bytes);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // the next is younger
  }
  return cache;
}

async function whole(cache: Cache): Promise<readonly string[]> {
  const there: string[] = [];
  for (const name of names)
    if ((await (await cache.find(identity(name)))?.bytes()) !== undefined) there.push(name);
  return there;
}

function copies(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes("content-v"))
    .map((entry) => join(entry.parentPath, entry.name));
}

test("the oldest copies go when there is no room", async () => {
  const cache = await four();
  expect(await pruneCache(cache.folder, 2500)).toEqual({ removed: 2, left: 2, bytes: 2000 });
  expect(await whole(cache)).toEqual(["three", "four"]);
  expect(copies(cache.folder)).toHaveLength(2);
});

test("a run that adds more than an eighth of the bound makes room; a small one does not look", async () => {
  const cache = await four();
  await boundCache(cache.folder, 100, 2500);
  expect(await whole(cache)).toHaveLength(4);
  await boundCache(cache.folder, 300, 2500);
  expect(await whole(cache)).toEqual(["three", "four"]);
});

test("a damaged copy is found, counted and removed", async () => {
  const cache = await four();
  const [file = ""] = copies(cache.folder);
  const bytes = readFileSync(file);
  bytes[10] = 99;
  writeFileSync(file, bytes);
  expect(await verifyCache(cache.folder)).toMatchObject({ sound: 3, damaged: 1 });
  expect(await whole(cache)).toHaveLength(3);
  expect(await verifyCache(cache.folder)).toEqual({ sound: 3, damaged: 0, bytes: 3000 });
});

test("an emptied cache is empty, and so is one that never was", async () => {
  const cache = await four();
  clearCache(cache.folder);
  expect(await whole(cache)).toEqual([]);
  expect(await verifyCache(cache.folder)).toEqual({ sound: 0, damaged: 0, bytes: 0 });
  expect(await pruneCache(cache.folder, 1)).toEqual({ removed: 0, left: 0, bytes: 0 });
});
