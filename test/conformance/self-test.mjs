// The judges are judged: each must refuse the broken files that are its own to find, and accept the file they were made from.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judges } from "./judges.mjs";
import { docxMutants, pdfMutants } from "./mutants.mjs";

/** `ready` are the names of the judges that are installed, for each format. Gives { name, faults } of each check. */
export async function selfTest(samples, ready, folder) {
  const pdf = await pdfMutants(readFileSync(samples.pdf));
  const docx = docxMutants(samples.docx, readFileSync(samples.docx));
  return [
    ...(await judgeMutants("pdf", pdf, ready.pdf, folder)),
    ...(await judgeMutants("docx", docx, ready.docx, folder)),
  ];
}

async function judgeMutants(format, mutants, ready, folder) {
  mkdirSync(folder, { recursive: true });
  const files = mutants.map(({ bytes }, at) => {
    const file = join(folder, `mutant-${at}.${format}`);
    writeFileSync(file, bytes);
    return file;
  });
  const checks = [];
  for (const short of ready) {
    const judge = judges[format][short];
    const verdicts = await judge.judge(files);
    for (const [at, mutant] of mutants.entries()) {
      const faults = verdicts.get(files[at]);
      const name = `${judge.name}: ${format} with ${mutant.name}`;
      if (at === 0) checks.push({ name, faults });
      else if (mutant.judges.includes(short))
        checks.push({ name, faults: faults.length > 0 ? [] : ["was accepted"] });
    }
  }
  return checks;
}
