import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8 } from "fflate";
import { expect, test } from "vitest";
import type { Run } from "./support.ts";
import { dossier, filesUnder, folderWith, halfWritten, head, source } from "./support.ts";

const isPdf = (bytes: Uint8Array): boolean =>
  strFromU8(bytes.subarray(0, 5), true) === "%PDF-" &&
  strFromU8(bytes.subarray(-16), true).trimEnd().endsWith("%%EOF");

test("builds what the flags ask for, and in a pipe prints the files alone", () => {
  const folder = folderWith({ "a.md": source });
  const flags = ["--kind", "report", "--format", "pdf", "--lang", "fr-CA", "--out-dir", "made"];
  const run = dossier(folder, ["build", "a.md", ...flags]);
  expect(run).toMatchObject({ code: 0, out: "made/a.report.fr.pdf\n", error: "" });
  expect(filesUnder(join(folder, "made"))).toEqual(["a.report.fr.pdf"]);
});

test("reads standard input and writes standard output", () => {
  const folder = folderWith({});
  const flags = ["--kind", "report", "--format", "pdf", "-o", "-"];
  const run = dossier(folder, ["build", "-", ...flags], { input: source });
  expect(run.code).toBe(0);
  expect(isPdf(run.outBytes)).toBe(true);
  expect(filesUnder(folder)).toEqual([]);
});

test("without a source builds all kinds of data/*.md that the source meets", () => {
  const folder = folderWith({ "data/a.md": source });
  const run = dossier(folder, ["build"]);
  expect(run.code).toBe(0);
  expect(run.out.split("\n")).toContain("out/a.report.en.pdf");
  expect(halfWritten(folder)).toEqual([]);
});

test("a near name is suggested for an unknown kind", () => {
  const run = dossier(folderWith({ "a.md": source }), ["build", "a.md", "--kind", "fact-shet"]);
  expect(run.code).toBe(2);
  expect(run.error).toContain('"fact-shet"');
  expect(run.error).toContain("fact-sheet");
});

test.each([
  [["build", "a.md", "--kind", "report", "--format", "odt"]],
  [["build", "a.md", "-o", "one.pdf"]],
  [["build", "--nonsense"]],
  [["biuld"]],
  [["build", "a.md", "--as-of", "2024-13-45"]],
])("wrong use is told with exit code 2: %j", (parameters) => {
  const folder = folderWith({ "a.md": source });
  const run = dossier(folder, parameters);
  expect(run.code).toBe(2);
  expect(run.error).not.toBe("");
  expect(run.out).toBe("");
  expect(filesUnder(folder)).toEqual(["a.md"]);
});

test("a missing file is a fault of the author's, told by its name", () => {
  const run = dossier(folderWith({}), ["build", "nowhere.md", "--kind", "report"]);
  expect(run.code).toBe(1);
  expect(run.error).toContain("nowhere.md");
});

const template = (body: string): Readonly<Record<string, string>> => ({
  "a.md": source,
  "templates/leaflet/template.md.hbs": body,
  "templates/leaflet/template.yaml": "title: {en: Leaflet, fr: Feuillet}\n",
  "templates/leaflet/labels.en.yaml": "kind: Leaflet\n",
});

test("a fault in one target leaves its old file, and the others are made", () => {
  const folder = folderWith({
    ...template("# {{title}}\n\n{{nowhere}}\n"),
    "out/a.leaflet.en.pdf": "the old file",
  });
  const run = dossier(folder, ["build", "a.md", "--kind", "leaflet,report", "--format", "pdf"]);
  expect(run.code).toBe(1);
  expect(run.out).toBe("out/a.report.en.pdf\n");
  expect(run.error).toContain("templates/leaflet/template.md.hbs:3");
  expect(readFileSync(join(folder, "out/a.leaflet.en.pdf"), "utf8")).toBe("the old file");
  expect(isPdf(readFileSync(join(folder, "out/a.report.en.pdf")))).toBe(true);
});

test.each([
  ["reads the constructor", "{{constructor}}"],
  ["reads the constructor of the constructor", "{{title.constructor.constructor}}"],
  ["reads the prototype", "{{__proto__.polluted}}"],
  ["asks for a helper that is none", '{{lookup this "constructor"}}'],
  ["holds itself", "{{> masthead}}{{> itself}}"],
  ["is not closed", "{{#if title}}"],
  ["has triple braces", "{{{title}}}"],
])("a template that %s is refused at its place", (_, body) => {
  const folder = folderWith({
    ...template(`# {{title}}\n\n${body}\n`),
    "templates/leaflet/partials/itself.md.hbs": "{{> itself}}\n",
  });
  const run = dossier(folder, ["build", "a.md", "--kind", "leaflet"]);
  expect(run.hung).toBe(false);
  expect(run.code).toBe(1);
  expect(run.error).toMatch(/templates\/leaflet\/[a-z/]+\.md\.hbs:\d+/);
  expect(run.error).not.toMatch(/^\s+at /m);
  expect(filesUnder(folder).filter((name) => name.startsWith("out/"))).toEqual([]);
});

test("a template that repeats within repetition comes to an end", () => {
  const loops = Array.from({ length: 12 }, () => "{{#each sections}}").join("");
  const ends = "{{/each}}".repeat(12);
  const sections = Array.from({ length: 60 }, (_, at) => `## Part ${at}\n\nText.\n`).join("\n");
  const folder = folderWith({
    ...template(`# {{title}}\n\n${loops}x${ends}\n`),
    "a.md": `${head}# Title\n\n${sections}`,
  });
  const run = dossier(folder, ["build", "a.md", "--kind", "leaflet"]);
  expect(run.hung).toBe(false);
  expect([0, 1]).toContain(run.code);
  expect(run.error).not.toMatch(/^\s+at |fault of the program/m);
});

