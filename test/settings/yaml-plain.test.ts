import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { placesIn, readAnyYaml } from "../../src/settings/yaml.ts";
import { readPlainYaml } from "../../src/settings/yaml-plain.ts";
import { fc, runs } from "../support/property.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Reads a text both ways: what the short one gives must be what the package gives, without a fault. */
function bothWays(text: string): boolean {
  const placeOf = placesIn("settings.yaml", text, 0);
  const plain = readPlainYaml(text, placeOf);
  if (plain === undefined) return false;
  expect({ text, value: plain, diagnostics: [] }).toEqual({ text, ...readAnyYaml(text, placeOf) });
  return true;
}

const word = fc.constantFrom(
  ...[
    "a",
    "title",
    "x-y",
    "2012-03",
    "no",
    "~",
    "é",
    "“q”",
    "A: b",
    "b:",
    "#c",
    "a#b",
    "a #b",
    "- a",
  ],
  ...[
    '"a b"',
    "'c'",
    '"x" # y',
    '"a"b',
    "'it''s'",
    "[a, b]",
    "{a: b}",
    "&x",
    "*x",
    "!t",
    "|",
    ">",
    "?",
  ],
  ...[
    "%",
    "@",
    "https://canada.ca/en",
    "…",
    "a, b",
    "a [b",
    "null",
    "---",
    "...",
    "a\\b",
    "<<",
    "\u00a0",
  ],
);
const value = fc.array(word, { maxLength: 3 }).map((words) => words.join(" "));
const key = fc.constantFrom("a", "b", "c", "en", "fr", "x-y", "é", "1", "");
const line = fc
  .tuple(
    fc.constantFrom("", "", " ", "  ", "  ", "    ", "\t"),
    fc.oneof(
      fc.tuple(key, fc.constantFrom(":", ": ", ":  ", " : "), value).map((parts) => parts.join("")),
      key.map((name) => `${name}:`),
      value.map((text) => `- ${text}`),
      value,
      fc.constantFrom("", "# note", "-", "---", "..."),
    ),
    fc.constantFrom("", "", "", " ", " # note"),
  )
  .map((parts) => parts.join(""));

const scalar = fc.constantFrom("Office", "2012-03", "Ports, roads", '"quoted: yes"', "été # note");
function block(depth: number): fc.Arbitrary<readonly string[]> {
  const inner = (name: string): fc.Arbitrary<readonly string[]> =>
    fc.oneof(
      scalar.map((written) => [`${name}: ${written}`]),
      fc
        .array(scalar, { minLength: 1, maxLength: 3 })
        .map((items) => [`${name}:`, ...items.map((item) => `  - ${item}`)]),
      ...(depth === 0
        ? []
        : [block(depth - 1).map((lines) => [`${name}:`, ...lines.map((one) => `  ${one}`)])]),
    );
  return fc
    .uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 })
    .chain((names) => fc.tuple(...names.map(inner)).map((parts) => parts.flat()));
}

/** Well-formed lines with one of another kind among them. */
const disturbed = fc
  .tuple(block(2), line, fc.nat(), fc.boolean())
  .map(([lines, other, at, instead]) =>
    lines.toSpliced(at % (lines.length + 1), instead ? 1 : 0, other),
  );

test("what is read the short way is what the package reads, places included", () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.oneof(fc.array(line, { maxLength: 7 }), disturbed),
      fc.constantFrom("", "\n", "\n\n"),
      (lines, end) => {
        if (bothWays(lines.join("\n") + end)) read += 1;
      },
    ),
    { numRuns: runs(4000) },
  );
  expect(read).toBeGreaterThan(100);
});

test("well-formed maps and lists of any shape are read the short way", () => {
  fc.assert(
    fc.property(block(3), (lines) => bothWays(`${lines.join("\n")}\n`)),
    { numRuns: runs(500) },
  );
});

test("the head of the sample is read the short way", () => {
  const source = readFileSync(join(root, "data/canada-japan.md"), "utf8");
  expect(bothWays(source.slice("---\n".length, source.indexOf("\n---\n") + 1))).toBe(true);
});

test("shipped settings read the short way are read right", () => {
  const files = readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" });
  const yaml = files.filter((name) => name.endsWith(".yaml"));
  const read = yaml.filter((name) => bothWays(readFileSync(join(root, "templates", name), "utf8")));
  expect(read.length).toBeGreaterThan(0);
});
