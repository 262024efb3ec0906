import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith, root, source } from "./support.ts";

const makefile = `all: out/a.report.en.pdf out/b.report.en.pdf out\\ of/c.pdf
out/%.report.en.pdf:
	@node '${join(root, "dist/dossier.cjs")}' build $*.md -k report -f pdf --deps out/$*.mk
out\\ of/c.pdf:
	@node '${join(root, "dist/dossier.cjs")}' build 'my data/c.md' -k report -f pdf -o 'out of/c.pdf' --deps out/c.mk
-include out/a.mk out/b.mk out/c.mk
`;

test("make asks for what an edit or a touch concerns, once, and for nothing else", () => {
  const folder = folderWith({
    Makefile: makefile,
    "dossier.yaml": "",
    "a.md": source,
    "b.md": source,
    "my data/c.md": `${source}\n:::table{src=t.csv}\n:::\n`,
    "my data/t.csv": "a,b\n1,2\n",
    "templates/report/theme.yaml": readFileSync(join(root, "templates/report/theme.yaml"), "utf8"),
  });
  const made = (): readonly string[] => {
    const run = spawnSync("make", ["-j4"], { cwd: folder, encoding: "utf8" });
    expect(run.status).toBe(0);
    expect(spawnSync("make", ["-q"], { cwd: folder }).status).toBe(0);
    return run.stdout
      .split("\n")
      .filter((line) => line.startsWith("out"))
      .sort();
  };
  const [a, b, c] = ["out/a.report.en.pdf", "out/b.report.en.pdf", "out of/c.pdf"];
  expect(made()).toEqual([c, a, b]);
  expect(made()).toEqual([]);
  appendFileSync(join(folder, "a.md"), "\nMore.\n");
  expect(made()).toEqual([a]);
  const bytes = readFileSync(join(folder, "out/b.report.en.pdf"));
  const now = new Date();
  utimesSync(join(folder, "b.md"), now, now);
  expect(made()).toEqual([b]);
  expect(readFileSync(join(folder, "out/b.report.en.pdf")).equals(bytes)).toBe(true);
  appendFileSync(join(folder, "my data/t.csv"), "3,4\n");
  expect(made()).toEqual([c]);
  appendFileSync(join(folder, "templates/report/theme.yaml"), "# a remark\n");
  expect(made()).toEqual([c, a, b]);
});
