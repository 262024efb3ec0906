import { expect, test } from "vitest";
import type { ListItem, TableRow } from "../../src/document/index.ts";
import { documentOf, paragraph, section, sentences, words } from "../layout/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf, tagText } from "../support/pdf/tag-tree.ts";
import { render, tagged } from "./support.ts";

const item = (id: string, text: string, more: Partial<ListItem> = {}): ListItem => ({
  kind: "listItem",
  id,
  children: [paragraph(`${id}-text`, text)],
  ...more,
});

const row = (id: string, ...cells: readonly string[]): TableRow => ({
  kind: "tableRow",
  id,
  cells: cells.map((text, index) => ({
    kind: "tableCell",
    id: `${id}-${index}`,
    children: text === "" ? [] : [paragraph(`${id}-${index}-text`, text)],
  })),
});

const column = { alignment: "start" } as const;

test("the title is H1, sections nest one level below", async () => {
  expect(
    await tagged([
      { kind: "title", id: "title", children: words("The title") },
      section("one", 1, "First", [section("two", 2, "Second", [paragraph("p", "Text.")])]),
      section("three", 1, "Third", []),
    ]),
  ).toEqual([
    'H1 "The title"',
    "Sect",
    '  H2 "First"',
    "  Sect",
    '    H3 "Second"',
    '    P "Text."',
    "Sect",
    '  H2 "Third"',
  ]);
});

test("a document without a title begins at H1, and an empty heading leaves no gap in the levels", async () => {
  expect(
    await tagged([section("one", 1, "", [section("two", 2, "Second", [paragraph("p", "Text.")])])]),
  ).toEqual(["Sect", "  Sect", '    H1 "Second"', '    P "Text."']);
});

test("items of a list are label and body, and lists nest", async () => {
  const inner = item("b", "Inner");
  const lines = await tagged([
    {
      kind: "list",
      id: "list",
      ordered: true,
      start: 3,
      loose: false,
      items: [
        item("a", "Outer", {
          children: [
            paragraph("a-text", "Outer"),
            { kind: "list", id: "in", ordered: false, start: 1, loose: false, items: [inner] },
          ],
        }),
      ],
    },
  ]);
  expect(lines).toEqual([
    "L",
    "  LI",
    '    Lbl "3."',
    "    LBody",
    '      P "Outer"',
    "      L",
    "        LI",
    '          Lbl ""',
    "          LBody",
    '            P "Inner"',
  ]);
});

test("lists say how they are numbered, and a bullet what it is", async () => {
  const content = [true, false].map((ordered) => ({
    kind: "list" as const,
    id: `list-${ordered}`,
    ordered,
    start: 1,
    loose: false,
    items: [item(`item-${ordered}`, "Text")],
  }));
  const { tags } = await readPdf(render(documentOf(content)).bytes);
  expect(tagsOf(tags, "L").map(({ attributes }) => attributes["ListNumbering"])).toEqual([
    "/Decimal",
    "/Disc",
  ]);
  expect(tagsOf(tags, "Lbl").map(({ actualText }) => actualText)).toEqual([undefined, "\u2022"]);
});

test("a task says whether it is done", async () => {
  const items = [item("a", "Done", { checked: true }), item("b", "Open", { checked: false })];
  expect(
    await tagged([{ kind: "list", id: "l", ordered: false, start: 1, loose: false, items }]),
  ).toEqual([
    "L",
    "  LI",
    '    Lbl "\u2612"',
    "    LBody",
    '      P "Done"',
    "  LI",
    '    Lbl "\u2610"',
    "    LBody",
    '      P "Open"',
  ]);
});

