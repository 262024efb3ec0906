import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packed = ["src", "tools", "templates", "schema", "docs", "package.json", "package-lock.json"];
const alsoPacked = ["tsconfig.json", "tsconfig.build.json", "README.md", "CHANGELOG.md", "LICENSE"];

function run(command: string, parameters: readonly string[], folder: string): string {
  return execFileSync(command, parameters, {
    cwd: folder,
    encoding: "utf8",
    timeout: 200_000,
    env: { ...process.env, npm_config_update_notifier: "false" },
  });
}

/** Packs a copy, so that the dist/ of the other tests is left alone. */
function pack(folder: string): string {
  const copy = join(folder, "copy");
  mkdirSync(copy);
  for (const name of [...packed, ...alsoPacked])
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  run("npm", ["pack", "--silent", "--pack-destination", folder], copy);
  return join(
    folder,
    run("ls", [folder], root)
      .split("\n")
      .find((name) => name.endsWith(".tgz")) ?? "none",
  );
}

test("the package installs into an empty folder, and its new project builds at once", () => {
  const folder = mkdtempSync(join(tmpdir(), "dossier-package-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const archive = pack(folder);
  const names = run("tar", ["-tzf", archive], folder).trim().split("\n");
  expect(names).toContain("package/LICENSE");
  expect(names.filter((name) => /^package\/(src|test|out|data|node_modules)\//.test(name))).toEqual(
    [],
  );

  const home = join(folder, "home");
  mkdirSync(home);
  run("npm", ["init", "--yes"], home);
  const settings = ["--prefer-offline", "--no-audit", "--no-fund", "--omit=dev"];
  run("npm", ["install", ...settings, archive], home);
  run("npx", ["--no-install", "dossier", "new", "project", "office"], home);
  const made = run("npx", ["--no-install", "dossier", "build"], join(home, "office"));
  expect(
    made
      .trim()
      .split("\n")
      .filter((name) => !existsSync(join(home, "office", name))),
  ).toEqual([]);
  expect(made).toContain(".docx");

  const use =
    'import("dossier").then((library) => process.stdout.write(Object.keys(library).join()))';
  expect(run(process.execPath, ["-e", use], home).split(",")).toContain("build");
  expect(names).toContain("package/dist/library/index.d.ts");
}, 300_000);