test("the trace tells of the pages of each target", () => {
  const folder = folderWith({ "a.md": source });
  const flags = ["--kind", "report", "--format", "pdf", "--trace", "trace.json"];
  expect(dossier(folder, ["build", "a.md", ...flags]).code).toBe(0);
  const trace: unknown = JSON.parse(readFileSync(join(folder, "trace.json"), "utf8"));
  expect(Object.keys(trace as object)).toEqual(["out/a.report.en.pdf"]);
});

test("the project silences the warnings of a rule, or makes them errors that stop their document", () => {
  const folder = folderWith({ "a.md": `${source}\n![A crane](crane.png)\n` });
  const run = (rules: string): Run => {
    writeFileSync(join(folder, "dossier.yaml"), rules);
    return dossier(folder, ["build", "a.md", "--kind", "report", "--format", "pdf"]);
  };
  const usual = run("");
  expect([usual.code, usual.error.includes("warning[image-exists]")]).toEqual([0, true]);
  const silent = run("rules: {image-exists: off}\n");
  expect([silent.code, silent.error]).toEqual([0, ""]);
  const strict = run("rules: {image-exists: error}\n");
  expect([strict.code, strict.out]).toEqual([1, ""]);
  expect(strict.error).toContain('error[image-exists]: There is no image "crane.png".');
  expect(dossier(folder, ["check", "a.md", "--kind", "report"]).code).toBe(1);
});

test.each([
  [
    "kinds alone take data/*.md",
    "kinds: [report]\n",
    [],
    ["out/a.report.en.pdf", "out/a.report.en.docx"],
  ],
  [
    "a target with a source needs no other",
    "targets: [{kind: report, format: pdf, source: b.md}]\n",
    [],
    ["out/b.report.en.pdf"],
  ],
  [
    "what is asked for and not listed is made of the sources",
    "sources: [b.md]\ntargets: [{kind: fact-sheet, format: pdf}]\n",
    ["--kind", "report", "--format", "docx"],
    ["out/b.report.en.docx"],
  ],
  [
    "the name of a file says its format",
    "targets: [{kind: report, source: b.md, output: b.PDF}]\n",
    [],
    ["b.PDF"],
  ],
])("of a project, %s", (_, settings, more, files) => {
  const folder = folderWith({ "data/a.md": source, "b.md": source, "dossier.yaml": settings });
  const run = dossier(folder, ["build", ...more]);
  expect([run.code, run.out.trimEnd().split("\n")]).toEqual([0, files]);
});

test("a project without any source is told", () => {
  const folder = folderWith({ "dossier.yaml": "kinds: [report, slides]\n" });
  const run = dossier(folder, ["build"]);
  expect([run.code, run.error.match(/There is no source to build/g)]).toEqual([
    1,
    ["There is no source to build"],
  ]);
});

test.each([
  ["kinds: [report, reprot]\n", 'There is no kind "reprot".', "dossier.yaml:1:17"],
  ["targets:\n  - kind: sldes\n", 'Did you mean "slides"?', "dossier.yaml:2:11"],
  [
    "targets: [{kind: report, format: pdf, output: a.docx}]\n",
    'The file "a.docx" would be named as docx and hold pdf.',
    "output-names-its-format",
  ],
])("a slip in %j is told", (settings, said, where) => {
  const folder = folderWith({ "data/a.md": source, "dossier.yaml": settings });
  const run = dossier(folder, ["build"]);
  expect([run.code, run.out]).toEqual([1, ""]);
  expect(run.error).toContain(said);
  expect(run.error).toContain(where);
});

test.each([
  [["a.md", "--kind", "report", "--format", "pdf", "-o", "./a.md"], 2],
  [["a.md", "--kind", "report", "--format", "pdf", "-o", "plain"], 0],
  [["plain2", "--kind", "report", "--format", "pdf", "-o", "./plain2"], 2],
  [["--deps", "a.md"], 2],
  [["--trace", "dossier.yaml"], 2],
  [["a.md", "--kind", "report", "--data", "b.csv", "--out", "{{id}}.md"], 1],
  [["--format", "pdf"], 1],
  [["--format", "docx"], 1],
])("a document is never written over what it is made of: %j", (parameters, code) => {
  const files = {
    "a.md": source,
    plain2: source,
    "b.csv": "id\na\n",
    "dossier.yaml":
      "targets:\n  - {kind: report, format: pdf, source: a.md, output: out/A.pdf}\n  - {kind: slides, format: pdf, source: a.md, output: ./out//a.pdf}\n  - {kind: report, format: docx, source: a.md, output: office.docx}\nword-template: office.docx\n",
    "office.docx": "x",
  };
  const folder = folderWith(files);
  expect(dossier(folder, ["build", ...parameters]).code).toBe(code);
  for (const [name, content] of Object.entries(files))
    expect(readFileSync(join(folder, name), "utf8")).toBe(content);
  if (code !== 0) expect(existsSync(join(folder, "out"))).toBe(false);
});

test("the name after -o says the format", () => {
  const folder = folderWith({ "a.md": source });
  const run = dossier(folder, ["build", "a.md", "--kind", "report", "-o", "a.pdf"]);
  expect([run.code, isPdf(readFileSync(join(folder, "a.pdf")))]).toEqual([0, true]);
  const other = dossier(folder, ["build", "a.md", "--kind", "report", "-f", "pdf", "-o", "a.docx"]);
  expect([other.code, other.error.includes("output-names-its-format")]).toEqual([2, true]);
});
