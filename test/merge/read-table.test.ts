import { expect, test } from "vitest";
import type { Outcome } from "../../src/diagnostics/index.ts";
import type { MergeTable } from "../../src/merge/index.ts";
import { readTable } from "../../src/merge/index.ts";
import { fc } from "../support/property.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function table(file: string, text: string): Outcome<MergeTable | undefined> {
  return readTable(file, utf8(text));
}

function told({ diagnostics }: Outcome<unknown>): readonly string[] {
  return diagnostics.map(({ place, rule, message }) => `${place?.line ?? 0} ${rule}: ${message}`);
}

test.each([
  ["a.csv", 'id,port\neast,"Halifax\nwest"\n\nnorth,Churchill\n', [2, 5]],
  ["a.tsv", "id\tport\neast\tHalifax\nwest\n", [2, 3]],
  ["a.json", '[{"id": "east", "port": "Halifax"},\n {"id": "west"}]', [1, 2]],
  ["a.yaml", "- id: east\n  port: Halifax\n- id: west\n", [1, 3]],
  ["a.jsonl", '{"id": "east", "port": "Halifax"}\n{"id": "west"}\n', [1, 2]],
  ["a.csv", "sep=|\r\nid|port\r\neast|Halifax\r\nwest|\r\n", [3, 4]],
  ["a.csv", 'id,port\neast,Halifax 5" mark\n\nwest,\n', [2, 4]],
  ["a.csv", "id,port,\neast,Halifax,\nwest,,\n", [2, 3]],
])("%s has its records with their lines", (file, text, lines) => {
  const read = table(file, text);
  expect(told(read)).toEqual([]);
  expect(read.value?.fields).toEqual(["id", "port"]);
  expect(read.value?.records.map(({ place }) => place.line)).toEqual(lines);
  expect(read.value?.records[0]?.values["port"]).toMatch(/^Halifax/);
});

test.each([
  ["a.csv", "id,2 ports\n1,2\n", '1 field-is-named: "2 ports" cannot be the name of a field.'],
  ["a.csv", "id\n1,2\n", '1 field-is-named: "" cannot be the name of a field.'],
  [
    "a.csv",
    "Port code,port-code,Port_code,Port code\n1,2,3,4\n",
    '1 field-is-named: Two fields are called "Port-code".',
  ],
  ["a.csv", "id,id\n1,2\n", '1 field-is-named: Two fields are called "id".'],
  ["a.csv", "id\n", '0 data-is-a-table: The file "a.csv" has no records.'],
  ["a.json", '{"id": 1}', '1 data-is-a-table: The file "a.json" should hold a list of records.'],
  [
    "a.json",
    '[{"id": "1"}',
    '1 data-is-a-table: The file "a.json" is no sound JSON: "," should stand here.',
  ],
  [
    "a.json",
    '[{"id": "1},\n{"id": 2}]',
    '1 data-is-a-table: The file "a.json" is no sound JSON: a whole text in quotation marks should stand here.',
  ],
  [
    "a.json",
    '[{"id": 1}] x',
    '1 data-is-a-table: The file "a.json" is no sound JSON: the end of the file should stand here.',
  ],
  [
    "a.json",
    '[{"id": 01}]',
    '1 data-is-a-table: The file "a.json" is no sound JSON: a value should stand here.',
  ],
  ["a.json", '[{"id": 1, "id": 2}]', '1 data-is-a-table: The field "id" is given twice.'],
  [
    "a.json",
    '[1,\n{"id": {"a": ["}"]}}]',
    '2 data-is-a-table: The file "a.json" has a field "id" that is no text.',
  ],
  [
    "a.xlsx",
    "PK\u0003\u0004",
    '1 data-is-a-table: The file "a.xlsx" is a workbook, not a file of comma-separated values.',
  ],
  ["a.yaml", "- id: [1]", '1 data-is-a-table: The file "a.yaml" has a field "id" that is no text.'],
  ["a.yaml", "- __proto__: 1", '1 field-is-named: "__proto__" cannot be the name of a field.'],
])("%s with %j is refused", (file, text, said) => {
  expect(told(table(file, text))).toContain(said);
});

const utf16 = (text: string, bigEnd: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEnd);
  return bytes;
};

const bytesOf: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8 with a mark": (text) => utf8(`\uFEFF${text}`),
  "UTF-16 with a mark": (text) => utf16(`\uFEFF${text}`, false),
  "UTF-16 without a mark": (text) => utf16(text, false),
  "UTF-16, big end first": (text) => utf16(`\uFEFF${text}`, true),
  // 0x93 and 0x94 are quotation marks, 0x80 is the euro sign.
  "Windows-1252": (text) =>
    Uint8Array.from(text, (letter) => {
      const at = "\u20ac\u201c\u201d".indexOf(letter);
      return at === -1 ? letter.charCodeAt(0) : ([0x80, 0x93, 0x94][at] ?? 0);
    }),
};

test.each(Object.entries(bytesOf))("%s is read", (encoding, encode) => {
  const read = readTable(
    "a.csv",
    encode("id;name\n10000000000000000000000000000;Zo\u00eb \u201cUna\u201d \u20ac5\n"),
  );
  expect(read.value?.records[0]?.values).toEqual({
    id: "10000000000000000000000000000",
    name: "Zo\u00eb \u201cUna\u201d \u20ac5",
  });
  expect(told(read)).toHaveLength(encoding === "Windows-1252" ? 1 : 0);
});

test("JSON says what it says: numbers as they are written, nothing for null", () => {
  const json =
    '[{"a": 2.50, "b": 12345678901234567890, "c": null, "d": true, "e": " \\u00e9\\n\\"x "}]';
  expect(table("a.json", json).value?.records[0]?.values).toEqual({
    a: "2.50",
    b: "12345678901234567890",
    c: "",
    d: "true",
    e: '\u00e9\n"x',
  });
});

test("any list of maps is read from JSON as it went in", () => {
  const values = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.string({ unit: "grapheme" }), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(
      fc.array(values, { minLength: 1 }),
      fc.constantFrom(0, 1, "\t"),
      (records, space) => {
        const read = table("a.json", JSON.stringify(records, undefined, space));
        expect(read.diagnostics).toEqual([]);
        const got = read.value?.records.map(({ values: each }) => each);
        const fields = read.value?.fields ?? [];
        expect(got).toEqual(
          records.map((record) =>
            Object.fromEntries(fields.map((name) => [name, (record[name] ?? "").trim()])),
          ),
        );
      },
    ),
  );
});

test("whatever JSON is read from is refused or gives records, and never throws", () => {
  const piece = fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    '"a"',
    '"',
    "\\",
    "1",
    "null",
    "-",
    " ",
    "\n",
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        const read = table("a.json", text);
        expect(read.value !== undefined || read.diagnostics.length > 0).toBe(true);
        const isList = text.trimStart().startsWith("[");
        const errors = read.diagnostics.filter(({ severity }) => severity === "error");
        if (isList && errors.length === 0) expect(() => JSON.parse(text)).not.toThrow();
      },
    ),
  );
});
