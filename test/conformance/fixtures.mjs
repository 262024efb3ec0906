// Sources that hold what the samples do not: they become reports and briefing notes for the judges.
import { cpSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lines, root, run } from "./tools.mjs";

const tests = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, "dist/dossier.cjs");
// Beside each other as in the repository, since one names pictures of another.
const folders = ["conformance/fixtures", "fixtures/everything", "fixtures/gfm"];

/** Builds all of them in a new folder: { files, checks, sample }, where the sample is the one that mutants are made from. */
export async function buildFixtures(folder) {
  const checks = [];
  for (const each of folders) cpSync(join(tests, each), join(folder, each), { recursive: true });
  for (const each of folders) {
    const cwd = join(folder, each);
    for (const name of readdirSync(cwd).filter((file) => file.endsWith(".md"))) {
      const attach = name === "formulas.md" ? ["--attach", "formulas,source,data"] : [];
      const kinds = ["--kind", "report,briefing-note", "--format", "pdf,docx", ...attach];
      const { code, stderr } = await run(process.execPath, [program, "build", name, ...kinds], {
        cwd,
      });
      checks.push({
        name: `builds ${name}`,
        faults: code === 0 ? [] : [`code ${code}`, ...lines(stderr)],
      });
    }
  }
  const files = folders.flatMap((each) => filesIn(join(folder, each, "out")));
  const sampleOf = (format) =>
    files.find((file) => file.includes("images-and-code.report.") && file.endsWith(format));
  return { files, checks, sample: { pdf: sampleOf(".pdf"), docx: sampleOf(".docx") } };
}

function filesIn(folder) {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
