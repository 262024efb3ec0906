import { expect, test } from "vitest";
import type { ModelRecord, RecordType } from "../../src/model/index.ts";
import { quickFactValue, usualRecordTypes } from "../../src/model/index.ts";
import { printedLines, read, told, words } from "./support.ts";

/** The fields of a record as text. */
function fieldsOf({ fields }: ModelRecord): Readonly<Record<string, string>> {
  return Object.fromEntries([...fields].map(([name, { text }]) => [name, text]));
}

test.each([
  ["- **Title**—rest of it. {.initiative}", "Title", "rest of it."],
  ["- **Title** – rest of it. {.initiative}", "Title", "rest of it."],
  ["- **Title**: rest *of* it. {.initiative}", "Title", "rest of it."],
  ["- **Title:** rest of it. {.initiative}", "Title", "rest of it."],
  ["- **Title** {.initiative}", "Title", ""],
  ["- Committed to **do it**. {.initiative}", "do it", ""],
  ["- Committed to **do it** soon. {.initiative}", "do it", "soon."],
  ["- No bold words {.initiative}", "No bold words", ""],
])("%s has the title %j and the rest %j", (item, title, rest) => {
  const { model } = read(`# T\n\n${item}\n`);
  const [record] = model.records;
  expect(record?.titleText).toBe(title);
  expect(words(record?.title ?? [])).toBe(title);
  expect(words(record?.rest ?? [])).toBe(rest);
});

test("a record that is an item is printed where it stands, with all that belongs to it", () => {
  const { model } = read("# T\n\n- **One**: words. {#one .initiative}\n\n  More words.\n- Two\n");
  expect(printedLines(model.root)).toEqual(["- One: words. More words.", "- Two"]);
  expect(model.recordById.get("one")?.body).toHaveLength(2);
  expect(model.records).toHaveLength(1);
});

test("an item within an item can be a record too", () => {
  const { model } = read("# T\n\n- Outer\n  - **Inner** {.initiative}\n");
  expect(model.records.map(({ titleText }) => titleText)).toEqual(["Inner"]);
});

test("a table under a printed heading is printed, and its rows are records", () => {
  const { model } = read(
    "# T\n\n## Partners {records=partner}\n\n| Partner |\n| --- |\n| Japan |\n| France |\n",
  );
  expect(model.records.map(({ titleText }) => titleText)).toEqual(["Japan", "France"]);
  expect(printedLines(model.root)).toEqual(["Partners", "Partner Japan France"]);
});

test("columns may stand in any order and have any case", () => {
  const { model, diagnostics } = read(
    "# T\n\n## A {.register records=acronym}\n\n| LONG FORM | Acronym |\n| --- | --- |\n| Canadian Forces | CF |\n",
  );
  expect(told(diagnostics)).toEqual([]);
  expect(model.records.map(fieldsOf)).toEqual([{ "long-form": "Canadian Forces" }]);
});

test("a table without a column for the titles gives no records and says so", () => {
  const { model, diagnostics } = read(
    "# T\n\n## A {.register records=acronym}\n\n| Short | Long form |\n| --- | --- |\n| CF | Canadian Forces |\n",
  );
  expect(model.records).toEqual([]);
  expect(told(diagnostics)).toEqual([
    'text.md:5:1 field-is-known: The type "acronym" has no field for the column "Short".',
    'text.md:5:1 record-has-title: The table of "acronym" has no column "acronym", which holds the titles.',
  ]);
});

test("only a list has its commas parted", () => {
  const risk: RecordType = {
    name: "risk",
    fields: new Map([
      ["owners", { name: "owners", type: "list", required: false, of: "person" }],
      ["note", { name: "note", type: "text", required: false }],
      ["weight", { name: "weight", type: "number", required: false }],
    ]),
  };
  const text = `# T

- **Delay** {#delay .risk owners="harper, noda,kan" note="a, b" weight=2.5}
- **Cost** {#cost .risk weight=much}

## People {.register records=person}

| Id | Person |
| --- | --- |
| harper | Prime Minister Harper |
| noda | Japanese Prime Minister Noda |
`;
  const { model, diagnostics } = read(text, "text.md", [...usualRecordTypes, risk]);
  const fields = model.recordById.get("delay")?.fields;
  expect(fields?.get("owners")?.items).toEqual(["harper", "noda", "kan"]);
  expect(fields?.get("note")?.items).toBeUndefined();
  expect(told(diagnostics)).toEqual([
    'text.md:3:27 reference-resolves: "owners" refers to "kan", but there is no such person.',
    'text.md:4:25 field-has-its-type: "weight" cannot be "much", which is not a number.',
  ]);
});

test("a value says a date, a count or words", () => {
  const text = `# T

## Facts {.register records=quick-fact}

| Quick fact | Value |
| --- | --- |
| When | it.date |
| How many | count:event |
| How much | $2.5 million |
| Who | harper |
| Nothing | gone.date |

## Events {.register records=event}

| Id | Event | Date |
| --- | --- | --- |
| it | Meeting | 2011 |

## People {.register records=person}

| Id | Person |
| --- | --- |
| harper | Prime Minister Harper |
`;
  const { model, diagnostics } = read(text);
  const facts = model.records.filter(({ type }) => type === "quick-fact");
  expect(facts.map((record) => quickFactValue(model, record))).toEqual([
    { kind: "date", date: { kind: "year", year: 2011 } },
    { kind: "count", count: 1 },
    { kind: "text", text: "$2.5 million" },
    { kind: "text", text: "Prime Minister Harper" },
    undefined,
  ]);
  expect(told(diagnostics)).toEqual([
    'text.md:11:13 reference-resolves: There is no record "gone".',
  ]);
});

test.each([
  ["7", []],
  ["seven", []],
  ["Seven", []],
  ["sept", []],
  ["8", ["fact-agrees"]],
  ["many", ["fact-agrees"]],
])("a count can be said as %s: %j", (said, rules) => {
  const partners = ["A", "B", "C", "D", "E", "F", "G"].map((name) => `- ${name}`).join("\n");
  const text = `# T\n\nThere are [${said}](fact:count:partner).\n\n## P {.register records=partner}\n\n${partners}\n`;
  expect(read(text).diagnostics.map(({ rule }) => rule)).toEqual(rules);
});

test("other links are left as they are", () => {
  const { model } = read("# T\n\nSee [the site](https://canada.ca) and [T](#t).\n");
  const [paragraph] = model.root.content;
  const urls = paragraph?.type === "paragraph" ? paragraph.children : [];
  expect(urls.flatMap((node) => (node.type === "link" ? [node.url] : []))).toEqual([
    "https://canada.ca",
    "#t",
  ]);
});

test("dates are looked for only where facts are in use", () => {
  expect(told(read("# T\n\nIt was on August 29, 2011.\n").diagnostics)).toEqual([]);
});

test("a link to a fact is words in headings, labels, cells and notes too", () => {
  const { model } = read(`# T

## In [2011](fact:it.date)

:::note[Of [2011](fact:it.date)]

| In [2011](fact:it.date) |
| --- |
| Then[^1] |

:::

[^1]: That is [2011](fact:it.date).

## Events {.register records=event}

| Id | Event | Date |
| --- | --- | --- |
| it | Meeting | 2011 |
`);
  expect(words(model.root.sections[0]?.heading ?? [])).toBe("In 2011");
  const text = JSON.stringify(model.root);
  expect(text.split('"2011"')).toHaveLength(5);
  expect(text).not.toContain("fact:");
});
