// Whole processes, cold: CPU seconds (user and system), wall seconds and peak memory, median of the rounds, all rows in turn in one
// run. With --peers only the rows that have a peer, more often. A peer is what is on PATH: typst, pandoc; what is absent is said.
// NODE_EXTRA_CA_CERTS is unset for every row, since Node 20 reads it at every start.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { median, timesOfEdits } from "./edit.mjs";

const folder = mkdtempSync(join(tmpdir(), "dossier-bench-"));
const program = new URL("../dist/dossier.cjs", import.meta.url).pathname;
const sample = new URL("../data/canada-japan.md", import.meta.url).pathname;
const text = readFileSync(
  new URL("../test/fixtures/text/canada-japan.txt", import.meta.url),
  "utf8",
);
const environment = { ...process.env };
delete environment["NODE_EXTRA_CA_CERTS"];

/** A plain report of about `pages` pages from the words of the sample. */
function report(pages) {
  const paragraphs = text.split("\n").filter((line) => line.length > 200);
  const sections = [];
  for (let page = 0; page < pages; page++) {
    const body = [0, 1, 2, 3].map((index) => paragraphs[(page * 3 + index) % paragraphs.length]);
    sections.push(`## Section ${page + 1}\n\n${body.join("\n\n")}`);
  }
  const path = join(folder, `report-${pages}.md`);
  writeFileSync(
    path,
    `---\ntitle: Long report\n---\n\n# Long report\n\n${sections.join("\n\n")}\n`,
  );
  return path;
}

function build(source, kind, format) {
  const output = join(folder, `${kind}.${format}`);
  return ["node", program, "build", source, "--kind", kind, "--format", format, "-o", output];
}

/** Typst reads no Markdown: pandoc writes its source beforehand, which is not timed. */
function typst(source) {
  const written = join(folder, `${source.split("/").at(-1)}.typ`);
  spawnSync("pandoc", [source, "-s", "-t", "typst", "-o", written], { env: environment });
  return ["typst", "compile", "--pdf-standard", "ua-1", written, join(folder, "typst.pdf")];
}

/** Letters of one page to so many offices, in one thread. */
function letters(count, format) {
  cpSync(new URL("../examples/letters", import.meta.url).pathname, folder, { recursive: true });
  const ports = ["Alder", "Birch", "Cedar", "Elm", "Hazel", "Juniper", "Larch", "Maple", "Oak"];
  const rows = Array.from({ length: count }, (_, index) => {
    const port = `${ports[index % ports.length]} ${index + 1}`;
    const remark = index % 3 === 0 ? `The gauge of ${port} was out of order in March.` : "";
    return `${index},Harbour Office ${port},${index + 1} Quay Street,${port},Narrows ${index % 7},${(index % 28) + 1} June 2024,${(index % 9) + 3},${remark}`;
  });
  const head = "id,office,address,port,gauge,from,tolerance,remark";
  writeFileSync(join(folder, "many.csv"), `${[head, ...rows].join("\n")}\n`);
  const out = join(folder, "letters", `{{id}}.${format}`);
  const batch = ["--data", "many.csv", "--out", out, "--jobs", "1", "--no-cache"];
  return ["node", program, "build", "letter.md", "--kind", "letter", ...batch];
}

const pandoc = (source) => ["pandoc", source, "-o", join(folder, "pandoc.docx")];
const [short, long] = [report(30), report(300)];

/** Each with the row that it is compared with. */
const rows = [
  { name: "node, empty", command: ["node", "-e", "0"] },
  { name: "typst, the same source, PDF", command: typst(sample) },
  { name: "fact sheet, PDF", command: build(sample, "fact-sheet", "pdf"), than: 1 },
  { name: "pandoc, the same source, Word", command: pandoc(sample) },
  { name: "fact sheet, Word", command: build(sample, "fact-sheet", "docx"), than: 3 },
  {
    name: "all samples (four kinds, two formats)",
    command: ["node", program, "build", sample, "--out-dir", folder],
    than: 2,
  },
  { name: "report of about 30 pages, PDF", command: build(short, "report", "pdf") },
  { name: "report of about 300 pages, PDF", command: build(long, "report", "pdf"), than: 6 },
  { name: "typst, the same 300 pages, PDF", command: typst(long), than: 7 },
  { name: "report of about 300 pages, Word", command: build(long, "report", "docx") },
  { name: "pandoc, the same 300 pages, Word", command: pandoc(long), than: 9 },
  { name: "200 letters, PDF", command: letters(200, "pdf") },
  { name: "200 letters, Word", command: letters(200, "docx") },
];

function measure(command) {
  const result = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", ...command], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  });
  const line = result.stderr?.trim().split("\n").at(-1) ?? "";
  const [wall, user, system, memory] = line.split(" ").map(Number);
  return result.status === 0 ? { wall, cpu: user + system, memory: memory / 1024 } : undefined;
}

const peersOnly = process.argv.includes("--peers");
const chosen = peersOnly ? rows.slice(0, 5) : rows;
const runs = chosen.map(() => []);
// The first round fills caches of files and of compiled code, and is not counted.
for (let round = 0; round <= (peersOnly ? 11 : 5); round++)
  for (const [index, { command }] of chosen.entries()) {
    const run = measure(command);
    if (run !== undefined && round > 0) runs[index].push(run);
  }
const edit = peersOnly ? undefined : median(await timesOfEdits(long));
rmSync(folder, { recursive: true, force: true });

const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`;
process.stdout.write(
  `${machine}\n\n| job | CPU s | wall s | MB | times |\n|---|--:|--:|--:|--:|\n`,
);
for (const [index, { name, than }] of chosen.entries()) {
  const own = runs[index];
  const cpu = median(own.map((run) => run.cpu));
  const base = than === undefined ? undefined : median(runs[than].map((run) => run.cpu));
  const times = cpu === undefined || base === undefined ? "" : (cpu / base).toFixed(1);
  process.stdout.write(
    own.length === 0
      ? `| ${name} | not there | | | |\n`
      : `| ${name} | ${cpu.toFixed(2)} | ${median(own.map((run) => run.wall)).toFixed(2)} | ${median(own.map((run) => run.memory)).toFixed(0)} | ${times === "" ? "" : `${times} of "${chosen[than].name}"`} |\n`,
  );
}
if (edit !== undefined)
  process.stdout.write(
    `| edit of one word in 300 pages, warm | | ${(edit / 1000).toFixed(3)} | | |\n`,
  );
