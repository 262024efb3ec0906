import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { dossier, filesUnder, folderWith, root } from "../cli/support.ts";

const example = join(root, "examples/letters");

function letters(more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const files = filesUnder(example).map(
    (name) => [name, readFileSync(join(example, name))] as const,
  );
  return folderWith({ ...Object.fromEntries(files), ...more });
}

/** One grey pixel. */
const png = strToU8(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2tYU4wAAAABJRU5ErkJggg==",
  ),
  true,
);
const build = ["build", "letter.md", "--kind", "letter"];
const fields = "id,office,address,port,gauge,from,tolerance,remark";
const row = (id: string, tolerance = "5"): string =>
  `${id},Office ${id},Quay,Port ${id},Gauge,May,${tolerance},`;

function contents(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString("base64")]),
  );
}

test("the example makes a letter for each office, the same one by one, in threads and from the cache", () => {
  const folder = letters();
  const all = dossier(folder, [...build, "--data", "offices.csv", "--out", "out/{{id}}.pdf"]);
  expect([all.code, all.error]).toEqual([0, ""]);
  expect(all.out).toBe("out/east.pdf\nout/north.pdf\nout/west.pdf\n");
  const threads = ["--jobs", "2", "--no-cache"];
  dossier(folder, [...build, "--data", "offices.csv", "--out", "threads/{{id}}.pdf", ...threads]);
  dossier(folder, [...build, "--data", "offices.csv", "--out", "cached/{{id}}.pdf"]);
  const offices = [
    "- {id: east, office: Harbour Office East, address: \"12 Quay Street\\nHalifax\", port: Halifax, gauge: the Narrows, from: 1 June 2024, tolerance: 5, remark: ''}\n",
  ];
  const alone = letters({ "one.yaml": offices.join("") });
  dossier(alone, [...build, "--data", "one.yaml", "--out", "{{id}}.pdf", "--no-cache"]);
  const made = contents(join(folder, "out"));
  expect(contents(join(folder, "threads"))).toEqual(made);
  expect(contents(join(folder, "cached"))).toEqual(made);
  expect(readFileSync(join(alone, "east.pdf")).toString("base64")).toBe(made.get("east.pdf"));
  expect(new Set(made.values()).size).toBe(3);
});

test.each([[["--jobs", "1"]], [[]]])(
  "with %j a record with a fault is told with its row and stops no other",
  (threads) => {
    const csv = `${fields}\n${row("a")}\n${row("b", "")}\n${row("c")}\n`;
    const folder = letters({ "a.csv": csv });
    const run = dossier(folder, [
      ...build,
      "--data",
      "a.csv",
      "--out",
      "out/{{id}}.pdf",
      ...threads,
    ]);
    expect(run.code).toBe(1);
    expect(run.error).toContain('The record 2 has no "tolerance".');
    expect(run.error).toContain("a.csv:3:1");
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["a.pdf", "c.pdf"]);
  },
);

test("two records with one name are refused before anything is written", () => {
  const folder = letters({ "a.csv": `${fields}\n${row("a")}\n${row("b")}\n${row("A")}\n` });
  const run = dossier(folder, [...build, "--data", "a.csv", "--out", "out/{{id}}.docx"]);
  expect(run.code).toBe(1);
  expect(run.error).toContain('The records 1 and 3 would write the same file, "out/A.docx".');
  expect(filesUnder(folder).filter((name) => name.startsWith("out/"))).toEqual([]);
});

test("a batch that was stopped goes on where it was", () => {
  const csv = (ids: readonly string[]): string =>
    `${fields}\n${ids.map((id) => row(id)).join("\n")}\n`;
  const folder = letters({ "some.csv": csv(["a", "b"]), "all.csv": csv(["z", "a", "b"]) });
  const out = ["--out", "out/{{id}}.pdf"];
  dossier(folder, [...build, "--data", "some.csv", ...out]);
  const run = dossier(folder, [
    ...build,
    "--data",
    "all.csv",
    ...out,
    "--jobs",
    "1",
    "--timeout",
    "60",
  ]);
  expect([run.code, run.out.split("\n").length]).toEqual([0, 4]);
  const again = dossier(folder, [...build, "--data", "all.csv", "--out", "{{nothing}}"]);
  expect(again.code).toBe(1);
});

