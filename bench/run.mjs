// Whole processes, cold: CPU seconds (user + system), wall seconds and peak memory, median of five, in one run with the peers that
// are on PATH (pandoc, typst). NODE_EXTRA_CA_CERTS is unset for every row, since Node 20 reads it at every start.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));
const program = new URL("../dist/dossier.cjs", import.meta.url).pathname;
const sample = new URL("../data/canada-japan.md", import.meta.url).pathname;
const text = readFileSync(
  new URL("../test/fixtures/text/canada-japan.txt", import.meta.url),
  "utf8",
);

/** A plain report of about `pages` pages from the words of the sample. */
function report(pages) {
  const paragraphs = text.split("\n").filter((line) => line.length > 200);
  const sections = [];
  for (let page = 0; page < pages; page++) {
    const body = [0, 1, 2, 3].map((index) => paragraphs[(page * 3 + index) % paragraphs.length]);
    sections.push(`## Section ${page + 1}\n\n${body.join("\n\n")}`);
  }
  const path = join(folder, `report-${pages}.md`);
  writeFileSync(path, `# Long report\n\n${sections.join("\n\n")}\n`);
  return path;
}

function build(source, kind, format) {
  return [
    "node",
    program,
    "build",
    source,
    "--kind",
    kind,
    "--format",
    format,
    "-o",
    join(folder, `out.${format}`),
  ];
}

const rows = [
  ["node, empty", ["node", "-e", "0"]],
  ["fact sheet, PDF", build(sample, "fact-sheet", "pdf")],
  ["fact sheet, Word", build(sample, "fact-sheet", "docx")],
  ["all samples", ["node", program, "build", sample, "--out-dir", folder]],
  ["report of about 30 pages, PDF", build(report(30), "report", "pdf")],
  ["report of about 300 pages, PDF", build(report(300), "report", "pdf")],
  ["pandoc, the same text, Word", ["pandoc", sample, "-o", join(folder, "pandoc.docx")]],
  [
    "pandoc, about 300 pages, Word",
    ["pandoc", join(folder, "report-300.md"), "-o", join(folder, "pandoc.docx")],
  ],
];

function measure(command) {
  const environment = { ...process.env };
  delete environment["NODE_EXTRA_CA_CERTS"];
  const result = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", ...command], {
    env: environment,
    encoding: "utf8",
  });
  const line = result.stderr.trim().split("\n").at(-1) ?? "";
  const [wall, user, system, memory] = line.split(" ").map(Number);
  return result.status === 0 ? { wall, cpu: user + system, memory: memory / 1024 } : undefined;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

process.stdout.write("| job | CPU s | wall s | MB |\n|---|--:|--:|--:|\n");
for (const [name, command] of rows) {
  const runs = [1, 2, 3, 4, 5].map(() => measure(command)).filter((run) => run !== undefined);
  if (runs.length === 0) process.stdout.write(`| ${name} | not there | | |\n`);
  else
    process.stdout.write(
      `| ${name} | ${median(runs.map((run) => run.cpu)).toFixed(2)} | ${median(runs.map((run) => run.wall)).toFixed(2)} | ${median(runs.map((run) => run.memory)).toFixed(0)} |\n`,
    );
}
