import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explain, explainedRules, ruleList, similarRules } from "../../src/diagnostics/index.ts";

/** Rules that the program names, with the first file that does. */
function rulesInSource(): ReadonlyMap<string, string> {
  const root = new URL("../../src/", import.meta.url);
  const rules = new Map<string, string>();
  for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    // There `rule:` is a rule in the sense of a drawn line.
    if (!path.endsWith(".ts") || path.startsWith("render/docx/styles/")) continue;
    const code = readFileSync(new URL(path, root), "utf8");
    for (const [, rule] of code.matchAll(/\brule:\s*"([^"-]+-[^"]+)"/g)) {
      if (rule !== undefined && !rules.has(rule)) rules.set(rule, path);
    }
  }
  return rules;
}

test("every rule is explained, in src/diagnostics/rules/", () => {
  const missing = [...rulesInSource()].filter(([rule]) => explain(rule) === undefined);
  expect(missing.map(([rule, path]) => `${rule} (${path})`)).toEqual([]);
});

test("rules are named in kebab-case for what should hold", () => {
  const rules = [...rulesInSource().keys(), ...explainedRules()];
  expect(rules.length).toBeGreaterThan(10);
  expect(rules.filter((rule) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(rule))).toEqual([]);
});

test("the list of rules says of each what it is about, in one sentence", () => {
  const lines = ruleList().trimEnd().split("\n");
  expect(lines.map((line) => line.split(" ")[0])).toEqual(explainedRules());
  expect(lines.filter((line) => !/^[a-z0-9-]+ {2,}\S.{15,300}[.?!]["”]?$/.test(line))).toEqual([]);
});

test("an explanation says the rule, why it is there and how it looks", () => {
  expect(explain("fence-closes-a-container")).toBe(
    `fence-closes-a-container

A line ":::" closes the innermost open container. When none is open, the line is printed. Often a container above was closed twice, or its opening line has a mistake.

Not so:

    :::note

    text

    :::
    :::

But so:

    :::note

    text

    :::
`,
  );
});

test("an unknown rule has no explanation, and similar ones are named", () => {
  expect(explain("container-is-close")).toBeUndefined();
  expect(explain("toString")).toBeUndefined();
  expect(similarRules("container-is-close")[0]).toBe("container-is-closed");
});
