import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Run } from "./support.ts";
import { dossier, folderWith, source } from "./support.ts";

const parameters = ["build", "harbour.md", "--kind", "report", "--format", "pdf", "-o", "-"];

function place(): { readonly folder: string; readonly cache: string; readonly run: () => Run } {
  const folder = folderWith({ "harbour.md": source });
  const cache = join(folder, "code");
  return {
    folder,
    cache,
    run: () => dossier(folder, parameters, { environment: { DOSSIER_CODE_CACHE: cache } }),
  };
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

test("a run from compiled code makes the same file as one without", () => {
  const { folder, cache, run } = place();
  const without = dossier(folder, parameters, { environment: { DOSSIER_CODE_CACHE: "off" } });
  const cold = run();
  const kept = filesIn(cache);
  expect(kept.length).toBeGreaterThan(0);
  const before = kept.map((file) => readFileSync(file));
  const warm = run();
  expect(without.code).toBe(0);
  expect(cold).toEqual(without);
  expect(warm).toEqual(without);
  // The code was taken: a refused one would have been written anew.
  expect(filesIn(cache)).toEqual(kept);
  expect(kept.map((file, index) => before[index]?.equals(readFileSync(file)))).toEqual(
    kept.map(() => true),
  );
});

test("damaged compiled code is not run", () => {
  const { cache, run } = place();
  const sound = run();
  for (const file of filesIn(cache)) {
    const bytes = readFileSync(file);
    for (let at = 40; at < bytes.length; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    writeFileSync(file, bytes);
  }
  expect(run()).toEqual(sound);
  for (const file of filesIn(cache)) writeFileSync(file, readFileSync(file).subarray(0, 5000));
  expect(run()).toEqual(sound);
  for (const file of filesIn(cache)) writeFileSync(file, "");
  expect(run()).toEqual(sound);
});

test.skipIf(process.platform === "win32")(
  "compiled code that others could change is not run",
  () => {
    const { cache, run } = place();
    mkdirSync(cache);
    chmodSync(cache, 0o777);
    expect(run().code).toBe(0);
    expect(filesIn(cache)).toEqual([]);
  },
);

test("a program that can keep nothing works all the same", () => {
  const { folder, cache, run } = place();
  writeFileSync(cache, "a file where the folder should be");
  expect(run()).toEqual(
    dossier(folder, parameters, { environment: { DOSSIER_CODE_CACHE: "off" } }),
  );
});

test("threads of a batch leave compiled code, and make the same files from it", () => {
  const folder = folderWith({
    "letter.md": `${source}\nDear {{record.name}}.\n`,
    "people.csv": "id,name\na,Ada\nb,Bea\n",
  });
  const cache = join(folder, "code");
  const batch = (code: string): readonly string[] => {
    const { code: exit } = dossier(
      folder,
      [
        ...["build", "letter.md", "--kind", "report", "--data", "people.csv", "--no-cache"],
        ...["--out", "out/{{id}}.pdf", "--jobs", "1"],
      ],
      { environment: { DOSSIER_CODE_CACHE: code } },
    );
    expect(exit).toBe(0);
    return filesIn(join(folder, "out")).map((file) => readFileSync(file, "base64"));
  };
  const without = batch("off");
  expect(without).toHaveLength(2);
  expect(batch(cache)).toEqual(without);
  const kept = filesIn(cache).filter((file) => file.includes("render-pdf"));
  expect(kept).toHaveLength(1);
  const before = kept.map((file) => readFileSync(file, "base64"));
  expect(batch(cache)).toEqual(without);
  expect(kept.map((file) => readFileSync(file, "base64"))).toEqual(before);
});
