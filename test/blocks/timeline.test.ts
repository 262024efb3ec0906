import { expect, test } from "vitest";
import type { Timeline } from "../../src/document/index.ts";
import {
  beyond,
  boxes,
  collisions,
  flow,
  glyphs,
  piled,
  placeIn,
  said,
  saidBy,
  words,
} from "./support.ts";

const timeline = (entries: readonly (readonly [string, string])[]): Timeline => ({
  kind: "timeline",
  id: "timeline",
  entries: entries.map(([date, text], index) => ({
    kind: "timelineEntry",
    id: `e${index}`,
    date: words(date),
    year: date.slice(-4),
    dateInYear: words(date.slice(0, -6)),
    children: words(text),
  })),
});

const events = timeline([
  ["2009", "Memorandum of Cooperation on Humanitarian Assistance and Disaster Relief agreed"],
  ["November 14, 2010", "Joint Declaration signed"],
  ["March 25, 2012", "Prime Ministers meet"],
]);

test("dates stand in the label strip, texts in the main one, each pair on one baseline", () => {
  const rows = flow(events, placeIn("fact-sheet"));
  expect(rows.map((row) => row.node)).toEqual(["e0", "e1", "e2"]);
  expect(rows.map((row) => row.height)).toEqual([28, 14, 14]);
  for (const row of rows) {
    const [date, text] = glyphs(row.items);
    expect([date?.x, text?.x]).toEqual([0, 172]);
    expect(date?.y).toBe(text?.y);
  }
  expect(saidBy(rows[1]?.items ?? [], "e1", "label")).toBe("November 14, 2010");
  expect(saidBy(rows[1]?.items ?? [], "e1")).toBe("Joint Declaration signed");
});

test("the line runs through the middle of the dots, from the first to the last", () => {
  const rows = flow(events, placeIn("fact-sheet"));
  const items = piled(rows);
  const dots = items.filter((item) => item.kind === "disc");
  expect(dots).toHaveLength(3);
  const middles = dots.map((dot) => dot.y + dot.diameter / 2);
  const lines = boxes(items);
  for (const line of lines) {
    expect(line.x + line.width / 2).toBeCloseTo((dots[0]?.x ?? 0) + 2.5, 5);
    expect(line.tag).toEqual({ artifact: "layout" });
  }
  expect(Math.min(...lines.map((line) => line.y))).toBeCloseTo(middles[0] ?? 0, 5);
  expect(Math.max(...lines.map((line) => line.y + line.height))).toBeCloseTo(middles[2] ?? 0, 5);
  const sorted = [...lines].sort((one, other) => one.y - other.y);
  sorted.slice(1).forEach((line, index) => {
    const above = sorted[index];
    expect(line.y).toBeCloseTo((above?.y ?? 0) + (above?.height ?? 0), 5);
  });
});

test("where there is one strip the date stands above its text", () => {
  const rows = flow(events, placeIn("fact-sheet", "print", 243));
  for (const row of rows) {
    const [date, text] = glyphs(row.items);
    expect(date?.x).toBe(text?.x);
    expect(text?.y).toBeGreaterThan(date?.y ?? 0);
  }
  expect(collisions(piled(rows))).toEqual([]);
});

test("3 and 25 events: each is one piece, breaks between them are free", () => {
  for (const count of [3, 25]) {
    const rows = flow(
      timeline(
        Array.from(
          { length: count },
          (_, index) => [`May ${index + 1}, 2011`, `Event ${index}`] as const,
        ),
      ),
      placeIn("report"),
    );
    expect(rows).toHaveLength(count);
    expect(rows.every((row) => row.penalty === 0)).toBe(true);
  }
});

test("an entry that no page holds goes on, with nothing lost", () => {
  const place = placeIn("fact-sheet");
  const text = Array.from({ length: 1_500 }, (_, index) => `word${index}`).join(" ");
  const rows = flow(
    timeline([
      ["2011", text],
      ["2012", "End"],
    ]),
    place,
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(said(piled(rows)).replace("2011", "")).toBe(`${text.replaceAll(" ", "")}2012End`);
  expect(piled(rows).filter((item) => item.kind === "disc")).toHaveLength(2);
});

test("a single entry has a dot and no line; a long date is broken in its strip", () => {
  const items = piled(
    flow(
      timeline([["As soon as practicable in the course of the year 2012", "Event"]]),
      placeIn("fact-sheet"),
    ),
  );
  expect(boxes(items)).toEqual([]);
  expect(items.filter((item) => item.kind === "disc")).toHaveLength(1);
  const dates = glyphs(items).filter((run) => "node" in run.tag && run.tag.part === "label");
  expect(beyond(dates, 148)).toBeLessThan(0.01);
  expect(new Set(dates.map((run) => run.y)).size).toBeGreaterThan(1);
});
