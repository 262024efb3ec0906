import { expect, test } from "vitest";
import type { Theme } from "../../src/theme/index.ts";
import { fc, runs } from "../support/property.ts";
import {
  beyond,
  boxes,
  collisions,
  flow,
  glyphs,
  paragraph,
  piled,
  placeIn,
  said,
  saidBy,
  tableOf,
  words,
} from "./support.ts";

const events = [
  ["Date", "Event", "Place"],
  [
    "2009",
    "Memorandum of Cooperation on Humanitarian Assistance and Disaster Relief agreed",
    "n/a",
  ],
  ["June 15 to 18, 2011", "JMSDF training ships visit Vancouver", "Vancouver"],
  [
    "September 2011",
    "Commanding Officer of the Disaster Assistance Response Team invited to the Multinational Cooperation Program in the Asia-Pacific",
    "n/a",
  ],
  ["February 13 to 24, 2012", "Civil-Military Relations Operator Course", "Arusha, Tanzania"],
];

test("dates and places keep to one line, long texts are broken, nothing overlaps", () => {
  const place = placeIn("briefing-note");
  const items = piled(flow(tableOf(events), place));
  const lines = (node: string) =>
    new Set(
      glyphs(items)
        .filter((run) => "node" in run.tag && run.tag.node === node)
        .map((run) => run.y),
    ).size;
  expect(lines("r4c0p")).toBe(1);
  expect(lines("r4c2p")).toBe(1);
  expect(lines("r3c1p")).toBe(3);
  expect(collisions(items)).toEqual([]);
  expect(beyond(items, 468)).toBe(0);
  expect(place.diagnostics).toEqual([]);
});

test("heads are bold over a rule of 1 pt, rows parted by hairlines, the foot ruled", () => {
  const place = placeIn("briefing-note");
  const rows = flow(tableOf(events), place);
  const rules = rows.map((row) => boxes(row.items).map((box) => box.height));
  expect(rules).toEqual([[1], [0.5], [0.5], [0.5], [1]]);
  const faces = (row: number) => glyphs(rows[row]?.items ?? []).map((run) => run.face);
  expect(new Set(faces(0))).toEqual(new Set(["note/700"]));
  expect(faces(1)[0]).toBe("note/700");
  expect(new Set(faces(1).slice(1))).toEqual(new Set(["note/400"]));
  for (const row of rows)
    for (const box of boxes(row.items)) expect(box.tag).toEqual({ artifact: "layout" });
});

test("a row is as high as its highest cell with the padding and its rule", () => {
  const rows = flow(tableOf(events), placeIn("briefing-note"));
  expect(rows.map((row) => row.height)).toEqual([21, 34.5, 20.5, 48.5, 21]);
});

test("head, caption and two rows stay together, and the head stands again as an artifact", () => {
  const caption = { kind: "caption" as const, id: "caption", children: words("Table 1. Visits") };
  const rows = flow(tableOf(events, { caption }), placeIn("report"));
  expect(rows).toHaveLength(6);
  expect(saidBy(rows[0]?.items ?? [], "caption")).toBe("Table 1. Visits");
  expect(rows.slice(0, 3).every((row) => row.penalty >= 10_000)).toBe(true);
  expect(rows[3]?.penalty).toBe(0);
  const continuation = rows[4]?.continuation;
  expect(continuation?.height).toBe(rows[1]?.height);
  expect(
    glyphs(continuation?.items ?? [])
      .map((run) => run.text)
      .join(" "),
  ).toBe("Date Event Place");
  expect(said(continuation?.items ?? [])).toBe("");
});

test("a narrow table stands in the main strip, a wide one begins at the margin and its text on the second edge", () => {
  const place = placeIn("report");
  const narrow = piled(
    flow(
      tableOf([
        ["Year", "Visits"],
        ["2011", "4"],
      ]),
      place,
    ),
  );
  expect(Math.min(...narrow.map((item) => item.x))).toBe(120);
  const wide = flow(tableOf(events), place);
  expect(boxes(wide[1]?.items ?? [])[0]).toMatchObject({ x: 0, width: 468 });
  const second = glyphs(wide[2]?.items ?? []).find((run) => run.text.startsWith("JMSDF"));
  expect(second?.x).toBe(120);
});

test("columns of numbers end at one edge, the last at that of the rules", () => {
  const table = tableOf(
    [
      ["Partner", "Visits", "Cost"],
      ["Japan", "4", "1,200"],
      ["France", "12", "90"],
    ],
    { columns: [{ alignment: "start" }, { alignment: "end" }, { alignment: "end" }] },
  );
  const items = piled(flow(table, placeIn("briefing-note")));
  const ends = (column: number) =>
    [0, 1, 2].map((row) => {
      const runs = glyphs(items).filter(
        (run) => "node" in run.tag && run.tag.node === `r${row}c${column}p`,
      );
      return Math.max(...runs.map((run) => run.x + run.width));
    });
  for (const column of [1, 2]) {
    const [first = 0, ...others] = ends(column);
    for (const other of others) expect(other).toBeCloseTo(first, 1);
  }
  expect(ends(2)[0]).toBeCloseTo(468, 1);
});

test("shares that the author gives are kept", () => {
  const table = tableOf(
    [
      ["A", "B"],
      ["one", "two"],
    ],
    {
      columns: [
        { alignment: "start", share: 1 },
        { alignment: "start", share: 3 },
      ],
    },
  );
  const items = piled(flow(table, placeIn("briefing-note")));
  expect(glyphs(items).find((run) => run.text === "two")?.x).toBeCloseTo(117, 2);
});

