import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dossier, filesUnder, folderWith, root } from "./support.ts";

const samples = filesUnder(join(root, "data"))
  .filter((name) => name.endsWith(".md"))
  .map((name): [string, Uint8Array] => [`data/${name}`, readFileSync(join(root, "data", name))]);

test("the samples have the same bytes in any folder, time zone and locale", () => {
  const places = [
    { TZ: "Pacific/Kiritimati", LANG: "fr_CA.UTF-8", LC_ALL: "fr_CA.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "tr_TR.UTF-8" },
  ];
  const [one, other] = places.map((environment) => {
    const folder = folderWith(Object.fromEntries(samples));
    const { code } = dossier(folder, ["build"], { environment });
    const out = join(folder, "out");
    return {
      code,
      files: new Map(filesUnder(out).map((name) => [name, readFileSync(join(out, name))])),
    };
  });
  expect(one?.code).toBe(0);
  expect(one?.files.size).toBeGreaterThan(1);
  expect([...(other?.files.keys() ?? [])]).toEqual([...(one?.files.keys() ?? [])]);
  const differing = [...(one?.files ?? [])].filter(
    ([name, bytes]) => other?.files.get(name)?.equals(bytes) !== true,
  );
  expect(differing.map(([name]) => name)).toEqual([]);
}, 120_000);
