// How many page numbers in Word files are those that LibreOffice gives them: node test/conformance/page-agreement.mjs [FILE.docx ...]
// Without files: the products in out/ and those of the fixtures.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buildFixtures } from "./fixtures.mjs";
import { agreement } from "./judges/fields.mjs";
import { updatedAll } from "./judges/fields-updated.mjs";
import { root } from "./tools.mjs";

const folder = mkdtempSync(join(tmpdir(), "dossier-pages-"));
try {
  const given = process.argv.slice(2);
  const files = given.length > 0 ? given : await everyFile();
  const total = { same: 0, all: 0 };
  for (const [file, updated] of await updatedAll(files)) {
    if (updated.problem !== undefined) throw new Error(`${file} ${updated.problem}`);
    const { same, all } = agreement(updated);
    total.same += same;
    total.all += all;
    if (all > 0) process.stdout.write(`${same} of ${all}  ${basename(file)}\n`);
  }
  process.stdout.write(`${total.same} of ${total.all} page numbers agree\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function everyFile() {
  const products = readdirSync(join(root, "out")).map((name) => join(root, "out", name));
  const fixtures = await buildFixtures(join(folder, "fixtures"));
  return [...products, ...fixtures.files].filter((file) => file.endsWith(".docx")).sort();
}
