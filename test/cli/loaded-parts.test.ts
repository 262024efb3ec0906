import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dossier, folderWith, source } from "./support.ts";

/** Writes down which parts of the program are run, and which files outside of it. */
const witness = `
const vm = require("node:vm"), fs = require("node:fs"), path = require("node:path"), parts = [];
vm.Script = class extends vm.Script {
  constructor(text, options) { super(text, options); parts.push(path.basename(options.filename, ".part")); }
};
process.on("exit", () => {
  const files = Object.keys(require.cache).filter((file) => file.includes("node_modules"));
  fs.writeFileSync(process.env.WITNESS, JSON.stringify({ parts, files, modules: process.moduleLoadList }));
});`;

type Loaded = {
  readonly parts: readonly string[];
  readonly files: readonly string[];
  readonly modules: readonly string[];
};

function loadedBy(parameters: readonly string[], text: string = source): Loaded {
  const folder = folderWith({ "harbour.md": text, "witness.cjs": witness });
  const told = join(folder, "told.json");
  const { code, error } = dossier(folder, parameters, {
    environment: {
      NODE_OPTIONS: `--require="${join(folder, "witness.cjs")}"`,
      WITNESS: told,
      DOSSIER_CODE_CACHE: "off",
    },
  });
  expect({ code, error: error.replace(/warning.*/s, "") }).toEqual({ code: 0, error: "" });
  return JSON.parse(readFileSync(told, "utf8")) as Loaded;
}

const report = ["build", "harbour.md", "--kind", "report"];

test.each([
  ["--help", ["--help"], ["main"]],
  ["--version", ["--version"], ["main"]],
  ["explain", ["explain", "fact-agrees"], ["main", "explanations"]],
  ["check", ["check", "harbour.md", "--kind", "report", "--diagnostics", "github"], ["main"]],
  ["build as PDF", [...report, "--format", "pdf"], ["main", "render-pdf"]],
  ["build as Word", [...report, "--format", "docx"], ["main", "render-docx"]],
  ["build as both", report, ["main", "render-pdf", "render-docx"]],
])("%s loads the parts that it needs and no others", (_, parameters, parts) => {
  const loaded = loadedBy(parameters);
  expect(loaded.parts).toEqual(parts);
  expect(loaded.files).toEqual([]);
});

test("help asks nothing of the network, compression or other processes", () => {
  const { modules } = loadedBy(["--help"]);
  for (const name of ["zlib", "child_process", "fs/promises", "http", "worker_threads"])
    expect(modules).not.toContain(`NativeModule ${name}`);
});

test("what the plain way cannot read is read by the package, which is loaded then", () => {
  const marked = source.replace("version: 1.0.0", "version: 1.0.0\ncaveats: [one, two]");
  expect(loadedBy([...report, "--format", "pdf"], marked).parts).toContain("yaml");
});

test("what is not plain Markdown is read by the parser, which is loaded then", () => {
  expect(loadedBy([...report, "--format", "pdf"], `${source}\n\nA ~~word~~.\n`).parts).toContain(
    "markdown",
  );
});
