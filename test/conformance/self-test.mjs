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

/** A judge sees its own mutants alone, and first the file that is as it was. */
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
    const own = [...mutants.keys()].filter((at) => at === 0 || mutants[at].judges.includes(short));
    const verdicts = await judge.judge(own.map((at) => files[at]));
    for (const at of own) {
      const faults = verdicts.get(files[at]);
      const name = `${judge.name}: ${format} with ${mutants[at].name}`;
      const refused = faults.length > 0 ? [] : ["was accepted"];
      checks.push({ name, faults: at === 0 ? faults : refused });
    }
  }
  return checks;
}
