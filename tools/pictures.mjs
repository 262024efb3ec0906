// Pictures of the first pages for the README, from out/. Needs pdftoppm (Debian: poppler-utils).
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";

const pages = [
  ["fact-sheet", 1, 50],
  ["briefing-note", 1, 50],
  ["slides", 4, 34],
  ["report", 1, 50],
];
mkdirSync("docs/pictures", { recursive: true });
for (const [kind, page, density] of pages) {
  const source = `out/canada-japan.${kind}.en.pdf`;
  const target = `docs/pictures/${kind}`;
  execFileSync(
    "pdftoppm",
    ["-f", page, "-l", page, "-r", density, "-png", "-singlefile", source, target].map(String),
  );
  process.stdout.write(`${target}.png\n`);
}