test("25 columns, a word longer than its column: all is printed within the width, and the author is told", () => {
  const place = placeIn("fact-sheet");
  const head = Array.from({ length: 25 }, (_, index) => `Column${index}`);
  const row = head.map((_, index) => (index % 2 === 0 ? "" : `Interoperability${index}`));
  const items = piled(flow(tableOf([head, row]), place));
  expect(beyond(items, 504)).toBeLessThan(0.01);
  expect(said(items)).toBe([...head, ...row].join(""));
  expect(place.diagnostics).toMatchObject([{ rule: "table-fits", severity: "warning" }]);
  expect(place.diagnostics[0]?.message).toContain("25 columns");
});

test("long words are hyphenated before they are broken anywhere", () => {
  const place = placeIn("fact-sheet", "accessible", 130);
  const items = piled(
    flow(
      tableOf([
        ["Term", "Meaning"],
        ["Interoperability", "Internationalization"],
      ]),
      place,
    ),
  );
  expect(beyond(items, 130)).toBeLessThan(0.01);
  expect(place.diagnostics).toEqual([]);
  expect(glyphs(items).some((run) => run.text.endsWith("\u00AD"))).toBe(true);
});

test("one cell, no head, ragged rows and empty cells", () => {
  const place = placeIn("report");
  expect(said(piled(flow(tableOf([["one"]]), place)))).toBe("one");
  const { head, body } = tableOf([["A", "B"], ["1"], ["", "", "late"], []]);
  const bare = flow(tableOf([], { head: [], body: [...head, ...body] }), place);
  expect(said(piled(bare))).toBe("AB1late");
  expect(bare[0]?.continuation).toBeUndefined();
  expect(boxes(bare[0]?.items ?? []).map((box) => box.height)).toEqual([1, 0.5]);
  expect(bare[3]?.height).toBe(21);
  expect(flow(tableOf([]), place)).toEqual([]);
});

test("cells hold lists and paragraphs, in the size of the cell", () => {
  const list = {
    kind: "list" as const,
    id: "list",
    ordered: false,
    start: 1,
    loose: false,
    items: ["first", "second"].map((text) => ({
      kind: "listItem" as const,
      id: `i-${text}`,
      children: [paragraph(`p-${text}`, text)],
    })),
  };
  const table = tableOf([["Head"], ["cell"]]);
  const [row] = table.body;
  const [cell] = row?.cells ?? [];
  if (row === undefined || cell === undefined) throw new Error("No cell.");
  const body = [{ ...row, cells: [{ ...cell, children: [paragraph("lead-in", "Two:"), list] }] }];
  const items = piled(flow({ ...table, body }, placeIn("report")));
  expect(said(items)).toBe("HeadTwo:firstsecond");
  expect(new Set(glyphs(items).map((run) => run.size))).toEqual(new Set([10]));
  expect(collisions(items)).toEqual([]);
});

test("a row that no page holds is parted between its lines, with nothing lost or doubled", () => {
  const place = placeIn("report");
  const long = Array.from({ length: 900 }, (_, index) => `word${index}`).join(" ");
  const short = Array.from({ length: 40 }, (_, index) => `other${index}`).join(" ");
  const rows = flow(
    tableOf([
      ["A", "B"],
      [long, short],
      ["x", "y"],
    ]),
    place,
  );
  const parts = rows.filter((row) => row.node === "r1");
  expect(parts.length).toBeGreaterThan(4);
  const region = place.context.theme.masters.later.regions[0]?.height ?? 0;
  for (const part of parts) expect(part.height).toBeLessThan(region / 2);
  const items = piled(rows);
  expect(saidBy(items, "r1c0p").replace(/[\s\u00AD]/g, "")).toBe(long.replaceAll(" ", ""));
  expect(saidBy(items, "r1c1p").replace(/[\s\u00AD]/g, "")).toBe(short.replaceAll(" ", ""));
  expect(collisions(items)).toEqual([]);
});

test("10,000 rows are 10,000 pieces, set once", () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    `Item ${index}`,
    "agreed",
    String(index % 97),
  ]);
  const items = flow(tableOf([["Name", "State", "Count"], ...rows]), placeIn("briefing-note"));
  expect(items).toHaveLength(10_001);
  expect(saidBy(items[10_000]?.items ?? [], "r10000c0p")).toBe("Item 9999");
}, 60_000);

test("any table says each of its cells once, in order, and within its width", () => {
  const cell = fc.oneof(
    fc.constant(""),
    fc
      .array(fc.stringMatching(/^[a-z]{1,24}$/), { minLength: 1, maxLength: 12 })
      .map((list) => list.join(" ")),
  );
  const table = fc.integer({ min: 1, max: 9 }).chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: 1,
      maxLength: 8,
    }),
  );
  fc.assert(
    fc.property(
      table,
      fc.constantFrom("report", "fact-sheet", "briefing-note"),
      (rows, product) => {
        const place = placeIn(product);
        const items = piled(flow(tableOf(rows), place));
        expect(said(items)).toBe(rows.flat().join("").replaceAll(" ", ""));
        expect(collisions(items)).toEqual([]);
        expect(beyond(items, place.context.width)).toBeLessThan(0.01);
      },
    ),
    { numRuns: runs(60) },
  );
});

test("a head as high as a third of the page is not repeated", () => {
  const place = placeIn("report");
  const tall = Array.from({ length: 260 }, () => "word").join(" ");
  const rows = flow(
    tableOf(
      [
        [tall, "B"],
        ["1", "2"],
      ],
      {
        columns: [
          { alignment: "start", share: 1 },
          { alignment: "start", share: 3 },
        ],
      },
    ),
    place,
  );
  expect(rows[0]?.height).toBeGreaterThan(regionOf(place.context.theme) / 3);
  expect(rows[1]?.continuation).toBeUndefined();
});

const regionOf = (theme: Theme): number => theme.masters.later.regions[0]?.height ?? 0;
