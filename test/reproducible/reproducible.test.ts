import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dossier, filesUnder, folderWith, head, root } from "../cli/support.ts";

// Same input, same bytes: whatever the machine, the moment and the history of the folder.

type Files = Readonly<Record<string, string>>;

const sentences = [
  "The *harbour* was dredged in the spring, and 1,240 m³ were taken to the **outer bank**.",
  "See [the tables](#tides), `gauge.read()`, and what was said in May[^may] of 3/4 of them.",
  "Ships of more than 12 m draught wait for the flood — “not before” says the notice — at the buoy.",
];

/** Some thirty pages with all that a report may hold. */
function report(): string {
  const sections = Array.from({ length: 40 }, (_, at) => [
    `## Section ${at}`,
    ...Array.from({ length: 6 }, (__, next) => sentences[(at + next) % 3]).map(
      (sentence, next) => `${`${sentence} `.repeat(1 + ((at * 7 + next * 3) % 4))}`,
    ),
    at % 5 === 0
      ? "| Port | Depth |\n|---|--:|\n| Halifax | 12.5 |\n| Victoria | 9.25 |"
      : "- One\n- Two",
    at % 7 === 0 ? "```js\nconst depth = 12;\n```" : "> A quotation of two lines\n> and no more.",
    at % 9 === 0 ? "The slope is $\\frac{a}{b}$." : "日本語 и русский.",
  ]);
  const notes = "[^may]: In May.\n\n## Tides {#tides}\n\nHigh and low.\n";
  return `${head}# Report\n\n${sections.flat().join("\n\n")}\n\n${notes}`;
}

function project(): string {
  const folder = folderWith({ "data/port.md": report(), "dossier.yaml": "kinds: [report]\n" });
  cpSync(join(root, "examples/letters"), folder, { recursive: true });
  return folder;
}

function made(folder: string, out = "out"): Files {
  const place = join(folder, out);
  return Object.fromEntries(
    filesUnder(place)
      .filter((name) => /\.(pdf|docx)$/.test(name))
      .map((name) => [name, readFileSync(join(place, name)).toString("base64")]),
  );
}

/** Names of the files that are not the same. */
function differing(one: Files, other: Files): readonly string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => one[name] !== other[name]);
}

type Way = {
  readonly node?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

const ways: readonly (readonly [string, Way])[] = [
  ["with nothing compiled before", { environment: { DOSSIER_CODE_CACHE: "off" } }],
  ["without an optimising compiler", { node: ["--no-opt", "--no-sparkplug"] }],
  ["with an eager one", { node: ["--always-sparkplug", "--interrupt-budget=1000"] }],
  ["with little memory", { node: ["--max-semi-space-size=1", "--gc-interval=5000"] }],
  [
    "in another zone, locale, home and country",
    {
      environment: {
        ...{ TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "fr_CA.UTF-8" },
        ...{ HOME: "/nowhere", USER: "other", TMPDIR: "/var/tmp" },
      },
    },
  ],
];

test("a long report has the same bytes however it is run", () => {
  const first = project();
  expect(dossier(first, ["build"]).code).toBe(0);
  const right = made(first);
  expect(Object.keys(right)).toHaveLength(2);
  for (const [how, way] of ways) {
    const folder = project();
    expect([how, dossier(folder, ["build"], way).code]).toEqual([how, 0]);
    expect([how, differing(right, made(folder))]).toEqual([how, []]);
  }
  // Alone, each after the other, in the other order.
  const folder = project();
  for (const format of ["docx", "pdf"])
    dossier(folder, [
      "build",
      "data/port.md",
      "--kind",
      "report",
      "--format",
      format,
      "--no-cache",
    ]);
  expect(differing(right, made(folder))).toEqual([]);
}, 240_000);

test("a report has the same bytes whatever was built in its folder before", () => {
  const folder = project();
  dossier(folder, ["build"]);
  const right = made(folder);
  writeFileSync(join(folder, "data/port.md"), report().replaceAll("dredged", "deepened"));
  dossier(folder, ["build"]);
  expect(differing(right, made(folder))).toHaveLength(2);
  writeFileSync(join(folder, "data/port.md"), report());
  writeFileSync(join(folder, "out/port.report.en.pdf"), "spoiled");
  dossier(folder, ["build"]);
  expect(differing(right, made(folder))).toEqual([]);
  dossier(folder, ["cache", "clear"]);
  dossier(folder, ["build", "--format", "docx"]);
  dossier(folder, ["build"]);
  expect(differing(right, made(folder))).toEqual([]);
}, 120_000);

test("letters have the same bytes by any number of threads, in any order, from the cache and alone", () => {
  const folder = project();
  const rows = readFileSync(join(folder, "offices.csv"), "utf8");
  const letters = (out: string, ...more: readonly string[]): Files => {
    const command = ["build", "letter.md", "--kind", "letter", "--data", "offices.csv"];
    expect(dossier(folder, [...command, "--out", `${out}/{{id}}.{{format}}`, ...more]).code).toBe(
      0,
    );
    return made(folder, out);
  };
  const right = letters("a", "--no-cache");
  expect(Object.keys(right).length).toBeGreaterThan(2);
  for (const jobs of ["1", "2", "3"])
    expect([jobs, differing(right, letters(`j${jobs}`, "--no-cache", "--jobs", jobs))]).toEqual([
      jobs,
      [],
    ]);
  expect(differing(right, letters("kept"))).toEqual([]);
  expect(differing(right, letters("copied"))).toEqual([]);
  const [fields = "", ...records] = recordsOf(rows);
  writeFileSync(join(folder, "offices.csv"), [fields, ...records.reverse()].join(""));
  expect(differing(right, letters("reversed", "--no-cache"))).toEqual([]);
}, 240_000);

/** Lines of a CSV file, those within quotation marks together. */
function recordsOf(csv: string): readonly string[] {
  return csv.match(/(?:"[^"]*"|[^"\n])+\n?/g)?.map((record) => `${record.trimEnd()}\n`) ?? [];
}
