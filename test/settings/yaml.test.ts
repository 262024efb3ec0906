import { expect, test } from "vitest";
import type { YamlValue } from "../../src/settings/index.ts";
import { readYaml } from "../../src/settings/index.ts";
import { fc, runs } from "../support/property.ts";

/** A value without its places, as plain data. */
function plain(value: YamlValue): unknown {
  if (value.kind === "text") return value.text;
  if (value.kind === "list") return value.items.map(plain);
  return new Map([...value.entries].map(([name, inner]) => [name, plain(inner)]));
}

function told(text: string, line?: number): readonly string[] {
  const at = line === undefined ? undefined : { line };
  return readYaml("a.yaml", text, at).diagnostics.map(
    ({ rule, message, place }) => `${place?.line}:${place?.column} ${rule}: ${message}`,
  );
}

test("scalars stay as they are written", () => {
  const { value, diagnostics } = readYaml(
    "a.yaml",
    'version: 1.0\nmonth: 2012-03\nanswer: no\nnumber: 0x1F\ntilde: "~"\ntext: >\n  two\n  lines\n',
  );
  expect(diagnostics).toEqual([]);
  expect(plain(value)).toEqual(
    new Map([
      ["version", "1.0"],
      ["month", "2012-03"],
      ["answer", "no"],
      ["number", "0x1F"],
      ["tilde", "~"],
      ["text", "two lines\n"],
    ]),
  );
});

test("a name with nothing after it is known, but has no value", () => {
  const { value } = readYaml("a.yaml", "a:\nb: ~\nn: null\nc: ''\nd: Null\ne: \"null\"\n");
  if (value.kind !== "map") throw new Error("not a map");
  expect([...value.keys.keys()]).toEqual(["a", "b", "n", "c", "d", "e"]);
  expect(plain(value)).toEqual(
    new Map([
      ["c", ""],
      ["d", "Null"],
      ["e", "null"],
    ]),
  );
});

test("every value and name has its place, counted from the line where the text begins", () => {
  const { value } = readYaml("text.md", "title:\n  en: A title\nlist: [one, two]\n", { line: 2 });
  if (value.kind !== "map") throw new Error("not a map");
  expect(value.keys.get("list")).toMatchObject({ file: "text.md", line: 4, column: 1 });
  const title = value.entries.get("title");
  const en = title?.kind === "map" ? title.entries.get("en") : undefined;
  expect(en?.place).toEqual({ file: "text.md", line: 3, column: 7, endLine: 3, endColumn: 14 });
  const list = value.entries.get("list");
  const items = list?.kind === "list" ? list.items : [];
  expect(items.map(({ place }) => place.column)).toEqual([8, 13]);
});

test.each([
  ["an empty text", ""],
  ["a comment", "# nothing\n"],
  ["the start of a document", "---\n"],
])("%s is an empty map", (_what, text) => {
  const { value, diagnostics } = readYaml("a.yaml", text);
  expect(value.kind === "map" && value.entries.size).toBe(0);
  expect(diagnostics).toEqual([]);
});

test.each([
  [
    "title: Canada: a report",
    "1:8 yaml-is-well-formed: A second colon makes this value look like a map.",
  ],
  ['title: "open\nb: c', "1:8 yaml-is-well-formed: A quotation mark is not closed."],
  ["a: 1\nb\nc: 2", "2:1 yaml-is-well-formed: A colon is missing after this name."],
  ["a: [1, 2\nb: 3", "1:4 yaml-is-well-formed: A list or map between brackets is not closed."],
  ["a:\n\tb: c", "2:1 yaml-is-well-formed: This line is indented with a tab."],
  ["a: @b", "1:4 yaml-is-well-formed: A value cannot begin with this character."],
  ['a: "\\q"', "1:5 yaml-is-well-formed: A backslash in double quotes begins an unknown escape."],
  [
    "a: 1\nb: 2\na: 3",
    '3:1 yaml-keys-are-unique: "a" is given twice; it was given first in line 1.',
  ],
  ["? [a]\n: b", "1:3 yaml-is-well-formed: A name is missing before a colon."],
  [
    "a: !!int 5",
    "1:4 yaml-has-no-tags: Tags, which begin with an exclamation mark, are not used here.",
  ],
  [
    "a: !js/function 'x'",
    "1:4 yaml-has-no-tags: Tags, which begin with an exclamation mark, are not used here.",
  ],
  [
    "a: 1\n---\nb: 2",
    "2:1 yaml-is-one-document: A second document begins here, and only the first is read.",
  ],
  ["a: *b", '1:4 yaml-is-well-formed: The alias "*b" has no whole anchor "&b" before it.'],
  ["a: &a [*a]", '1:8 yaml-is-well-formed: The alias "*a" has no whole anchor "&a" before it.'],
])("%j is told where it stands", (text, said) => {
  expect(told(text)).toContain(said);
});

