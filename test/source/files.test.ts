import { expect, test } from "vitest";
import { parseSource } from "../../src/source/index.ts";
import { outline, read, told } from "./support.ts";

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) =>
      typeof value === "number" ? [value] : [...new TextEncoder().encode(value)],
    ),
  );

test("a byte order mark and the line ends of other systems leave no trace", () => {
  const { value, diagnostics } = parseSource("a.md", bytes(0xef, 0xbb, 0xbf, "# A\r\n\r\nb\rc\n"));
  expect(value.text).toBe("# A\n\nb\nc\n");
  expect(outline(value.tree)).toBe('heading1 "A"\nparagraph "b\\nc"\n');
  expect(diagnostics).toEqual([]);
});

test.each([
  ["little-endian", bytes(0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00, 0x0a, 0x00)],
  ["big-endian", bytes(0xfe, 0xff, 0x00, 0x41, 0x00, 0xe9, 0x00, 0x0a)],
])("UTF-16, %s, is read with a warning", (_, file) => {
  const { value, diagnostics } = parseSource("a.md", file);
  expect(value.text).toBe("Aé\n");
  expect(told(diagnostics)).toEqual(["1:1 source-is-utf-8"]);
  expect(diagnostics[0]?.severity).toBe("warning");
});

test.each([
  ["Windows-1252", bytes("Ab\nd", 0xe9, "f\n"), "2:2"],
  ["an overlong form", bytes("é", 0xc0, 0x80), "1:2"],
  ["a surrogate", bytes("\r\n\r\n", 0xed, 0xa0, 0x80), "3:1"],
  ["a cut sequence", bytes("日", 0xe6, 0x97), "1:2"],
  ["more than Unicode has", bytes(0xf4, 0x90, 0x80, 0x80), "1:1"],
])("%s is an error at its place, and the rest is read", (_, file, place) => {
  const { value, diagnostics } = parseSource("a.md", file);
  expect(told(diagnostics)).toEqual([`${place} source-is-utf-8`]);
  expect(diagnostics[0]?.severity).toBe("error");
  expect(value.text).toContain("\ufffd");
});

test("NUL is replaced and told once", () => {
  const { tree, diagnostics } = read("a\n\nb\0\0c\n");
  expect(outline(tree)).toBe('paragraph "a"\nparagraph "b\ufffd\ufffdc"\n');
  expect(told(diagnostics)).toEqual(["3:2 source-has-no-nul"]);
});

test("more than fifty million bytes are refused", () => {
  const { value, diagnostics } = parseSource("a.md", new Uint8Array(50_000_001));
  expect(value.tree.children).toEqual([]);
  expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    "error source-is-of-readable-size",
  ]);
});

test("an empty file is an empty source", () => {
  const { value, diagnostics } = parseSource("a.md", new Uint8Array());
  expect(value.tree.children).toEqual([]);
  expect(diagnostics).toEqual([]);
});

test("the head moves no place", () => {
  const { value } = parseSource("a.md", bytes("---\ntitle: é\n---\n\nText *b*\n"));
  const [paragraph] = value.tree.children;
  expect(paragraph?.position?.start).toEqual({ line: 5, column: 1, offset: 18 });
  expect(value.text.slice(18, 22)).toBe("Text");
  expect(value.frontMatter).toEqual({ yaml: "title: é\n", offset: 4, line: 2 });
});

test("an empty head is one, and a divider later on is none", () => {
  const { value } = parseSource("a.md", bytes("---\n---\n\nA\n\n---\n\nB\n"));
  expect(value.frontMatter).toEqual({ yaml: "", offset: 4, line: 2 });
  expect(outline(value.tree)).toBe('paragraph "A"\nthematicBreak\nparagraph "B"\n');
  expect(read("A\n\n---\nb: c\n---\n").tree.children).toHaveLength(3);
});

test("a head that is not closed is text, and one is told", () => {
  const { tree, diagnostics } = read("---\ntitle: A\n\nText\n");
  expect(outline(tree)).toContain('"title: A"');
  expect(told(diagnostics)).toEqual(["1:1 front-matter-is-closed"]);
  expect(read("---\n\nText: a\n").diagnostics).toEqual([]);
});

test("words between two dividers at the very beginning are no head", () => {
  const { value, diagnostics } = parseSource(
    "a.md",
    bytes("---\n- [A](https://a.b)\n\n---\n\nB\n"),
  );
  expect(diagnostics).toEqual([]);
  expect(value.frontMatter).toBeUndefined();
  expect(outline(value.tree)).toContain('link https://a.b["A"]');
});

test("a head of TOML is told once and not printed as text", () => {
  const { tree, diagnostics } = read('+++\ntitle = "A"\ndate = 2024-01-01\n+++\n\n# B\n');
  expect(outline(tree)).toBe('heading1 "B"\n');
  expect(told(diagnostics)).toEqual(["1:1 front-matter-is-yaml"]);
});

test("a head of JSON is read, since it is YAML", () => {
  const { value, diagnostics } = parseSource("a.md", bytes('{\n  "title": "A"\n}\n\n# B\n'));
  expect(diagnostics).toEqual([]);
  expect(value.frontMatter).toMatchObject({ yaml: '{\n  "title": "A"\n}', line: 1 });
  expect(outline(value.tree)).toBe('heading1 "B"\n');
});

test.each(["{\nbraces\n}\n", "+++\nplus\n", ";;;\n", '{ "a": 1 }\n'])(
  "%j is text and no head",
  (text) => {
    const { value, diagnostics } = parseSource("a.md", bytes(text));
    expect(diagnostics).toEqual([]);
    expect(value.frontMatter).toBeUndefined();
    expect(outline(value.tree)).not.toBe("");
  },
);