test("a record that takes too long is stopped and told; the others are made", () => {
  const long = "word ".repeat(3_000_000);
  const csv = `${fields}\n${row("a")}\n${row("slow").slice(0, -1)},${long}\n${row("c")}\n`;
  const folder = letters({ "a.csv": csv });
  writeFileSync(join(folder, "quick.csv"), `${fields}\n${row("a")}\n${row("c")}\n`);
  const limits = ["--jobs", "1", "--memory", "4000", "--no-cache", "--timeout"];
  const made = (data: string, out: string, seconds: number) =>
    dossier(folder, [
      ...build,
      "--data",
      data,
      "--out",
      `${out}/{{id}}.pdf`,
      ...limits,
      `${seconds}`,
    ]);
  // On a machine as busy as this one: the program and its thread start, and both are made, in half of this time.
  const started = performance.now();
  expect(made("quick.csv", "quick", 600).code).toBe(0);
  const seconds = Math.ceil((performance.now() - started) / 500);
  const run = made("a.csv", "out", seconds);
  expect(run.error).toContain(
    `"out/slow.pdf" could not be made: it took longer than ${seconds} s.`,
  );
  expect(run.error).toContain("a.csv:3:1");
  expect(readdirSync(join(folder, "out")).sort()).toEqual(["a.pdf", "c.pdf"]);
});

test("a thread that needs too much memory is stopped and told; the others are made", () => {
  const long = "word ".repeat(1_500_000);
  const csv = `${fields}\n${row("a")}\n${row("big").slice(0, -1)},${long}\n${row("c")}\n`;
  const folder = letters({ "a.csv": csv });
  const limits = ["--jobs", "1", "--memory", "120", "--no-cache"];
  const run = dossier(folder, [...build, "--data", "a.csv", "--out", "out/{{id}}.pdf", ...limits]);
  expect(run.error).toContain(
    '"out/big.pdf" could not be made: it needs more than 120 MB of memory.',
  );
  expect(readdirSync(join(folder, "out")).sort()).toEqual(["a.pdf", "c.pdf"]);
});

test.each([
  [["--out", "out/{{id}}.pdf"], "With --data there is one SOURCE, a file.", ["build"]],
  [[], "With --data, --out says what each file is called", build],
])("%j alone is not enough", (more, said, start) => {
  const run = dossier(letters(), [...start, "--data", "offices.csv", ...more]);
  expect(run.code).toBe(2);
  expect(run.error).toContain(said);
});

const out = ["--out", "out/{{id}}.pdf"];

test("what would be made, and why, is told of each record", () => {
  const rows = (...tolerances: readonly string[]): string =>
    `${fields}\n${tolerances.map((tolerance, at) => row(`r${at}`, tolerance)).join("\n")}\n`;
  const folder = letters({ "a.csv": rows("1", "2", "3") });
  const run = (...more: readonly string[]) =>
    dossier(folder, [...build, "--data", "a.csv", ...out, ...more]);
  const first = run("--dry-run");
  expect(first.out.match(/^make .*: it was not built here before$/gm)).toHaveLength(3);
  expect(filesUnder(folder).filter((name) => name.startsWith("out/"))).toEqual([]);
  run();
  expect(run("--dry-run").out.match(/^stands/gm)).toHaveLength(3);
  writeFileSync(join(folder, "a.csv"), rows("1", "20", ""));
  rmSync(join(folder, "out/r0.pdf"));
  const changed = run("--dry-run");
  expect(changed.out).toBe(
    'copy   out/r0.pdf: "out/r0.pdf" is not there\nmake   out/r1.pdf: its record is new or changed\n',
  );
  expect([changed.code, changed.error.includes('record 3 has no "tolerance"')]).toEqual([1, true]);
  const made = run("--explain");
  expect(made.error).toContain('out/r0.pdf: "out/r0.pdf" is not there\n');
  expect(made.error).toContain("out/r1.pdf: its record is new or changed\n");
  appendFileSync(join(folder, "letter.md"), "\nWith thanks.\n");
  expect(run("--explain", "--jobs", "1").error).toContain('out/r1.pdf: "letter.md" changed\n');
});

test.each([
  ["threads", ["--jobs", "2", "--no-cache"]],
  ["this process", []],
])("make learns what each letter was made of by %s, pictures of its own record too", (_, more) => {
  const csv = `${fields}\n${row("a")}\n${row("b")}\n`;
  const folder = letters({ "a.csv": csv, "a.png": png, "b.png": png, "dossier.yaml": "" });
  appendFileSync(
    join(folder, "letter.md"),
    "\n![The port of {{record.port}}](<{{record.id}}.png>)\n",
  );
  dossier(folder, [...build, "--data", "a.csv", ...out, "--deps", "letters.mk", ...more]);
  const rules = readFileSync(join(folder, "letters.mk"), "utf8").split("\n\n");
  const of = (name: string): readonly string[] =>
    rules.find((rule) => rule.startsWith(`out/${name}.pdf:`))?.split(/[ \\\n]+/) ?? [];
  for (const [name, other] of [
    ["a", "b"],
    ["b", "a"],
  ] as const) {
    expect(of(name)).toEqual(
      expect.arrayContaining(["a.csv", "dossier.yaml", "letter.md", `${name}.png`]),
    );
    expect(of(name)).not.toContain(`${other}.png`);
  }
});
