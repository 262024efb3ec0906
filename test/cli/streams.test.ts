import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dossier, folderWith, root } from "./support.ts";

const faulty = "# T\n\n## A {#a}\n\nB\n\n## C {#a}\n\nD\n";

test("a fault of standard input is shown with its line", () => {
  const run = dossier(folderWith({}), ["check", "-"], { input: faulty });
  expect(run.code).toBe(1);
  expect(run.error).toContain("--> -:7:1");
  expect(run.error).toContain("7 | ## C {#a}");
});

test("a source in UTF-16 is shown as it reads, with a byte order mark and without", () => {
  const bytes = new Uint8Array(bytesOf16(faulty));
  const folder = folderWith({ "a.md": new Uint8Array([0xff, 0xfe, ...bytes]), "b.md": bytes });
  for (const name of ["a.md", "b.md"]) {
    const run = dossier(folder, ["check", name, "--kind", "report"]);
    expect(run.error).toContain("written in UTF-16LE");
    expect(run.error).toContain("7 | ## C {#a}");
    expect(run.error).not.toContain("NUL");
  }
});

function bytesOf16(text: string): readonly number[] {
  return [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]);
}

test("a reader who goes away early sees no fault of the program", () => {
  const folder = folderWith({ "a.md": "# T\n\nText.\n" });
  const command = `"${process.execPath}" "${join(root, "dist/dossier.cjs")}" build a.md -k report -f pdf -o - | true`;
  const run = spawnSync("/bin/sh", ["-c", command], { cwd: folder, encoding: "utf8" });
  expect(run.stderr).toBe("");
});

test.each([
  ["--lang", "klingon"],
  ["--profile", "nope"],
  ["--kind", "nope"],
  ["--format", "txt"],
])("%s %s is wrong use", (option, value) => {
  const folder = folderWith({ "a.md": "# T\n\nText.\n" });
  for (const command of ["build", "check"]) {
    const kind = option === "--kind" ? [] : ["--kind", "report"];
    const run = dossier(folder, [command, "a.md", ...kind, option, value]);
    expect([run.code, run.error]).toEqual([2, expect.stringContaining(`"${value}"`)]);
  }
});

test("a name of one format for a file of the other is wrong use", () => {
  const folder = folderWith({ "a.md": "# T\n\nText.\n" });
  const run = dossier(folder, ["build", "a.md", "-k", "report", "-f", "pdf", "-o", "x.docx"]);
  expect(run.code).toBe(2);
});

test("a folder in place of a source is told as one", () => {
  const folder = folderWith({ "texts/port.md": "# T\n\nText.\n" });
  const run = dossier(folder, ["build", "texts", "--kind", "report"]);
  expect(run.code).toBe(1);
  expect(run.error).toContain('as in "texts/port.md"');
});
