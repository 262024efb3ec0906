import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { dossier, folderWith, source } from "../cli/support.ts";
import { open } from "../docx/support.ts";
import { paragraph, section, templateOf, usualBody } from "./support.ts";

const settings = `sources: [a.md]
targets:
  - kind: report
    format: docx
  - kind: fact-sheet
    format: docx
    output: out/plain.docx
word-template:
  file: office/brand.dotx
  styles: {Lead: Office Facts}
  kinds:
    fact-sheet: none
`;

test("dossier.yaml names the Word template, for all kinds or for some", () => {
  const folder = folderWith({
    "dossier.yaml": settings,
    "a.md": source,
    "office/brand.dotx": templateOf(usualBody),
  });
  const run = dossier(folder, ["build"]);
  expect(run.code).toBe(0);
  const [made = ""] = run.out.split("\n");
  const branded = open(readFileSync(join(folder, made)));
  expect(branded.text("word/document.xml")).toContain("Cover of the office");
  expect(
    unzipSync(readFileSync(join(folder, "out/plain.docx")))["word/styles.xml"]?.length,
  ).toBeGreaterThan(10_000);
  expect(
    open(readFileSync(join(folder, "out/plain.docx"))).text("word/document.xml"),
  ).not.toContain("Cover of the office");
  // Told where the template is named, with what is missing in it.
  expect(run.error).toMatch(/warning\[word-style-exists\].*\n *--> dossier\.yaml:9:9/);
});

test("a template that is missing or unsafe stops its targets and leaves their old files", () => {
  const folder = folderWith({
    "dossier.yaml": settings.replace("kinds:", "kinds:\n    report: office/none.docx"),
    "a.md": source,
    "out/a.report.en.docx": "old",
  });
  const run = dossier(folder, ["build"]);
  expect(run.code).toBe(1);
  expect(run.error).toContain("error[word-template-exists]");
  expect(readFileSync(join(folder, "out/a.report.en.docx"), "utf8")).toBe("old");
  writeFileSync(join(folder, "dossier.yaml"), settings);
  const macros = templateOf(paragraph("A") + section, { "word/vbaProject.bin": "x" });
  const unsafe = folderWith({
    "dossier.yaml": settings,
    "a.md": source,
    "office/brand.dotx": macros,
  });
  const second = dossier(unsafe, ["build"]);
  expect(second.code).toBe(1);
  expect(second.error).toContain("error[word-file-has-no-macros]");
});

test("settings of the template that are wrong are told with their place", () => {
  const folder = folderWith({
    "dossier.yaml": "word-template: {file: b.docx, body: keeep, stiles: {}}\n",
    "a.md": source,
  });
  const run = dossier(folder, ["check", "a.md", "--kind", "report"]);
  expect(run.code).toBe(1);
  expect(run.error).toContain('"keep"');
  expect(run.error).toContain('"stiles"');
  expect(run.error).toContain("dossier.yaml:1:");
});

test("a finished Word file is checked at the command line", () => {
  const folder = folderWith({
    "a.md": source,
    "letter.docx": templateOf(`${paragraph("A")}<w:p/>${paragraph("B")}${section}`),
  });
  expect(dossier(folder, ["build", "a.md", "--kind", "report", "--format", "docx"]).code).toBe(0);
  const good = dossier(folder, ["check", "out/a.report.en.docx"]);
  expect([good.code, good.error]).toEqual([0, "1 document checked, no errors.\n"]);
  const bad = dossier(folder, ["check", "letter.docx"]);
  expect(bad.code).toBe(1);
  expect(bad.error).toContain("error[word-file-has-title]");
  expect(bad.error).toMatch(
    /warning\[word-paragraph-is-not-empty\].*\n *--> letter\.docx\/word\/document\.xml:1:1\n *= Paragraph 1: "A"\./,
  );
  const json = dossier(folder, ["check", "letter.docx", "--diagnostics", "json"]);
  expect(JSON.parse(json.error).errors).toBeGreaterThan(0);
  expect(dossier(folder, ["check", "none.docx"]).code).toBe(1);
});
