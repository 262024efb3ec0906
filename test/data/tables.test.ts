import { expect, test } from "vitest";
import { withTables } from "../../src/data/index.ts";
import type { Table } from "../../src/document/index.ts";
import { textOf } from "../../src/document/index.ts";
import { parseSource } from "../../src/source/index.ts";
import { buildFrom } from "../references/support.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A source of a table alone, with the files of its project. */
function table(
  marks: string,
  files: Readonly<Record<string, Uint8Array | string>>,
  file = "test.md",
) {
  const parsed = parseSource(file, encode(`# T\n\n:::table[Data]{${marks}}\n:::\n`)).value;
  const { value, diagnostics } = withTables(parsed, (path) => {
    const found = files[path];
    return typeof found === "string" ? encode(found) : found;
  });
  const block = buildFrom(value).document.content.find((each) => each.kind === "table");
  return { rows: rowsOf(block as Table | undefined), table: block as Table, diagnostics };
}

const rowsOf = (block: Table | undefined): readonly (readonly string[])[] =>
  [...(block?.head ?? []), ...(block?.body ?? [])].map((row) =>
    row.cells.map((cell) =>
      cell.children
        .map((each) => (each.kind === "paragraph" ? textOf(each.children) : ""))
        .join(""),
    ),
  );

test.each([
  ["a.csv", "Name,Value\nPort,1.5\n", ""],
  ["a.csv", "\uFEFFName;Value\r\nPort;1.5\r\n", ""],
  ["a.tsv", "Name\tValue\nPort\t1.5", ""],
  ["a.csv", "Name|Value\n\nPort|1.5\n\n", ""],
  ["a.txt", "Name/Value\nPort/1.5", 'delimiter="/"'],
])("%s with %j is a table with a head", (path, text, marks) => {
  const made = table(`src=${path} ${marks}`, { [path]: text });
  expect(made.diagnostics).toEqual([]);
  expect(made.rows).toEqual([
    ["Name", "Value"],
    ["Port", "1.5"],
  ]);
  expect(made.table.head).toHaveLength(1);
  expect(made.table.caption && textOf(made.table.caption.children)).toBe("Table\u00A01: Data");
});

test("cells are text as it is: marks of Markdown, quotes, line ends, short rows", () => {
  const made = table("src=a.csv", { "a.csv": 'A,B,C\n"**x**, ""y""","two\nlines",{#id}\n1\n' });
  expect(made.rows).toEqual([
    ["A", "B", "C"],
    ['**x**, "y"', "two lines", "{#id}"],
    ["1", "", ""],
  ]);
});

test("columns of numbers end at the right", () => {
  const made = table("src=a.csv", { "a.csv": "Name,Sum,Share,Code\na,1.5,3 %,A1\nb,n/a,12 %,7\n" });
  expect(made.table.columns.map(({ alignment }) => alignment)).toEqual([
    "start",
    "end",
    "end",
    "start",
  ]);
});

test("columns are chosen by name, rows by number, heads by attribute", () => {
  const files = { "a.csv": "A,B,C\n1,2,3\n4,5,6\n7,8,9\n" };
  expect(table('src=a.csv columns="C, A" limit=2', files).rows).toEqual([
    ["C", "A"],
    ["3", "1"],
    ["6", "4"],
  ]);
  expect(table("src=a.csv header-rows=2", files).table.head).toHaveLength(2);
  expect(table("src=a.csv header-rows=0", files).table.head).toHaveLength(0);
});

test("paths count from the source", () => {
  expect(table("src=../data/a.csv", { "data/a.csv": "A\n1\n" }, "texts/test.md").rows).toEqual([
    ["A"],
    ["1"],
  ]);
});

test.each([
  ["src=b.csv", "data-exists"],
  ["src=https://example.org/a.csv", "data-is-local"],
  ["src=../a.csv", "data-is-local"],
  ["src=/etc/passwd", "data-is-local"],
  ["src=open.csv", "data-is-a-table"],
  ["src=zero.csv", "data-is-a-table"],
  ["src=empty.csv", "data-is-a-table"],
  ["src=wide.csv", "data-is-small-enough"],
  ["src=many.csv", "data-is-small-enough"],
  ['src=a.csv columns="Nam"', "data-column-exists"],
])("%s is refused by %s, with its place", (marks, rule) => {
  const { diagnostics } = table(marks, {
    "a.csv": "Name\n1\n",
    "open.csv": 'A,B\n"1,2\n3,4\n',
    "zero.csv": "A\0B\n",
    "empty.csv": "\n\n",
    "wide.csv": Array.from({ length: 300 }, (_, index) => `c${index}`).join(","),
    "many.csv": "a,b,c,d,e,f,g,h,i,j,k\n".repeat(100_000),
  });
  expect(diagnostics.map((each) => [each.rule, each.severity, each.place?.line])).toEqual([
    [rule, "error", 3],
  ]);
});

test("a file that is not UTF-8 is read as old spreadsheets write it", () => {
  const bytes = new Uint8Array([...encode("Nom\nMontr"), 0xe9, ...encode("al\n")]);
  const made = table("src=a.csv", { "a.csv": bytes });
  expect(made.rows).toEqual([["Nom"], ["Montréal"]]);
  expect(made.diagnostics.map(({ rule }) => rule)).toEqual(["data-is-utf-8"]);
});
