import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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
    const again = startDossier(folder, [...letters("again"), "--no-cache"], environment);
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

test.skipIf(!hasRedis)(
  "a document that takes too long, or too much memory, is told with its row; its worker goes on and is not taken for dead",
  async () => {
    const { folder, environment, port } = await place(3);
    const rows = readFileSync(join(folder, "many.csv"), "utf8").trimEnd().split("\n");
    const long = `slow,Office,Quay,Port,Gauge,May,5,${"word ".repeat(1_500_000)}`;
    writeFileSync(
      join(folder, "many.csv"),
      `${[...rows.slice(0, 2), long, ...rows.slice(2)].join("\n")}\n`,
    );
    await startRedis(port, join(folder, ".redis"), false);
    const limits = ["--silence", "1", "--timeout", "3", "--memory", "3000", "--jobs", "1"];
    const worker = await startWorker(folder, environment, limits);
    const build = startDossier(folder, letters("out"), environment);
    expect([await build.ended, written(build.out())]).toEqual([1, 3]);
    expect(build.out()).toContain("it took longer than 3 s.");
    expect(build.out()).toContain("many.csv:3:1");
    expect(build.out().match(/^error/gm)).toHaveLength(1);
    await kill(worker, "SIGTERM");
    const small = ["--silence", "1", "--memory", "100", "--jobs", "1"];
    await startWorker(folder, environment, small);
    writeFileSync(join(folder, "many.csv"), `${[rows[0], `${long} more`].join("\n")}\n`);
    const other = startDossier(folder, letters("other"), environment);
    expect(await other.ended).toBe(1);
    expect(other.out()).toContain("it needs more than 100 MB of memory.");
  },
  180_000,
);

test.skipIf(!hasRedis)(
  "what came back from workers is kept: later builds ask nobody for it, and tell its warnings again",
  async () => {
    const { folder, environment, port } = await place(4);
    mkdirSync(join(folder, "notes"));
    writeFileSync(join(folder, "notes/picture.md"), "# Quay\n\n![A crane](crane.png)\n");
    const redis = await startRedis(port, join(folder, ".redis"), false);
    const worker = await startWorker(folder, environment);
    const report = [
      "build",
      "notes/picture.md",
      "--kind",
      "report",
      "-f",
      "pdf",
      "--cache",
      "--deps",
      "p.mk",
    ];
    for (const command of [letters("out"), report])
      expect(await startDossier(folder, command, environment).ended).toBe(0);
    expect(readFileSync(join(folder, "p.mk"), "utf8")).toContain("notes/picture.md");
    await kill(worker);
    await kill(redis);
    rmSync(join(folder, "out/o1.pdf"));
    const again = dossier(folder, letters("out"), { environment });
    expect([again.code, written(again.out)]).toEqual([0, 4]);
    expect(contents(join(folder, "out"))).toMatchObject(alone(folder));
    const explained = dossier(folder, [...report, "--explain"], { environment });
    expect(explained.error).toContain("warning[image-exists]");
    const foreseen = dossier(folder, [...letters("out"), "--dry-run"], { environment });
    expect(foreseen.out.match(/^stands/gm)).toHaveLength(4);
  },
  180_000,
);

/** A project of its own in the folder, with the templates beside it; gives its folder. */
function besideHouse(folder: string): string {
  const project = join(folder, "project");
  mkdirSync(project);
  for (const name of ["letter.md", "many.csv"]) renameSync(join(folder, name), join(project, name));
  renameSync(join(folder, "templates"), join(folder, "house"));
  return project;
}

test.skipIf(!hasRedis)(
  "a house style outside the project goes with the job; standard input is made here",
  async () => {
    const { folder, environment, port } = await place(2);
    const project = besideHouse(folder);
    writeFileSync(join(project, "dossier.yaml"), "templates: ../house\n");
    await startRedis(port, join(folder, ".redis"), false);
    await startWorker(folder, environment);
    const build = startDossier(project, letters("out"), environment);
    expect([await build.ended, written(build.out())]).toEqual([0, 2]);
    expect(contents(join(project, "out"))).toEqual(alone(project));
    const stream = ["build", "-", "--kind", "report", "-o", "note.pdf"];
    const input = "# Tides\n\nHigh water is at noon.\n";
    expect(dossier(project, stream, { environment, input }).code).toBe(0);
    const queued = readFileSync(join(project, "note.pdf"));
    expect(dossier(project, stream, { input }).code).toBe(0);
    expect(readFileSync(join(project, "note.pdf")).equals(queued)).toBe(true);
  },
  120_000,
);

test.skipIf(!hasRedis)(
  "fonts and linked templates outside the project go with the job; what does not go is told by name",
  async () => {
    const { folder, environment, port } = await place(2);
    const project = besideHouse(folder);
    symlinkSync("../house", join(project, "templates"));
    const fonts = join(root, "dist/assets/fonts");
    writeFileSync(join(folder, "own.font"), readFileSync(join(fonts, "source-serif-4/400.ttf")));
    const brand = readFileSync(join(root, "templates/brand.yaml"), "utf8");
    writeFileSync(
      join(folder, "brand.yaml"),
      brand.replaceAll("fonts/source-sans-3/400.ttf", "../own.font"),
    );
    writeFileSync(join(project, "dossier.yaml"), "brand: ../brand.yaml\n");
    await startRedis(port, join(folder, ".redis"), false);
    await startWorker(folder, environment);
    const build = startDossier(project, letters("out"), environment);
    expect([await build.ended, written(build.out()), build.out()]).toEqual([
      0,
      2,
      expect.anything(),
    ]);
    expect(contents(join(project, "out"))).toEqual(alone(project));
    writeFileSync(join(project, "dossier.yaml"), "");
    const usual = contents(join(project, "out"));
    dossier(project, [...letters("usual"), "--no-cache"]);
    expect(contents(join(project, "usual"))).not.toEqual(usual); // the font is another one
    const picture = readFileSync(join(root, "test/conformance/fixtures/harbour.png"));
    writeFileSync(join(project, "crane.picture"), picture);
    writeFileSync(join(project, "note.md"), "# Tides\n\n![A crane](crane.picture)\n");
    const note = ["build", "note.md", "--kind", "report", "-o", "note.pdf"];
    const run = dossier(project, note, { environment });
    expect([run.code, filesUnder(project).includes("note.pdf")]).toEqual([1, false]);
    expect(run.error).toContain('"crane.picture" is of a kind that does not go to workers');
  },
  180_000,
);
