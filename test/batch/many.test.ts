import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { dossier, filesUnder, folderWith, root } from "../cli/support.ts";
import { endOf, startBuild } from "../faults/support.ts";

const example = join(root, "examples/letters");
const fields = "id,office,address,port,gauge,from,tolerance,remark";
const command = ["build", "letter.md", "--kind", "letter", "--data", "many.csv"];

/** Writes down the most memory that the process took, in kilobytes. */
const witness = `process.on("exit", () =>
  require("node:fs").writeFileSync(process.env.WITNESS + process.pid, String(process.resourceUsage().maxRSS)));`;

function letters(records: number): string {
  const rows = Array.from(
    { length: records },
    (_, index) => `o${index},Office ${index},Quay ${index},Port ${index},Gauge ${index},May,5,`,
  );
  const files = filesUnder(example).map(
    (name) => [name, readFileSync(join(example, name))] as const,
  );
  return folderWith({
    ...Object.fromEntries(files),
    "many.csv": `${[fields, ...rows].join("\n")}\n`,
    "witness.cjs": witness,
  });
}

/** Megabytes. */
function memoryFor(records: number): number {
  const folder = letters(records);
  const { code } = dossier(folder, [...command, "--out", "out/{{id}}.pdf", "--jobs", "1"], {
    environment: {
      NODE_OPTIONS: `--require="${join(folder, "witness.cjs")}"`,
      WITNESS: join(folder, "memory-"),
    },
  });
  expect([code, readdirSync(join(folder, "out")).length]).toEqual([0, records]);
  const told = readdirSync(folder).filter((name) => name.startsWith("memory-"));
  return Math.max(...told.map((name) => Number(readFileSync(join(folder, name), "utf8")))) / 1024;
}

test("eight times as many records take about as much memory", () => {
  const [few, many] = [memoryFor(50), memoryFor(400)];
  expect(many).toBeLessThan(few * 1.3);
}, 120_000);

const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filesUnder(folder)
      .filter((name) => /\.(pdf|docx)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );

test.each([
  ["in threads", ["--jobs", "2"]],
  ["in one", ["--jobs", "1"]],
])(
  "a batch %s that is killed at any moment goes on where it was, and ends with every file right",
  async (_, jobs) => {
    const folder = letters(60);
    const batch = [...command, "--out", "out/{{id}}.pdf", ...jobs];
    const right = letters(60);
    dossier(right, [...command, "--out", "out/{{id}}.pdf", "--no-cache"]);
    let made = 0;
    for (const least of [3, 15, 30]) {
      const child = startBuild(folder, batch.slice(1));
      while (filesUnder(folder).filter((name) => name.endsWith(".pdf")).length < least)
        await wait(5);
      child.kill("SIGKILL");
      await endOf(child);
      const there = contents(folder);
      expect(contents(right)).toMatchObject(there);
      expect(Object.keys(there).length).toBeGreaterThanOrEqual(made);
      made = Object.keys(there).length;
    }
    const foreseen = dossier(folder, [...batch, "--dry-run"]);
    const standing = foreseen.out.match(/^stands/gm)?.length ?? 0;
    // Of each thread one file may be written and not yet be noted.
    expect(standing).toBeGreaterThanOrEqual(made - 6);
    const rest = dossier(folder, [...batch, "--explain"]);
    expect(rest.code).toBe(0);
    expect(rest.error.match(/: it was not built here before$/gm)?.length ?? 0).toBe(60 - standing);
    expect(contents(folder)).toEqual(contents(right));
  },
  180_000,
);
