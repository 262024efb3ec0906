import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Model } from "../../src/model/index.ts";
import { printDate, quickFactValue, select, selectFor } from "../../src/model/index.ts";
import { outline, printedLines, publishedLines, read, seed, seedFile, told } from "./support.ts";

const { model, diagnostics } = read(seed(), seedFile);
const place = { file: seedFile, line: 1, column: 1 };

const factSheet = { product: "fact-sheet", format: "pdf", language: "en-CA" };
const note = { product: "briefing-note", format: "pdf", language: "en-CA" };

/** Ids, or titles of records without one, in the order of the selection. */
function chosen(from: string, within: Model = model): readonly string[] {
  return select(within, from, place).value.map((one) => {
    if (one.kind === "record") return one.record.id ?? one.record.titleText;
    return one.kind === "section" ? one.section.id : one.block.id;
  });
}

test("the sample has no faults", () => {
  expect(told(diagnostics)).toEqual([]);
});

test("all 28 lines of the published text come back word for word and in order", () => {
  const published = publishedLines();
  expect(published).toHaveLength(28);
  expect(printedLines(selectFor(model, factSheet).root)).toEqual(published);
});

test("the briefing note has its own purpose and recommendation, marked as editorial", () => {
  const { root } = selectFor(model, note);
  expect(outline(root)).toEqual([
    "1 top",
    "  2 milestones",
    "    3 s-joint-declaration",
    "    3 s-2plus2",
    "    3 s-hadr",
    "    3 s-dmtc",
    "    3 s-operational",
    "  2 new",
    "    3 s-mlsa",
    "    3 s-africa",
    "  2 purpose",
    "  2 recommendation",
  ]);
  const roles = root.sections.map(({ role, editorial }) => [role, editorial]);
  expect(roles).toEqual([
    ["background", false],
    ["considerations", false],
    ["purpose", true],
    ["recommendation", true],
  ]);
  expect(root.sections[0]?.sections.at(-1)?.annexIn).toEqual(["briefing-note"]);
});

test("no link to a fact is left in what is printed", () => {
  const urls: string[] = [];
  JSON.stringify(model.root, (key, value: unknown) => {
    if (key === "url") urls.push(String(value));
    return value;
  });
  JSON.stringify(
    [model.briefs, model.slides, model.slideNotes, model.records],
    (key, value: unknown) => {
      if (key === "url") urls.push(String(value));
      return value;
    },
  );
  expect(urls.filter((url) => url.startsWith("fact:"))).toEqual([]);
});

test("records are counted by type", () => {
  const counts: Record<string, number> = {};
  for (const { type } of model.records) counts[type] = (counts[type] ?? 0) + 1;
  expect(counts).toEqual({
    initiative: 5,
    commitment: 2,
    "quick-fact": 4,
    event: 14,
    person: 4,
    partner: 7,
    acronym: 13,
  });
});

test("an initiative is the item itself: its title, and the rest without the dash", () => {
  const record = model.recordById.get("hadr-sop");
  expect(record?.titleText).toBe(
    "Humanitarian Assistance and Disaster Relief Standard Operating Procedures (HADR SOP)",
  );
  expect(record?.rest.map((node) => ("value" in node ? node.value : "")).join("")).toMatch(
    /^agreed upon in 2009, this Memorandum/,
  );
  expect(record?.body).toHaveLength(1);
});

test("an editorial cell marks its record", () => {
  const editorial = model.records.filter((record) => record.editorial);
  expect(editorial.map(({ titleText }) => titleText)).toEqual(["CFB"]);
});

type Outline = {
  readonly from?: string;
  readonly order?: readonly string[];
  readonly count?: number;
  readonly show?: readonly unknown[];
  readonly columns?: readonly unknown[];
};
type Outlines = Readonly<Record<string, { readonly blocks?: readonly Outline[] }>>;

const outlines: Outlines = JSON.parse(
  readFileSync("test/fixtures/outlines/canada-japan.json", "utf8"),
);

function blocksOf(product: string): readonly Outline[] {
  const blocks = outlines[product]?.blocks ?? [];
  const columns = blocks.flatMap((block) => block.columns ?? []);
  const nested = columns.filter((one) => typeof one === "object" && one !== null);
  return [...blocks, ...nested];
}

test.each(["fact-sheet", "briefing-note", "slides"])(
  "every selection of the %s finds what it should",
  (product) => {
    const blocks = blocksOf(product).filter((block) => block.from !== undefined);
    expect(blocks.length).toBeGreaterThan(5);
    for (const { from = "", order, count } of blocks) {
      expect(chosen(from).length, from).toBeGreaterThan(0);
      if (order !== undefined) expect(chosen(from)).toEqual(order);
      if (count !== undefined) expect(chosen(from)).toHaveLength(count);
    }
  },
);

test("dates of the timeline print as the outline has them", () => {
  const timeline = blocksOf("fact-sheet").find(({ from }) => from === "event[standing=past]");
  const printed = select(model, "event[standing=past]", place).value.map((one) => {
    if (one.kind !== "record") return [];
    const date = one.record.fields.get("date")?.date;
    return [date === undefined ? "" : printDate(date, "en-CA"), one.record.titleText];
  });
  expect(printed).toEqual(timeline?.show);
});

test("quick facts have the values that the outline has", () => {
  const block = blocksOf("fact-sheet").find(({ from }) => from === "quick-fact");
  const shown = model.records
    .filter(({ type }) => type === "quick-fact")
    .map((record) => {
      const value = quickFactValue(model, record);
      if (value?.kind === "date")
        return [record.titleText, printDate(value.date, "en", { capital: true })];
      return [record.titleText, String(value?.kind === "count" ? value.count : value?.text)];
    });
  expect(shown).toEqual(block?.show);
});

test("the planned come after the past, and a coarser date before a finer one", () => {
  expect(chosen("event[standing=planned],commitment[due]")).toEqual([
    "rimpac",
    "c-mlsa",
    "next-2plus2",
  ]);
});
