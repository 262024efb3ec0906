import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build, nodeHost } from "../../src/index.ts";

function projectWithLinks(): string {
  const folder = mkdtempSync(join(tmpdir(), "links-"));
  const project = join(folder, "project");
  mkdirSync(join(project, "inside"), { recursive: true });
  writeFileSync(join(folder, "secret.csv"), "Secret,Word\n1,2\n");
  writeFileSync(join(project, "inside", "own.csv"), "Own,Word\n1,2\n");
  symlinkSync(join(folder, "secret.csv"), join(project, "secret.csv"));
  symlinkSync(folder, join(project, "elsewhere"));
  symlinkSync(join(project, "inside", "own.csv"), join(project, "own.csv"));
  return project;
}

const hostOf = (projectFolder: string) =>
  nodeHost({ projectFolder, programFolder: ".", environment: {} });

test("a link out of the project folder is known, and one within it is none", () => {
  const host = hostOf(projectWithLinks());
  expect(host.leadsOutside?.("secret.csv")).toBe(true);
  expect(host.leadsOutside?.("elsewhere/secret.csv")).toBe(true);
  expect(host.leadsOutside?.("own.csv")).toBe(false);
  expect(host.leadsOutside?.("nothing.csv")).toBe(false);
});

test("pictures and tables that a link fetches from outside are refused", async () => {
  const folder = projectWithLinks();
  const text = "# T\n\n:::table{src=elsewhere/secret.csv}\n\n:::\n\n![A](secret.csv)\n";
  writeFileSync(join(folder, "a.md"), text);
  const request = { sources: ["a.md"], kinds: ["report"], formats: ["docx"] } as const;
  const { diagnostics } = await build(request, hostOf(folder));
  expect(diagnostics.map(({ rule, place }) => `${place?.line} ${rule}`)).toEqual([
    "3 data-is-local",
    "7 image-is-local",
  ]);
});
