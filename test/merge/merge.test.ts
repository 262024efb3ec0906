import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import type { Outcome } from "../../src/diagnostics/index.ts";
import type { MergeTable } from "../../src/merge/index.ts";
import {
  checkFields,
  fillSource,
  findBlanks,
  nameOutputs,
  readTable,
} from "../../src/merge/index.ts";
import { readHead } from "../../src/settings/index.ts";
import { parseSource } from "../../src/source/index.ts";
import { fc } from "../support/property.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function table(file: string, text: string): Outcome<MergeTable | undefined> {
  return readTable(file, utf8(text));
}

/** All text, as it stands. */
function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

function filled(markdown: string, values: Readonly<Record<string, string>>) {
  return fillSource(parseSource("a.md", utf8(markdown)).value, values).tree;
}

test("values stand where their names stood, in headings, items, tables, links and notes", () => {
  const tree = filled(
    "# For {{record.name}}\n\n- {{ record.name }}: [page](https://example.org/{{record.id}})[^1]\n\n| a |\n|---|\n| {{record.id?}} |\n\n[^1]: See {{record.name}}.\n",
    { name: "East", id: "e1" },
  );
  const text = JSON.stringify(tree);
  expect(textOf(tree)).toContain("For East");
  expect(text).toContain('"https://example.org/e1"');
  expect(text).toContain("See East.");
  expect(text).not.toContain("record.");
});

test("whatever a value holds, it is text: the tree has the shape that it has for a plain word", () => {
  const markdown = "# {{record.v}}\n\nDear {{record.v}}, *now* {{record.v}}.\n\n- {{record.v}}\n";
  const shape = (value: string): string =>
    JSON.stringify(filled(markdown, { v: value }), (key, part: unknown) =>
      key === "value" ? "" : part,
    );
  const plain = shape("word");
  const line = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text));
  const nasty = fc.constantFrom(
    "{{record.v}}",
    "# a",
    "[x](y)",
    ":::only",
    "<b>",
    "$&",
    "$1",
    "\\",
  );
  fc.assert(
    fc.property(fc.oneof(line, nasty), (value) => {
      expect(shape(value)).toBe(plain);
      expect(textOf(filled("a {{record.v}} z", { v: value }))).toBe(`a ${value} z`);
    }),
  );
});

test("a line end in a value is one in the document; that of the source stays a blank", () => {
  const [paragraph] = filled("To\n{{record.v}}", { v: "Quay 1\nHalifax" }).children;
  const children = paragraph !== undefined && "children" in paragraph ? paragraph.children : [];
  expect(children.map(({ type }) => type)).toEqual(["text", "break", "text"]);
});

test("a field that no record has is told where it stands, in the head too", () => {
  const source = parseSource(
    "a.md",
    utf8('---\nto: "{{record.nam}}"\n---\n\n# T\n\nDear {{record.prt}}'),
  ).value;
  const { value } = table("a.csv", "name,port\na,b\n");
  const said: string[] = [];
  const blanks = findBlanks(source, readHead(source, new Set()).value);
  if (value !== undefined)
    checkFields(blanks, value, ({ message, place, hints }) =>
      said.push(`${place?.line} ${message} ${hints[0]}`),
    );
  expect(said).toEqual([
    '2 The records of "a.csv" have no field "nam". Did you mean "name"?',
    '7 The records of "a.csv" have no field "prt". Did you mean "port"?',
  ]);
});

function names(pattern: string, csv: string): readonly string[] {
  const { value } = table("a.csv", csv);
  if (value === undefined) return [];
  const named = nameOutputs(pattern, value, ["pdf"]);
  const messages = named.diagnostics.map(({ message }) => message);
  return messages.length > 0 ? messages : named.value.outputs.flat();
}

test("files are called by fields, the number and the format", () => {
  expect(names("out/{{number}}-{{id}}.{{format}}", "id\neast\nwest\n")).toEqual([
    "out/1-east.pdf",
    "out/2-west.pdf",
  ]);
});

test.each([
  ["id\na\nb\na\n", 'The records 1 and 3 would write the same file, "a.pdf".'],
  ["id\nEast\neast\n", 'The records 1 and 2 would write the same file, "east.pdf".'],
  ["id\n\u00e9\ne\u0301\n", 'The records 1 and 2 would write the same file, "e\u0301.pdf".'],
  ["id,x\na,1\n,2\n", 'The record 2 would write ".pdf", but "" cannot be part of a file name.'],
])("%j gives no names", (csv, said) => {
  expect(names("{{id}}.pdf", csv)).toContain(said);
});

test.each([
  "../up",
  "a/b",
  "..",
  ".hidden",
  "a\\b",
  "c:d",
  "NUL",
  "com1.x",
  "end.",
  "a\u0007b",
  "x".repeat(101),
])("%j never becomes a part of a path", (value) => {
  const named = names("out/{{id}}.pdf", `id,b\n"${value}",x\n`);
  expect(named.filter((name) => name.startsWith("out/"))).toEqual([]);
  expect(named.length).toBeGreaterThan(0);
});

test("a field is said as its column is headed, or with hyphens", () => {
  const read = table("a.csv", "Pr\u00e9nom,Postal code (home)\nZo\u00eb,K1A\n").value;
  expect(read?.fields).toEqual(["Pr\u00e9nom", "Postal-code-home"]);
  const values = read?.records[0]?.values ?? {};
  const said = "{{record.Pre\u0301nom}} {{record.Postal code (home)}} {{record.Postal-code-home?}}";
  expect(textOf(filled(said, values))).toBe("Zo\u00eb K1A K1A");
  expect(names("{{Postal code (home)}}.pdf", "Postal code (home)\nK1A\n")).toEqual(["K1A.pdf"]);
});

test("a field that no record has is no fault where nothing may be printed", () => {
  const source = parseSource("a.md", utf8("# T\n\n{{record.note?}}")).value;
  const { value } = table("a.json", '[{"id": 1}]');
  const said: string[] = [];
  const blanks = findBlanks(source, readHead(source, new Set()).value);
  if (value !== undefined) checkFields(blanks, value, ({ severity }) => said.push(severity));
  expect(said).toEqual(["warning"]);
});
