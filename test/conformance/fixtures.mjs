// Sources that hold what the samples do not: they become reports and briefing notes for the judges.
import { cpSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lines, root, run } from "./tools.mjs";

const sources = join(dirname(fileURLToPath(import.meta.url)), "fixtures");
const program = join(root, "dist/dossier.cjs");

/** Builds all of them in a new folder: { files, checks, sample }, where the sample is the one that mutants are made from. */
export async function buildFixtures(folder) {
  cpSync(sources, folder, { recursive: true });
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const checks = [];
  for (const name of names) {
    const kinds = ["--kind", "report,briefing-note", "--format", "pdf,docx"];
    const { code, stderr } = await run(process.execPath, [program, "build", name, ...kinds], {
      cwd: folder,
    });
    checks.push({
      name: `builds ${name}`,
      faults: code === 0 ? [] : [`code ${code}`, ...lines(stderr)],
    });
  }
  const files = filesIn(join(folder, "out"));
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