test("all mistakes are told at once, in order, each once", () => {
  const text = "a: @1\nb: !x 2\nb: 3\nc: *c\n";
  expect(told(text, 2).map((line) => line.split(":")[0])).toEqual(["2", "3", "4", "5"]);
});

test("what stands around a mistake is read", () => {
  const { value } = readYaml("a.yaml", "a: 1\nb: @x\nc: 3\n");
  const read = plain(value);
  expect(read instanceof Map && [read.get("a"), read.get("c")]).toEqual(["1", "3"]);
});

test("an anchor is repeated by its aliases", () => {
  const { value, diagnostics } = readYaml("a.yaml", "a: &x {en: One}\nb: *x\n");
  expect(diagnostics).toEqual([]);
  expect(plain(value)).toEqual(
    new Map([
      ["a", new Map([["en", "One"]])],
      ["b", new Map([["en", "One"]])],
    ]),
  );
});

test("a few lines of aliases do not become billions of values", () => {
  const nine = (name: string): string => Array.from({ length: 9 }, () => name).join(", ");
  const lines = ["a0: &a0 [x]"];
  for (let i = 1; i < 10; i++) lines.push(`a${i}: &a${i} [${nine(`*a${i - 1}`)}]`);
  const { value, diagnostics } = readYaml("a.yaml", lines.join("\n"));
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["yaml-aliases-are-few"]);
  expect(JSON.stringify(plain(value)).length).toBeLessThan(1_000_000);
});

test.each([["["], ["{a: "], ["- "], ["? "], ["a: &a ["]])(
  "thousands of %j are refused, not followed",
  (opening) => {
    const { diagnostics } = readYaml("a.yaml", opening.repeat(5000));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["yaml-is-shallow"]);
  },
);

test("names of JavaScript's own are names like others", () => {
  const { value, diagnostics } = readYaml(
    "a.yaml",
    "__proto__: {x: 1}\nconstructor: 2\ntoString: 3\n",
  );
  expect(diagnostics).toEqual([]);
  expect(plain(value)).toEqual(
    new Map<string, unknown>([
      ["__proto__", new Map([["x", "1"]])],
      ["constructor", "2"],
      ["toString", "3"],
    ]),
  );
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
});

test("any text is read or refused, with places inside it", () => {
  const piece = fc.constantFrom(
    ...["a: ", "b:\n", "- ", "[", "]", "{", "}", '"', "'", "|\n", "&x ", "*x", "!t ", "# c\n"],
    ...["\n", "  ", "\t", "---\n", "...\n", "%Y\n", ": ", "? ", ",", "@", "\u0000", "é", "x"],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join("");
      const { diagnostics } = readYaml("a.yaml", text);
      const lines = text.split("\n");
      for (const { place, message } of diagnostics) {
        expect(message).toMatch(/\.$/);
        expect(place?.line).toBeLessThanOrEqual(lines.length);
      }
    }),
    { numRuns: runs(1000) },
  );
});

test("what is written as JSON is read as it is", () => {
  const text = fc.string({ unit: "grapheme" }).filter((one) => !/\p{Cc}|\p{Cs}/u.test(one));
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      text,
      fc.array(tie("any")),
      fc.dictionary(
        text.filter((key) => key !== ""),
        tie("any"),
      ),
    ),
  })).any;
  const same = (written: unknown): unknown => {
    if (Array.isArray(written)) return written.map(same);
    if (typeof written !== "object" || written === null) return written;
    return new Map(Object.entries(written).map(([key, inner]) => [key, same(inner)]));
  };
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("a", "b", "__proto__"), value), (written) => {
      const read = readYaml("a.yaml", JSON.stringify(written));
      expect(read.diagnostics).toEqual([]);
      expect(plain(read.value)).toEqual(same(written));
    }),
    { numRuns: runs(300) },
  );
});
