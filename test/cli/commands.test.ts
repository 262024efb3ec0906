import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dossier, filesUnder, folderWith, halfWritten, source } from "./support.ts";

const twoOfOneId = `${source}\n## One {#x}\n\nA.\n\n## Two {#x}\n\nB.\n`;

test("check tells the faults and makes no file", () => {
  const folder = folderWith({ "a.md": twoOfOneId });
  const run = dossier(folder, ["check", "a.md", "--kind", "report"]);
  expect(run.code).toBe(1);
  expect(run.error).toMatch(/a\.md:\d+:\d+/);
  expect(run.error).toContain('"x"');
  expect(filesUnder(folder)).toEqual(["a.md"]);
});

test("check of a good source is content", () => {
  const folder = folderWith({ "a.md": source });
  const run = dossier(folder, ["check", "a.md", "--kind", "report"]);
  expect(run.code).toBe(0);
  expect(filesUnder(folder)).toEqual(["a.md"]);
});

test("faults as JSON are JSON", () => {
  const folder = folderWith({ "a.md": twoOfOneId });
  const flags = ["--kind", "report", "--diagnostics", "json"];
  const run = dossier(folder, ["check", "a.md", ...flags]);
  const faults: unknown = JSON.parse(run.error);
  expect(JSON.stringify(faults)).toContain('"file":"a.md"');
});

test("every rule that a fault names can be explained", () => {
  const folder = folderWith({ "a.md": twoOfOneId });
  const { error } = dossier(folder, ["check", "a.md", "--kind", "report"]);
  const rule = /^error\[([a-z0-9-]+)\]/m.exec(error)?.[1] ?? "no rule";
  const run = dossier(folder, ["explain", rule]);
  expect(run.code).toBe(0);
  expect(run.out.split("\n").length).toBeGreaterThan(3);
});

test("an unknown rule is told with exit code 2 and a near one", () => {
  const run = dossier(folderWith({}), ["explain", "fact-agree"]);
  expect(run.code).toBe(2);
  expect(run.error).toContain("fact-agrees");
});

test("a new project builds at once", () => {
  const folder = folderWith({});
  expect(dossier(folder, ["new", "project", "office"]).code).toBe(0);
  const run = dossier(join(folder, "office"), ["build"]);
  expect(run.code).toBe(0);
  expect(run.out.split("\n").length).toBeGreaterThan(4);
  expect(halfWritten(folder)).toEqual([]);
});

test("the schema of a new project is the one that the program prints", () => {
  const folder = folderWith({});
  dossier(folder, ["new", "project"]);
  const { code, out } = dossier(folder, ["schema"]);
  const settings = readFileSync(join(folder, "dossier.yaml"), "utf8");
  const name = /^# yaml-language-server: \$schema=(.+)$/m.exec(settings)?.[1] ?? "no schema";
  expect([code, readFileSync(join(folder, name), "utf8")]).toEqual([0, out]);
  expect(JSON.parse(out)).toMatchObject({ title: "dossier.yaml" });
});

test("a new project never overwrites what is there", () => {
  const folder = folderWith({ "dossier.yaml": "# mine\n" });
  const run = dossier(folder, ["new", "project"]);
  expect(run.code).toBe(1);
  expect(run.error).toContain("dossier.yaml");
  expect(filesUnder(folder)).toEqual(["dossier.yaml"]);
});

test("a new template builds at once", () => {
  const folder = folderWith({ "a.md": source });
  expect(dossier(folder, ["new", "template", "leaflet"]).code).toBe(0);
  const run = dossier(folder, ["build", "a.md", "--kind", "leaflet"]);
  expect(run.error).not.toContain("error[");
  expect(run).toMatchObject({ code: 0, out: "out/a.leaflet.en.pdf\nout/a.leaflet.en.docx\n" });
});

test("several projects share a folder of templates, their look among them", () => {
  const settings = "sources: [a.md]\nkinds: [leaflet]\ntemplates: ../looks/\n";
  const folder = folderWith({ "one/a.md": source, "one/dossier.yaml": settings });
  const one = join(folder, "one");
  expect(dossier(one, ["new", "template", "leaflet"]).out).toContain("../looks/leaflet/");
  expect(dossier(one, ["build"])).toMatchObject({
    code: 0,
    out: "out/a.leaflet.en.pdf\nout/a.leaflet.en.docx\n",
  });
  const labels = join(folder, "looks/leaflet/labels.en.yaml");
  writeFileSync(labels, `${readFileSync(labels, "utf8")}kind: [1]\n`);
  expect(dossier(one, ["build", "--explain"]).error).toContain("../looks/leaflet/labels.en.yaml");
  writeFileSync(join(folder, "looks/brand.yaml"), "colours: nothing\n");
  const spoiled = dossier(one, ["build"]);
  expect([spoiled.code, spoiled.error.includes("../looks/brand.yaml:1")]).toEqual([1, true]);
});

test.each(["../escape", "Upper", "", "constructor/x"])("%j is no name of a template", (name) => {
  const folder = folderWith({});
  expect(dossier(folder, ["new", "template", name]).code).toBe(2);
  expect(filesUnder(folder)).toEqual([]);
});

test("help and version go to standard output", () => {
  const folder = folderWith({});
  const help = dossier(folder, ["--help"]);
  expect(help).toMatchObject({ code: 0, error: "" });
  expect(help.out).toContain("dossier build");
  expect(dossier(folder, ["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
