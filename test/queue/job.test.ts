import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { memoryHost } from "../../src/host/index.ts";
import { readJob, readResult } from "../../src/queue/job.ts";
import { openSnapshot, takeSnapshot } from "../../src/queue/snapshot.ts";
import { fileStore } from "../../src/queue/store/file-store.ts";
import { hashOf } from "../../src/queue/store/store.ts";
import { fc } from "../support/property.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const none = new Set<string>();

function newStore() {
  const folder = mkdtempSync(join(tmpdir(), "dossier-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, store: fileStore(folder) };
}

test("what is put is got back, once kept however often it is put", async () => {
  const { folder, store } = newStore();
  const hashes = await Promise.all([1, 2, 3].map(() => store.put(utf8("text"))));
  expect(new Set(hashes).size).toBe(1);
  const [hash = ""] = hashes;
  expect(new TextDecoder().decode(await store.get(hash))).toBe("text");
  expect(readdirSync(folder, { recursive: true }).length).toBe(2);
  expect(await store.has(hashOf(utf8("other")))).toBe(false);
  expect(await store.get(hashOf(utf8("other")))).toBeUndefined();
});

test("a store that gives other bytes is not believed, and a damaged copy is put right by the next put", async () => {
  const { folder, store } = newStore();
  const hash = await store.put(utf8("text"));
  writeFileSync(join(folder, hash.slice(0, 2), hash), "tampered");
  await expect(store.get(hash)).rejects.toThrow("other bytes");
  await store.put(utf8("text"));
  expect(readFileSync(join(folder, hash.slice(0, 2), hash), "utf8")).toBe("text");
});

test.each(["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(64)}/x`, "0".repeat(63)])(
  "%j is no name in a store",
  async (name) => {
    const { store } = newStore();
    await expect(store.get(name)).rejects.toThrow("Not a hash");
  },
);

test("a worker sees the files of the snapshot and no other of its machine", async () => {
  const { store } = newStore();
  const project = memoryHost({
    "a.md": "# A",
    "templates/x/template.md.hbs": "x",
    ".git/config.md": "secret",
    "node_modules/p/readme.md": "package",
    "out/a.pdf": "made",
    "movie.mp4": "large",
  });
  const snapshot = await takeSnapshot(project, none, [], store);
  const program = memoryHost(
    { "/etc/passwd": "root", "a.md": "of the worker" },
    { shipped: { s: "shipped" } },
  );
  const host = await openSnapshot(snapshot, store, program, "2012-03-25");
  expect(new TextDecoder().decode(host.read("./a.md"))).toBe("# A");
  expect(host.read("/etc/passwd")).toBeUndefined();
  expect(host.list(".")).toEqual(["a.md", "templates/"]);
  expect(host.shipped("s")).toBeDefined();
  expect(host.epochDate).toBe("2012-03-25");
  host.write("b.md", utf8("b"));
  expect(program.read("b.md")).toBeUndefined();
});

test("the same project has the same snapshot on any machine; a changed one has another", async () => {
  const one = await takeSnapshot(
    memoryHost({ "a.md": "a", "b.md": "b" }),
    none,
    [],
    newStore().store,
  );
  const other = await takeSnapshot(
    memoryHost({ "b.md": "b", "a.md": "a" }),
    none,
    [],
    newStore().store,
  );
  const changed = await takeSnapshot(
    memoryHost({ "a.md": "a", "b.md": "c" }),
    none,
    [],
    newStore().store,
  );
  expect(other).toBe(one);
  expect(changed).not.toBe(one);
});

test("whatever comes over the network is read as a job or refused, and nothing else passes", () => {
  const sound = {
    snapshot: "0".repeat(64),
    target: {
      source: "a.md",
      product: "report",
      format: "pdf",
      language: "en",
      profile: "accessible",
    },
  };
  expect(readJob({ ...sound, output: "/etc/passwd" })).toEqual(sound);
  expect(() => readJob({ ...sound, snapshot: "../x" })).toThrow("sound shape");
  expect(() => readJob({ ...sound, target: { ...sound.target, format: "exe" } })).toThrow(
    "sound shape",
  );
  expect(() => readResult({ pages: 1, diagnostics: [], output: "../x" })).toThrow("sound shape");
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(() => readJob(json)).toThrow("sound shape");
      expect(() => readResult(json)).toThrow("sound shape");
    }),
  );
});
