import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { BuildResult } from "../../src/build/index.ts";
import { build } from "../../src/build/index.ts";
import { openCache } from "../../src/cache/index.ts";
import type { Host } from "../../src/host/index.ts";
import { nodeHost } from "../../src/host/index.ts";
import { folderWith, source } from "../cli/support.ts";

const program = fileURLToPath(new URL("../..", import.meta.url));

type Project = {
  readonly folder: string;
  /** Builds as another process would: nothing is kept in memory. */
  readonly run: (engine?: string) => Promise<BuildResult>;
  readonly write: (path: string, text: string) => void;
  readonly output: (name: string) => Uint8Array;
};

function project(files: Readonly<Record<string, string>> = {}): Project {
  const folder = folderWith({
    "data/port.md": source,
    "data/coast.md": source.replace("harbour", "coast"),
    "dossier.yaml":
      "sources: [data/port.md, data/coast.md]\ntargets:\n  - kind: report\n    format: pdf\n",
    ...files,
  });
  const host: Host = nodeHost({ projectFolder: folder, programFolder: program, environment: {} });
  return {
    folder,
    run: (engine = "1") =>
      build({ sources: [], cache: openCache(join(folder, ".dossier"), host, engine) }, host),
    write: (path, text) => host.write(path, new TextEncoder().encode(text)),
    output: (name) => readFileSync(join(folder, "out", name)),
  };
}

function told(result: BuildResult): readonly string[] {
  return result.targets.map(
    ({ target, reuse, written }) => `${target.source} ${written ? (reuse ?? "made") : "failed"}`,
  );
}

const both = (what: string): readonly string[] => [`data/port.md ${what}`, `data/coast.md ${what}`];

test("what did not change is not made again; warnings and pages are told all the same", async () => {
  const { run, output } = project();
  const cold = await run();
  const bytes = output("port.report.en.pdf");
  const warm = await run();
  expect(told(cold)).toEqual(both("made"));
  expect(told(warm)).toEqual(both("standing"));
  expect(warm.diagnostics).toEqual(cold.diagnostics);
  expect(warm.targets.map(({ pages }) => pages)).toEqual(cold.targets.map(({ pages }) => pages));
  expect(output("port.report.en.pdf")).toEqual(bytes);
});

test("a changed source makes its own files and no other; put back, its old file comes from the cache", async () => {
  const { run, write, output } = project();
  await run();
  const before = output("coast.report.en.pdf");
  write("data/coast.md", source.replace("dredged", "charted"));
  expect(told(await run())).toEqual(["data/port.md standing", "data/coast.md made"]);
  expect(output("coast.report.en.pdf")).not.toEqual(before);
  write("data/coast.md", source.replace("harbour", "coast"));
  expect(told(await run())).toEqual(["data/port.md standing", "data/coast.md copied"]);
  expect(output("coast.report.en.pdf")).toEqual(before);
});

test.each([
  ["templates/brand.yaml", readFileSync(join(program, "templates/brand.yaml"), "utf8")],
  ["templates/report/labels.en.yaml", "contents: In this report\n"],
  ["templates/partials/marking.md.hbs", "{{!-- none --}}\n"],
  ["templates/report/template.md.hbs", "# {{title}}\n"],
])("a new %s of the project makes every file again", async (path, text) => {
  const { run, write } = project();
  await run();
  write(path, text);
  expect(told(await run())).toEqual(both("made"));
});

test("a target that is added does not make the others again; a setting that they use does", async () => {
  const { run, write } = project();
  await run();
  const yaml =
    "sources: [data/port.md, data/coast.md]\ntargets:\n  - kind: report\n    format: pdf\n";
  write("dossier.yaml", `${yaml}  - kind: report\n    format: docx\n    source: data/port.md\n`);
  expect(told(await run())).toEqual([...both("standing"), "data/port.md made"]);
  write("dossier.yaml", `${yaml}as-of: 2024-05-17\n`);
  expect(told(await run())).toEqual(both("made"));
});

test("another program makes everything again", async () => {
  const { run } = project();
  await run("1");
  expect(told(await run("2"))).toEqual(both("made"));
});

test("an output that was changed or removed is put back from the cache", async () => {
  const { run, write, output } = project();
  await run();
  const bytes = output("port.report.en.pdf");
  write("out/port.report.en.pdf", "spoiled");
  expect(told(await run())).toEqual(["data/port.md copied", "data/coast.md standing"]);
  expect(output("port.report.en.pdf")).toEqual(bytes);
});

test("a target with a fault is told at each run and keeps its old file", async () => {
  const { run, write, output } = project();
  await run();
  const bytes = output("port.report.en.pdf");
  write("data/port.md", source.replace("dredged", "[dredged](fact:nowhere.date)"));
  for (const result of [await run(), await run()]) {
    expect(told(result)).toEqual(["data/port.md failed", "data/coast.md standing"]);
    expect(result.diagnostics.map(({ severity }) => severity)).toContain("error");
  }
  expect(output("port.report.en.pdf")).toEqual(bytes);
});

test("what is attached to a file is a reason to make it again, and to make no Word file again", async () => {
  const targets = "targets:\n  - kind: report\n";
  const { run, write } = project({ "dossier.yaml": `sources: [data/port.md]\n${targets}` });
  await run();
  write("dossier.yaml", `sources: [data/port.md]\nattach: source\n${targets}`);
  const again = (await run()).targets.map(({ target, reuse, why }) => [target.format, reuse, why]);
  expect(again).toEqual([
    ["pdf", undefined, ["what is attached changed"]],
    ["docx", "standing", []],
  ]);
});
