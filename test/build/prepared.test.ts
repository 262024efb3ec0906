import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { prepareTemplates } from "../../src/build/prepare.ts";
import { readTheme } from "../../src/build/read-theme.ts";
import { memoryHost } from "../../src/host/index.ts";
import { readYaml } from "../../src/settings/index.ts";
import { listTemplates, readTemplateFolder } from "../../src/template/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const shipped: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(root, "templates"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(root.length), readFileSync(file, "utf8")]),
);
const made = Object.fromEntries(prepareTemplates(memoryHost({}, { shipped })));
const plain = memoryHost({}, { shipped });
const prepared = memoryHost({}, { shipped: { ...shipped, ...made } });
const noYaml = (path: string): never => {
  throw new Error(`"${path}" was read although it is prepared`);
};

test("a prepared template is the template as read", () => {
  const names = listTemplates(plain);
  expect(names).toContain("fact-sheet");
  for (const name of names)
    expect(readTemplateFolder(prepared, name)).toEqual(readTemplateFolder(plain, name));
});

test("a prepared theme is the theme as read, and no YAML is read for it", () => {
  for (const name of listTemplates(plain)) {
    for (const profile of ["accessible"]) {
      const theme = readTheme({ host: prepared, read: noYaml }, name, profile, undefined);
      const read = (path: string): never | ReturnType<typeof map> => map(path);
      expect(theme).toEqual(readTheme({ host: plain, read }, name, profile, undefined));
    }
  }
});

function map(path: string) {
  const { value, diagnostics } = readYaml(path, shipped[path] ?? "");
  if (value.kind !== "map") throw new Error(`"${path}" is no map`);
  return { value, diagnostics };
}

test("a shipped file that was changed is read anew", () => {
  const path = "templates/fact-sheet/labels.en.yaml";
  const changed = `${shipped[path]}\nword-of-the-office: Bulletin\n`;
  const host = memoryHost({}, { shipped: { ...shipped, ...made, [path]: changed } });
  const labels = readTemplateFolder(host, "fact-sheet").value?.labels.get("en");
  expect(labels?.get("word-of-the-office")).toBe("Bulletin");
});

test("a project's own brand is not passed over for what is prepared", () => {
  const brand = (shipped["templates/brand.yaml"] ?? "").replace(/accent: *\S+/, 'accent: "123456"');
  const host = memoryHost({ "templates/brand.yaml": brand }, { shipped: { ...shipped, ...made } });
  const read = (path: string) => {
    const bytes = host.read(path) ?? host.shipped(path);
    const { value, diagnostics } = readYaml(path, new TextDecoder().decode(bytes));
    return value.kind === "map" ? { value, diagnostics } : undefined;
  };
  const theme = readTheme({ host, read }, "fact-sheet", "accessible", undefined).value;
  expect(JSON.stringify(theme.colours)).toMatch(/#?123456/);
});
