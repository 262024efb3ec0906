import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { dossier, filesUnder, folderWith, root } from "../cli/support.ts";
import { freePort, hasRedis, kill, startDossier, startRedis, startWorker } from "./support.ts";

const example = join(root, "examples/letters");
const fields = "id,office,address,port,gauge,from,tolerance,remark";

type Place = {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
};

async function place(records: number): Promise<Place> {
  const rows = Array.from(
    { length: records },
    (_, index) => `o${index},Office ${index},Quay,Port ${index},Gauge,May,5,${"word ".repeat(200)}`,
  );
  const files = filesUnder(example).map(
    (name) => [name, readFileSync(join(example, name))] as const,
  );
  const folder = folderWith({
    ...Object.fromEntries(files),
    "many.csv": `${[fields, ...rows].join("\n")}\n`,
  });
  mkdirSync(join(folder, ".redis"));
  const port = await freePort();
  const environment = {
    DOSSIER_QUEUE: `redis://127.0.0.1:${port}`,
    DOSSIER_STORE: join(folder, ".store"),
  };
  return { folder, environment, port };
}

const letters = (out: string): readonly string[] => [
  ...["build", "letter.md", "--kind", "letter", "--data", "many.csv", "--out", `${out}/{{id}}.pdf`],
];

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

/** What the same command makes without a queue. */
function alone(folder: string): Readonly<Record<string, string>> {
  dossier(folder, [...letters("alone"), "--no-cache", "--jobs", "1"]);
  return contents(join(folder, "alone"));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(20);
}

const written = (out: string): number =>
  out.split("\n").filter((line) => line.endsWith(".pdf")).length;

test.skipIf(!hasRedis)(
  "two workers make all files, the same as alone; one that is killed loses none; asking again makes nothing",
  async () => {
    const { folder, environment, port } = await place(60);
    await startRedis(port, join(folder, ".redis"), false);
    const workers = [
      await startWorker(folder, environment),
      await startWorker(folder, environment),
    ];
    const build = startDossier(folder, letters("out"), environment);
    await until(() => written(build.out()) >= 5);
    const [first, second] = workers;
    if (first !== undefined) await kill(first);
    expect([await build.ended, written(build.out())]).toEqual([0, 60]);
    expect(contents(join(folder, "out"))).toEqual(alone(folder));
    const status = dossier(folder, ["queue", "status"], { environment });
    expect(status.out).toMatch(/waiting 0\nactive 0\ndone 60\nworkers 1\n/);
    if (second !== undefined) await kill(second, "SIGTERM");
    const again = startDossier(folder, letters("again"), environment);
    expect([await again.ended, written(again.out())]).toEqual([0, 60]);
    expect(contents(join(folder, "again"))).toEqual(contents(join(folder, "out")));
  },
  180_000,
);

test.skipIf(!hasRedis).each([true, false])(
  "a Redis that starts again in the middle loses no file (keeping its data: %s)",
  async (keeps) => {
    const { folder, environment, port } = await place(40);
    const redis = await startRedis(port, join(folder, ".redis"), keeps);
    await startWorker(folder, environment);
    const build = startDossier(folder, letters("out"), environment);
    await until(() => written(build.out()) >= 3);
    await kill(redis);
    await startRedis(port, join(folder, ".redis"), keeps);
    expect([await build.ended, written(build.out())]).toEqual([0, 40]);
    expect(contents(join(folder, "out"))).toEqual(alone(folder));
  },
  180_000,
);

test.skipIf(!hasRedis)(
  "a worker that is asked to stop finishes what it has begun; a fault of the source comes back with its place",
  async () => {
    const { folder, environment, port } = await place(30);
    await startRedis(port, join(folder, ".redis"), false);
    const worker = await startWorker(folder, environment);
    const build = startDossier(folder, letters("out"), environment);
    await until(() => written(build.out()) >= 2);
    const stopped = kill(worker, "SIGTERM");
    await stopped;
    expect(worker.exitCode).toBe(0);
    const other = await startWorker(folder, environment);
    expect(await build.ended).toBe(0);
    const broken = ["build", "offices.csv", "--kind", "nothing"];
    expect(dossier(folder, broken, { environment }).code).not.toBe(0);
    const faulty = folderWith({ "a.md": "# T\n\n[x](fact:nowhere.date)\n" });
    const run = startDossier(
      faulty,
      ["build", "a.md", "--kind", "report", "-f", "pdf"],
      environment,
    );
    expect(await run.ended).toBe(1);
    expect(run.out()).toContain("a.md:3:1");
    expect(other.exitCode).toBe(null);
  },
  180_000,
);