test("a table has heads of columns and rows, and keeps its empty cells", async () => {
  const table = {
    kind: "table" as const,
    id: "table",
    columns: [column, column],
    head: [row("h", "Year", "Event")],
    body: [row("r", "2010", ""), row("s", "2011", "Dialogue")],
    rowHeaders: true,
    caption: { kind: "caption" as const, id: "caption", children: words("What happened") },
  };
  expect(await tagged([table])).toEqual([
    "Table",
    '  Caption "What happened"',
    "  THead",
    "    TR",
    "      TH",
    '        P "Year"',
    "      TH",
    '        P "Event"',
    "  TBody",
    "    TR",
    "      TH",
    '        P "2010"',
    "      TD",
    "    TR",
    "      TH",
    '        P "2011"',
    "      TD",
    '        P "Dialogue"',
  ]);
  const { tags } = await readPdf(render(documentOf([table])).bytes);
  expect(tagsOf(tags, "TH").map(({ attributes }) => attributes["Scope"])).toEqual([
    "/Column",
    "/Column",
    "/Row",
    "/Row",
  ]);
});

test("a table over pages is one table, whose heads are said once", async () => {
  const body = Array.from({ length: 120 }, (_, index) => row(`r${index}`, `Row ${index}`, "Text"));
  const table = { kind: "table" as const, id: "t", columns: [column, column], rowHeaders: false };
  const { bytes, pages } = render(
    documentOf([{ ...table, head: [row("h", "Year", "Event")], body }]),
  );
  const { tags, pages: read } = await readPdf(bytes);
  expect(pages.length).toBeGreaterThan(1);
  expect(read[1]?.text).toContain("Event");
  expect(tagsOf(tags, "Table").length).toBe(1);
  expect(tagsOf(tags, "TR").length).toBe(121);
  expect(tagsOf(tags, "TH").map(tagText)).toEqual(["Year", "Event"]);
  expect(await checkPdf(bytes)).toEqual([]);
});

test("a paragraph over pages is one paragraph", async () => {
  const text = sentences(120);
  const { bytes, pages } = render(documentOf([paragraph("p", text)]));
  expect(pages.length).toBeGreaterThan(1);
  const { tags } = await readPdf(bytes);
  expect(tagsOf(tags, "P").map(tagText)).toEqual([text]);
});

test("a decision offers its choices as a list", async () => {
  expect(
    await tagged([
      {
        kind: "decision",
        id: "d",
        heading: { kind: "heading", id: "h", children: words("Decision") },
        rows: [
          {
            kind: "decisionRow",
            id: "r",
            text: words("That this be done."),
            choices: [words("Approved"), [{ kind: "strong", id: "s", children: words("Refused") }]],
          },
        ],
        fields: [{ kind: "decisionField", id: "f", label: words("Date") }],
      },
    ]),
  ).toEqual([
    "Sect",
    '  H1 "Decision"',
    "  Div",
    '    P "That this be done."',
    "    L",
    "      LI",
    '        Lbl "\u2610"',
    '        LBody "Approved"',
    "      LI",
    '        Lbl "\u2610"',
    "        LBody",
    '          Span "Refused"',
    "  Div",
    '    P "Date"',
  ]);
});

test("definitions, quotes, code, callouts and columns have tags of their own", async () => {
  expect(
    await tagged([
      {
        kind: "definitionList",
        id: "d",
        entries: [
          {
            terms: [{ id: "t", children: words("CFB") }],
            descriptions: [{ id: "e", children: [paragraph("x", "Base")] }],
          },
        ],
      },
      { kind: "quote", id: "q", children: [paragraph("y", "Quoted")] },
      { kind: "codeBlock", id: "c", code: "a = 1" },
      { kind: "callout", id: "n", label: words("Note"), children: [paragraph("z", "Noted")] },
      { kind: "divider", id: "v" },
    ]),
  ).toEqual([
    "L",
    "  LI",
    "    Lbl",
    '      Span "CFB"',
    "    LBody",
    "      Div",
    '        P "Base"',
    "BlockQuote",
    '  P "Quoted"',
    "P",
    '  Code "a = 1"',
    "Div",
    '  P "Note"',
    '  P "Noted"',
  ]);
});
