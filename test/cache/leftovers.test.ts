import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  notingHost,
  openCache,
  pruneCache,
  removeLeftovers,
  removeMade,
  shortenList,
} from "../../src/cache/index.ts";
import { memoryHost, nodeHost } from "../../src/host/index.ts";
import { identity, keptOf, newFolder, utf8 } from "./support.ts";

const hourAgo = new Date(Date.now() - 3_600_000);
const tail = ".0123456789ab.part";

function put(path: string, time?: Date): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, "x");
  if (time !== undefined) utimesSync(path, time, time);
}

test("what killed processes began goes after a while; what another one writes now, and what is not ours, stays", () => {
  const folder = newFolder();
  const cache = join(folder, ".dossier/cache");
  const gone = [
    join(folder, `out/a.pdf${tail}`),
    join(cache, `records/x.json${tail}`),
    join(cache, "store/tmp/9f2c"),
  ];
  const kept = [
    join(folder, `out/other.pdf${tail}`),
    join(folder, "out/a.pdf.part"),
    join(folder, "out/a.pdf"),
    join(cache, "records/x.json"),
  ];
  const fresh = [join(folder, "out/a.pdf.ba9876543210.part"), join(cache, "store/tmp/77aa")];
  for (const path of [...gone, ...kept]) put(path, hourAgo);
  for (const path of fresh) put(path);
  removeLeftovers(cache, folder, ["./out/a.pdf", "none/b.pdf"]);
  expect(gone.filter((path) => existsSync(path))).toEqual([]);
  expect([...kept, ...fresh].filter((path) => !existsSync(path))).toEqual([]);
});

test("notes take no more than their share of the bound, and thousands of small ones stay", async () => {
  const cache = openCache(newFolder(), memoryHost({}), "1");
  const note = (count: number): void => {
    const read = { how: "read", path: "p".repeat(100), digest: "d" } as const;
    for (let at = 0; at < count; at++)
      cache.note(`out/${at}.pdf`, identity(`${at}`), [read], keptOf(new Uint8Array()));
  };
  const records = join(cache.folder, "records");
  const sizes = () => readdirSync(records).map((name) => readFileSync(join(records, name)).length);
  note(2_500);
  await pruneCache(cache.folder, 4 * 1024 * 1024);
  expect(sizes()).toHaveLength(2_500);
  await pruneCache(cache.folder, 400_000);
  const sum = sizes().reduce((total, size) => total + size, 0);
  expect(sum).toBeLessThanOrEqual(100_000);
  expect(sum).toBeGreaterThan(90_000);
});

test("the list of what was made does not grow with the number of builds, and `clean` finds all of it", () => {
  const folder = newFolder();
  const state = join(folder, ".dossier");
  mkdirSync(state, { recursive: true });
  const environment = {};
  const world = nodeHost({ projectFolder: folder, programFolder: folder, environment });
  const host = notingHost(world, state);
  for (let build = 0; build < 50; build++)
    for (const name of ["a", "b"]) host.write(`out/${name}.pdf`, utf8(`${name} ${build}`));
  // The first state comes back, as after a change that is taken back.
  host.write("out/b.pdf", utf8("b 0"));
  const lines = () => readFileSync(join(state, "made"), "utf8").trimEnd().split("\n").length;
  shortenList(state, 1_000_000);
  expect(lines()).toBe(101);
  shortenList(state, 1_000);
  expect(lines()).toBe(4);
  expect(removeMade(state, folder)).toEqual({ removed: ["out/a.pdf", "out/b.pdf"], left: [] });
});
