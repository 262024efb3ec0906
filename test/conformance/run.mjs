// Independent judges over every product in out/ and over the fixtures: node test/conformance/run.mjs [--require-all]
//
// It installs nothing: of a judge that is missing it tells the command that brings it. Where CI=true or with --require-all a missing
// judge is a failure; elsewhere it is left out. The last line tells how many checks passed and failed.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildFixtures } from "./fixtures.mjs";
import { judges } from "./judges.mjs";
import { selfTest } from "./self-test.mjs";
import { root } from "./tools.mjs";

const faultsShown = 8;
const requireAll = process.argv.includes("--require-all") || process.env.CI === "true";
const tally = { passed: 0, failed: 0, skipped: 0 };

function tell({ name, faults }) {
  if (faults.length === 0) {
    tally.passed += 1;
    say(`pass  ${name}`);
    return;
  }
  tally.failed += 1;
  say(`FAIL  ${name}`);
  for (const fault of faults.slice(0, faultsShown)) say(`        ${fault.slice(0, 400)}`);
  if (faults.length > faultsShown) say(`        and ${faults.length - faultsShown} more`);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** The short names of the judges that are there, for each format; tells of the others. */
function installed() {
  const ready = { pdf: [], docx: [] };
  for (const [format, all] of Object.entries(judges))
    for (const [short, judge] of Object.entries(all)) {
      const command = judge.missing();
      if (command === undefined) ready[format].push(short);
      else if (requireAll) tell({ name: judge.name, faults: [`is not installed: ${command}`] });
      else {
        tally.skipped += 1;
        say(`skip  ${judge.name} is not installed: ${command}`);
      }
    }
  return ready;
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "dossier-conformance-"));
  try {
    const products = readdirSync(join(root, "out"))
      .map((name) => join(root, "out", name))
      .sort();
    const fixtures = await buildFixtures(join(folder, "fixtures"));
    for (const check of fixtures.checks) tell(check);
    const files = [...products, ...fixtures.files];
    const ready = installed();
    if (products.length === 0) tell({ name: "products in out/", faults: ["there is none: make"] });
    for (const [format, shorts] of Object.entries(ready))
      for (const short of shorts) await judgeAll(judges[format][short], files, format);
    const sample = (format) => products.find((file) => file.endsWith(`.report.en.${format}`));
    const samples = {
      pdf: fixtures.sample.pdf ?? sample("pdf"),
      docx: fixtures.sample.docx ?? sample("docx"),
    };
    for (const check of await selfTest(samples, ready, join(folder, "mutants"))) tell(check);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (tally.skipped > 0) say(`${tally.skipped} judges were left out`);
  say(`${tally.passed} passed, ${tally.failed} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

async function judgeAll(judge, files, format) {
  const own = files.filter((file) => file.endsWith(`.${format}`));
  const verdicts = await judge.judge(own);
  for (const file of own)
    tell({ name: `${judge.name}: ${basename(file)}`, faults: verdicts.get(file) });
}

await main();
