// An edit of one word in the middle of a long source, in a process that watches: milliseconds from the change seen to the file written, as
// the program tells them, for ten edits, each with a new word. Alone: node bench/edit.mjs [SOURCE.md]
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = new URL("../dist/dossier.cjs", import.meta.url).pathname;
const count = 10;

/** The first plain word of the paragraph in the middle is another each time. */
function edited(text, number) {
  const middle = text.indexOf("\n\n", text.length >> 1) + 2;
  return text.slice(0, middle) + text.slice(middle).replace(/[a-z]{4,}/, `word${number}`);
}

/** Milliseconds of each edit, in order; the first two, which the compiler is still busy with, apart. */
export async function timesOfEdits(source) {
  const folder = mkdtempSync(join(tmpdir(), "dossier-edit-"));
  const path = join(folder, "source.md");
  const text = readFileSync(source, "utf8");
  writeFileSync(path, text);
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const command = ["watch", "source.md", "--kind", "report", "--format", "pdf"];
  const child = spawn(process.execPath, [program, ...command], { cwd: folder, env });
  let heard = "";
  let wake = () => {};
  child.stdout.on("data", (chunk) => {
    heard += chunk;
    wake();
  });
  const built = async () => {
    for (;;) {
      const match = /\.pdf {2}(\d+) ms\n/.exec(heard);
      if (match !== null) {
        heard = heard.slice(match.index + match[0].length);
        return Number(match[1]);
      }
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
  await built();
  const times = [];
  for (let number = 0; number < count + 2; number++) {
    writeFileSync(path, edited(text, number));
    times.push(await built());
  }
  child.kill("SIGINT");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
  return times.slice(2);
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const [, script, source] = process.argv;
if (script === new URL(import.meta.url).pathname && source !== undefined) {
  const times = await timesOfEdits(source);
  process.stdout.write(`${times.join(" ")}\nmedian ${median(times)} ms\n`);
}
